// The right side of the Share dialog: what others see and may change.
import { byId, el } from "../dom/element.js";
import { choose, figuresOf, has, isFixed, partsOf } from "./choice.js";

const HONEST =
  "What is hidden or locked is out of reach, not a secret: whoever edits the address can bring it back.";
const THEMES = [
  ["auto", "as the reader's system"],
  ["light", "light"],
  ["dark", "dark"],
];

export function choices(share) {
  const figures = figuresOf(share.page, share.choice, share.now().block).map((each) =>
    tick(share, each),
  );
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

function checkbox(properties, change) {
  const input = el("input", { type: "checkbox", ...properties });
  input.addEventListener("change", () => change(input.checked));
  return input;
}

// ---- figures ------------------------------------------------------------------------------------
function tick(share, { name, title }) {
  const { shown, hidden } = share.choice;
  const look = { checked: shown.has(name) && !hidden.has(name), name: "share-figure", value: name };
  const input = checkbox(look, (on) => {
    hidden.delete(name);
    shown[on ? "add" : "delete"](name);
    byId("share-controls").replaceChildren(...rows(share));
    share.refresh();
  });
  return el("label", {}, input, title);
}

// One figure stays: a page without any would show them all.
export function keepOne(dialog) {
  const inputs = [...dialog.querySelectorAll("[name=share-figure]")];
  const ticked = inputs.filter((input) => input.checked);
  for (const input of inputs) input.disabled = ticked.length === 1 && input.checked;
}

// ---- parts and controls ---------------------------------------------------------------------------
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

function row({ choice, now, refresh }, { name, label, lockable }) {
  const box = (of, kind, checked, disabled, isIn) =>
    checkbox({ checked, disabled, ariaLabel: `${label}: ${kind}` }, (on) => {
      choose(of, name, isIn(on), now());
      refresh();
    });
  const always = isFixed(choice, name);
  const shown = box(choice.hidden, "shown", !has(choice.hidden, name), false, (on) => !on);
  const locked = box(
    choice.locked,
    "locked",
    always || has(choice.locked, name),
    always,
    (on) => on,
  );
  const head = el("th", { textContent: label, scope: "row" });
  return el("tr", {}, head, el("td", {}, shown), el("td", {}, ...(lockable ? [locked] : [])));
}

function theme({ choice, refresh }) {
  const options = THEMES.map(([value, words]) => new Option(words, value));
  const select = el("select", { id: "share-theme" }, ...options);
  select.value = choice.theme;
  select.addEventListener("change", () => {
    choice.theme = select.value;
    refresh();
  });
  return el("label", { className: "share-theme" }, "Colours", select);
}
