// One of several options.
import { el, input } from "../dom/element.js";

/**
 * Makes a radio button for each option.
 * @param {Input} row
 * @param {Hand} hand
 */
export function make({ name, label, options }, hand) {
  const made = options.map((option) => {
    const radio = el("input", { type: "radio", name, value: option, id: `${name}-${option}` });
    radio.addEventListener("change", () => {
      hand.set({ [name]: option });
      hand.rest();
    });
    return el("label", {}, radio, option);
  });
  return el("div", { className: "choices", role: "radiogroup", ariaLabel: label }, ...made);
}

/**
 * Chooses an option.
 * @param {Input} row
 * @param {string} value
 */
export function show({ name }, value) {
  input(`${name}-${value}`).checked = true;
}
