// A field of the dialog with the sentence beside it that says what to mend.
import { byId, el } from "../dom/element.js";

/**
 * The id of the sentence about a field.
 * @param {string} name
 */
export const problemId = (name) => `own-${name}-problem`;

/**
 * The place of the sentence about a field.
 * @param {string} name
 */
export const problemOf = (name) =>
  el("p", { id: problemId(name), className: "problem", role: "alert" });

/**
 * Lets an element be described by the sentence about its field, and by a hint where there is one.
 * @template {HTMLElement} Made
 * @param {Made} at
 * @param {string} name
 * @param {string[]} hints ids
 */
export function described(at, name, ...hints) {
  at.setAttribute("aria-describedby", [problemId(name), ...hints].join(" "));
  at.dataset.field = name;
  return at;
}

/**
 * Says what is wrong in a field, and in no other one.
 * @param {string} name empty for none
 * @param {string} sentence
 */
export function complain(name, sentence) {
  for (const each of ["rows", "label", "features"]) {
    const at = byId(problemId(each));
    const said = each === name ? sentence : "";
    if (at.textContent !== said) at.textContent = said; // What stands there is not spoken again.
    for (const part of document.querySelectorAll(`[data-field=${each}]`))
      part.ariaInvalid = String(said !== "");
  }
}
