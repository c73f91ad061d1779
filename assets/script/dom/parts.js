// The parts of the page that are hidden or locked.
import { byId, el } from "./element.js";

// what a reader could change a part with; controls are made locked
const FIXED_BY = "select, button";

/**
 * Hides and locks the parts that a view names, and shows and frees those that it does not name any
 * more.
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
 * What stands in the place of a figure: a sentence, empty for none, and a link to another figure.
 * @typedef {{ said: string, link?: { text: string, href: string } }} Instead
 */

/**
 * Shows the figures that can show the data set. Of the others, those for which there is something
 * to say stay with that in their place.
 * @param {Figure[]} figures
 * @param {(name: string) => boolean} fits
 * @param {(name: string) => Instead} instead
 */
export function showFigures(figures, fits, instead) {
  for (const { name } of figures) {
    const at = byId(`figure-${name}`);
    const place = fits(name) ? { said: "" } : instead(name);
    at.toggleAttribute("hidden", !fits(name) && place.said === "");
    at.classList.toggle("unfit", place.said !== "");
    at.querySelector(".explains")?.toggleAttribute("hidden", place.said !== "");
    write(at, place);
  }
}

/**
 * @param {HTMLElement} at
 * @param {Instead} instead
 */
function write(at, { said, link }) {
  const key = said && JSON.stringify([said, link]);
  if ((at.dataset.instead ?? "") === key) return;
  at.dataset.instead = key;
  at.querySelector(".instead")?.remove();
  if (said === "") return;
  const links = link ? [el("a", { textContent: link.text, href: link.href })] : [];
  at.append(el("p", { className: "instead" }, `${said} `, ...links));
}
