// The parts of the page that are hidden or locked.
import { byId } from "./element.js";

const FIXED_BY = "select, button"; // what a reader could change a part with; controls are made locked

/**
 * Hides and locks the parts that a view names, and sets its colours.
 * @param {View} view
 */
export function apply({ hides, locks, theme, embed }) {
  /** @type {NodeListOf<HTMLElement>} */
  const parts = document.querySelectorAll("[data-part]");
  for (const part of parts) {
    const { part: name = "", spoken } = part.dataset;
    if (hides(name)) part.classList.add(spoken === "true" ? "visually-hidden" : "gone");
    if (locks(name)) disable(part);
  }
  document.documentElement.dataset.theme = theme;
  document.body.classList.toggle("embed", embed);
}

/** @param {HTMLElement} part */
function disable(part) {
  for (const each of [part, ...part.querySelectorAll(FIXED_BY)])
    if ("disabled" in each) each.disabled = true;
}

/**
 * Shows the figures that can show the data set, and hides the others.
 * @param {Figure[]} figures
 * @param {(name: string) => boolean} fits
 */
export function showFigures(figures, fits) {
  for (const { name } of figures) byId(`figure-${name}`).toggleAttribute("hidden", !fits(name));
}
