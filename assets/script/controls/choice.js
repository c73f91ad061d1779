// One of several options.
import { byId, el } from "../dom/element.js";

export function make({ name, label, options }, hand) {
  const made = options.map((option) => {
    const input = el("input", { type: "radio", name, value: option, id: `${name}-${option}` });
    input.addEventListener("change", () => {
      hand.set({ [name]: option });
      hand.rest();
    });
    return el("label", {}, input, option);
  });
  return el("div", { className: "choices", role: "radiogroup", ariaLabel: label }, ...made);
}

export function show({ name }, value) {
  byId(`${name}-${value}`).checked = true;
}
