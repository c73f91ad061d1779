// The right side of the Share dialog: what others see and may change.
import { byId, el } from "../dom/element.js";
import { choose, has } from "./choice.js";
import { figuresOf, partsOf } from "./offer.js";

/** @typedef {import("./share.js").Share} Share */

const HONEST =
  "What is hidden or locked is out of reach, not a secret: whoever edits the address can bring it back.";
const THEMES = [
  ["auto", "as the reader's system"],
  ["light", "light"],
  ["dark", "dark"],
];

/**
 * Makes the right side of the dialog.
 * @param {Share} share
 */
export function choices(share) {
  const offered = figuresOf(share.page, share.choice, share.now().block);
  const figures = offered.map((figure) => tick(share, figure));
  return el(
    "section",
    { className: "share-choices" },
    el("h3", { textContent: "What others see" }),
    el("div", { className: "share-figures" }, ...figures),
    el("table", { id: "share-controls" }, ...rows(share)),
    theme(share),
    el("p", { className: "hint", textContent: HONEST }),
  );
}

/**
 * @param {Partial<HTMLInputElement>} properties
 * @param {(isChecked: boolean) => void} change
 */
function checkbox(properties, change) {
  const box = el("input", { type: "checkbox", ...properties });
  box.addEventListener("change", () => change(box.checked));
  return box;
}

// ---- figures ------------------------------------------------------------------------------------
/**
 * @param {Share} share
 * @param {Figure} figure
 */
function tick(share, { name, title }) {
  const { shown, hidden } = share.choice;
  const look = { checked: shown.has(name) && !hidden.has(name), name: "share-figure", value: name };
  const box = checkbox(look, (isChecked) => {
    hidden.delete(name);
    if (isChecked) shown.add(name);
    else shown.delete(name);
    byId("share-controls").replaceChildren(...rows(share));
    share.refresh();
  });
  return el("label", {}, box, title);
}

/**
 * Holds the last ticked figure: a page without any would show them all.
 * @param {HTMLElement} dialog
 */
export function keepOne(dialog) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const boxes = dialog.querySelectorAll("[name=share-figure]");
  const ticked = [...boxes].filter((box) => box.checked);
  for (const box of boxes) box.disabled = ticked.length === 1 && box.checked;
}

// ---- parts and controls
// ---------------------------------------------------------------------------
/** @param {Share} share */
function rows(share) {
  const heads = ["Part of the page", "Shown", "Locked"].map((textContent) =>
    el("th", { textContent, scope: "col" }),
  );
  const parts = partsOf(share.page, share.choice, share.now());
  return [
    el("thead", {}, el("tr", {}, ...heads)),
    el("tbody", {}, ...parts.map((part) => row(share, part))),
  ];
}

/**
 * @param {Share} share
 * @param {import("./offer.js").Part} part
 */
function row(share, { name, label, lockable }) {
  const { choice, now, refresh } = share;
  const isFixed = has(choice.fixed.locked, name);
  const isShown = { checked: !has(choice.hidden, name), ariaLabel: `${label}: shown` };
  const shown = checkbox(isShown, (isChecked) => {
    choose(choice.hidden, name, !isChecked, now());
    refresh();
  });
  const isLocked = { checked: isFixed || has(choice.locked, name), ariaLabel: `${label}: locked` };
  const locked = checkbox({ ...isLocked, disabled: isFixed }, (isChecked) => {
    choose(choice.locked, name, isChecked, now());
    refresh();
  });
  const head = el("th", { textContent: label, scope: "row" });
  const cell = (/** @type {HTMLElement} */ box) => el("td", {}, el("label", {}, box));
  return el("tr", {}, head, cell(shown), lockable ? cell(locked) : el("td"));
}

/** @param {Share} share */
function theme({ choice, refresh }) {
  const options = THEMES.map(([value, words]) => new Option(words, value));
  const menu = el("select", { id: "share-theme" }, ...options);
  menu.value = choice.theme;
  menu.addEventListener("change", () => {
    choice.theme = menu.value;
    refresh();
  });
  return el("label", { className: "share-theme" }, "Colours", menu);
}
