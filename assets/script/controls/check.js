// A box to tick.
import { el, input } from "../dom/element.js";

/**
 * Makes the box with its label.
 * @param {Input} row
 * @param {Hand} hand
 */
export function make({ name, label }, hand) {
  const box = el("input", { id: name, type: "checkbox" });
  box.addEventListener("change", () => {
    hand.set({ [name]: box.checked });
    hand.rest();
  });
  return el("label", { className: "check" }, box, label);
}

/**
 * Ticks the box or not.
 * @param {Input} row
 * @param {boolean} value
 */
export function show({ name }, value) {
  input(name).checked = value;
}
