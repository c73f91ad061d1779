// Numbers that open to their formulas: one explanation in each place.
import { byId } from "../dom/element.js";
import { html } from "../dom/write.js";
import { explain } from "../words/formulas.js";

const opened = new Map(); // place to the button that opened it

// seen: what the page shows now.
export function bindExplanations(seen) {
  for (const button of document.querySelectorAll("[data-explains]")) {
    button.addEventListener("click", () => {
      toggle(button);
      showExplanations(seen());
    });
  }
}

function toggle(button) {
  const at = byId(button.getAttribute("aria-controls"));
  const before = opened.get(at);
  if (before) before.ariaExpanded = "false";
  if (before === button) opened.delete(at);
  else opened.set(at, button);
  at.hidden = before === button;
  button.ariaExpanded = String(!at.hidden);
}

export function showExplanations(now) {
  for (const [at, button] of opened) {
    if (!at.closest("[hidden]")) html(at, explain(button.dataset.explains, now));
  }
}
