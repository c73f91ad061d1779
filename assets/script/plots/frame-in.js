// Where the frame of a plot lies in the element around the plot.
import { viewOf } from "./bokeh.js";

/**
 * The frame of a plot in its host, with its scales; undefined until it is drawn.
 * @param {HTMLElement} host
 * @param {string} root the id of the plot's model
 */
export function frameIn(host, root) {
  const view = viewOf(root);
  if (!view?.frame?.bbox) return undefined;
  const [inside, outside] = [view.el, host].map((each) => each.getBoundingClientRect());
  const { x_scale: x, y_scale: y, bbox } = view.frame;
  const [left, top] = [inside.left - outside.left, inside.top - outside.top];
  const { width, height, left: x0, top: y0 } = bbox;
  return { x, y, left, top, width, height, x0, y0 };
}
