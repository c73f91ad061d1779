// Numbers that open to their formulas: a button opens an explanation in the place that it controls.
import { byId } from "../dom/element.js";
import { html } from "../dom/write.js";
import { explain } from "../words/formulas.js";

/**
 * The places that are open, each with the button that opened it.
 * @type {Map<HTMLElement, HTMLElement>}
 */
const opened = new Map();

/**
 * Lets every button of the page that has an explanation open and close it.
 * @param {() => Now} seen what the page shows now
 */
export function bindExplanations(seen) {
  const buttons = /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll("[data-explains]")
  );
  for (const button of buttons) {
    button.addEventListener("click", () => {
      toggle(button);
      showExplanations(seen());
    });
  }
}

/**
 * Several buttons may share a place, which shows the explanation of the last one.
 * @param {HTMLElement} button
 */
function toggle(button) {
  const at = /** @type {HTMLElement} */ (byId(button.getAttribute("aria-controls") ?? ""));
  const before = opened.get(at);
  if (before) before.ariaExpanded = "false";
  if (before === button) opened.delete(at);
  else opened.set(at, button);
  at.hidden = before === button;
  button.ariaExpanded = String(!at.hidden);
}

/**
 * Writes the numbers of a frame into every explanation that is open, but not in a card that shows
 * nothing.
 * @param {Now} now
 */
export function showExplanations(now) {
  for (const [at, button] of opened) {
    if (!at.closest("[hidden], .unfit")) html(at, explain(button.dataset.explains ?? "", now));
  }
}
