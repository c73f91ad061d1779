// A click on the loss surface, which stands for a pair of weights.
import { views } from "./bokeh.js";

const DIGITS = 4; // of a weight, as many as a hand can aim at

/** @param {number} weight */
const rounded = (weight) => Number(weight.toPrecision(DIGITS));

/**
 * Tells of each click inside the frame of a plot which weights lie there.
 * @param {any} doc the document of the plots
 * @param {string | undefined} id of the surface, if the page has it
 * @param {(w0: number, w1: number) => void} place
 */
export function bindPlace(doc, id, place) {
  const view = id && views(doc).find((each) => each.model.id === id);
  if (!view?.frame) return;
  view.el.addEventListener("click", (/** @type {MouseEvent} */ e) => {
    const box = view.el.getBoundingClientRect();
    const { x_scale, y_scale, bbox } = view.frame;
    const [x, y] = [e.clientX - box.left, e.clientY - box.top];
    if (bbox.contains(x, y)) place(rounded(x_scale.invert(x)), rounded(y_scale.invert(y)));
  });
}
