// The left side of the Share dialog: what to copy, in which form.
import { copied } from "../dom/clipboard.js";
import { byId, el } from "../dom/element.js";
import { FORMATS } from "./snippets.js";

const NOT_COPIED = "This browser does not let the page copy: the text is marked, press Ctrl+C.";

export function texts(share, ...below) {
  const formats = Object.entries(FORMATS).map(([name, { label }]) => format(share, name, label));
  const group = { className: "share-formats", role: "radiogroup", ariaLabel: "What to copy" };
  const look = { readOnly: true, spellcheck: false, rows: 7, ariaLabel: "What will be copied" };
  const text = el("textarea", { id: "share-text", ...look });
  text.addEventListener("focus", () => text.select());
  const copy = el("button", {
    type: "button",
    id: "share-copy",
    className: "share-main",
    textContent: "Copy",
  });
  copy.addEventListener("click", async () => {
    byId("share-said").textContent = (await copied(text.value, text)) ? "Copied." : NOT_COPIED;
  });
  const file = {
    id: "share-file",
    className: "share-file",
    textContent: "Download as one file",
    hidden: true,
  };
  return el(
    "section",
    { className: "share-texts" },
    el("div", group, ...formats),
    text,
    el("p", { id: "share-hint", className: "hint" }),
    el("div", { className: "share-do" }, copy, el("a", file)),
    el("p", { id: "share-said", className: "hint", role: "status" }),
    ...below,
  );
}

function format({ choice, refresh }, name, label) {
  const look = { type: "radio", name: "share-format", value: name, id: `share-${name}` };
  const input = el("input", { ...look, checked: choice.format === name });
  input.addEventListener("change", () => {
    choice.format = name;
    refresh();
  });
  return el("label", {}, input, label);
}
