// What a step's text speaks of is marked, and what would answer an open question is veiled.
import { byId } from "../dom/element.js";

/**
 * The elements of a control, a figure, a card or a read-out.
 * @param {string} name
 * @returns {Element[]}
 */
function elements(name) {
  const control = name === "w" ? '[data-control^="w"]' : `[data-control="${name}"]`;
  const found = document.querySelectorAll(
    `${control}, .figures [data-part="${name}"], [data-readout="${name}"], .formula[data-part="${name}"]`,
  );
  return [...found];
}

/**
 * Gives a class to what has one of these names, and takes it from everything else.
 * @param {string} className
 * @param {string[]} names
 */
function only(className, names) {
  const wanted = new Set(names.flatMap(elements));
  for (const each of document.querySelectorAll(`.${className}`))
    if (!wanted.has(each)) each.classList.remove(className);
  for (const each of wanted) each.classList.add(className);
}

/**
 * Marks what a step speaks of.
 * @param {string[]} names
 */
export const mark = (names) => only("marked", names);

/**
 * Veils figures and read-outs, and says below the controls that they wait.
 * @param {string[]} names
 * @param {boolean} isHeld whether controls wait for an answer
 */
export function veil(names, isHeld) {
  only("veiled", names);
  byId("held").hidden = !isHeld;
}
