// A box to tick.
import { byId, el } from "../dom/element.js";

export function make({ name, label }, hand) {
  const input = el("input", { id: name, type: "checkbox" });
  input.addEventListener("change", () => {
    hand.set({ [name]: input.checked });
    hand.rest();
  });
  return el("label", { className: "check" }, input, label);
}

export function show({ name }, value) {
  byId(name).checked = value;
}
