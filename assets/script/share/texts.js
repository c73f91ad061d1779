// The left side of the Share dialog: what to copy, in which form.
import { copied } from "../dom/clipboard.js";
import { byId, el } from "../dom/element.js";
import { FORMATS } from "./snippets.js";

/** @typedef {import("./share.js").Share} Share */

const NOT_COPIED = "This browser does not let the page copy: the text is marked, press Ctrl+C.";

/**
 * Makes the left side of the dialog.
 * @param {Share} share
 * @param {HTMLElement[]} below what stands below the text
 */
export function texts(share, ...below) {
  const formats = Object.entries(FORMATS).map(([name, { label }]) => format(share, name, label));
  const group = { className: "share-formats", role: "radiogroup", ariaLabel: "What to copy" };
  const text = textBox();
  const name = { className: "share-file", textContent: "Download as one file" };
  const file = el("a", { id: "share-file", ...name, hidden: true });
  const rows = el("a", { id: "share-rows", className: "share-file", hidden: true });
  return el(
    "section",
    { className: "share-texts" },
    el("div", group, ...formats),
    text,
    el("p", { id: "share-hint", className: "hint" }),
    el("div", { className: "share-do" }, copyButton(text), rows, file),
    el("p", { id: "share-said", className: "hint", role: "status" }),
    ...below,
  );
}

/**
 * @param {Share} share
 * @param {string} name
 * @param {string} label
 */
function format({ choice, refresh }, name, label) {
  const look = { type: "radio", name: "share-format", value: name, id: `share-${name}` };
  const radio = el("input", { ...look, checked: choice.format === name });
  radio.addEventListener("change", () => {
    choice.format = name;
    refresh();
  });
  return el("label", {}, radio, label);
}

function textBox() {
  const look = { readOnly: true, spellcheck: false, rows: 7, ariaLabel: "What will be copied" };
  const text = el("textarea", { id: "share-text", ...look });
  text.addEventListener("focus", () => text.select());
  return text;
}

/** @param {HTMLTextAreaElement} text */
function copyButton(text) {
  const look = { className: "share-main", textContent: "Copy" };
  const copy = el("button", { type: "button", id: "share-copy", ...look });
  copy.addEventListener("click", async () => {
    byId("share-said").textContent = (await copied(text.value, text)) ? "Copied." : NOT_COPIED;
  });
  return copy;
}
