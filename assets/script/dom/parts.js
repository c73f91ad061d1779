// The parts of the page that are hidden or locked.
import { byId } from "./element.js";

const FIXED_BY = "select, button"; // what a reader could change a part with; controls are made locked

/**
 * Hides and locks the parts that a view names, and shows and frees those that it does not name any more.
 * @param {View} view
 */
export function apply({ hides, locks, theme, embed }) {
  /** @type {NodeListOf<HTMLElement>} */
  const parts = document.querySelectorAll("[data-part]");
  for (const part of parts) {
    const { part: name = "", spoken } = part.dataset;
    part.classList.toggle(spoken === "true" ? "visually-hidden" : "gone", hides(name));
    fix(part, locks(name));
  }
  document.documentElement.dataset.theme = theme;
  document.body.classList.toggle("embed", embed);
}

/**
 * Disables what a reader could change a part with, or enables what was disabled here.
 * @param {HTMLElement} part
 * @param {boolean} isLocked
 */
function fix(part, isLocked) {
  /** @type {NodeListOf<HTMLElement>} */
  const inside = part.querySelectorAll(FIXED_BY);
  for (const each of [part, ...inside]) {
    if (!("disabled" in each) || (each.dataset.fixed === "true") === isLocked) continue;
    each.disabled = isLocked;
    each.dataset.fixed = String(isLocked);
  }
}

/**
 * Shows the figures that can show the data set, and hides the others.
 * @param {Figure[]} figures
 * @param {(name: string) => boolean} fits
 */
export function showFigures(figures, fits) {
  for (const { name } of figures) byId(`figure-${name}`).toggleAttribute("hidden", !fits(name));
}
