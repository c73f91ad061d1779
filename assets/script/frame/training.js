// Tables about training: what pulls at the weights, the way so far, and where it would end.
import { meanLoss } from "./blocks.js";
import { perFeature, perWeight, row } from "./columns.js";
import { learningRateLimit } from "./hessian.js";
import { newton } from "./newton.js";
import { perData } from "./per-data.js";
import { separability } from "./separability.js";
import { cumsum } from "./sums.js";

/** @import { Scene } from "./scene.js" */

/** A residual smaller than this moves a logit too little to see. */
export const LEAVE = 0.1;

/** @param {Scene} scene */
function gradient({ data, residual: r, residual_x: rx }) {
  const [end, ends] = [cumsum(r), rx.map(cumsum)];
  const starts = ends.map((column, j) => column.map((v, i) => v - rx[j][i]));
  return {
    ...perFeature("x", data.x),
    y: data.y,
    residual: r,
    residual_from: end.map((v, i) => v - r[i]),
    residual_to: end,
    ...perFeature("residual_x", rx),
    ...perFeature("residual_x_from", starts),
    ...perFeature("residual_x_to", ends),
    pull: r.map(pull),
  };
}

/** @param {number} residual */
function pull(residual) {
  if (Math.abs(residual) < LEAVE) return "leave";
  return residual < 0 ? "raise" : "lower";
}

/** @param {Scene} scene */
function gradient_now({ totals, data, weights, next, settings: { l2, learning_rate } }) {
  const [residual_sum, ...sums] = totals.slope.map((s) => s * data.y.length);
  const slope = totals.slope.map((s, j) => s + (j ? l2 * weights[j] : 0));
  return row({
    residual_sum,
    ...perFeature("residual_x_sum", sums),
    ...perWeight("grad_w", slope),
    ...perWeight("next_w", next),
    learning_rate,
  });
}

/** @param {Scene} scene */
function history({ data, settings: { path }, steps, weights, perNat }) {
  const points = steps.map((k) => path[k]);
  const columns = weights.map((_, j) => points.map((point) => point[j]));
  return {
    step: steps,
    ...perWeight("w", columns),
    mean_loss: points.map((point) => perNat * lossAt(data, point)),
    weight_norm: points.map((point) => Math.sqrt(point.reduce((total, v) => total + v * v, 0))),
  };
}

// A path that grows by a step keeps its points, and each point keeps its loss.
const lossesOf = perData(() => new WeakMap());

/**
 * The mean loss at a point of a path.
 * @param {Data} data
 * @param {number[]} point
 * @returns {number}
 */
function lossAt(data, point) {
  const known = lossesOf(data);
  if (!known.has(point)) known.set(point, meanLoss(data, point[0], point.slice(1)));
  return known.get(point);
}

/** @param {Scene} scene */
function optimum({ data, settings: { l2 }, perNat }) {
  const { separable, w, mean_loss, rate_limit } = best(data, l2);
  return row({ separable, ...perWeight("w", w), mean_loss: perNat * mean_loss, rate_limit });
}

// The best weights of a data set under l2, which no slider of weights changes; l1 plays no part.
const best = perData((data, /** @type {number} */ l2) => {
  const { w } = newton(data, { l2 });
  return {
    separable: separability(data),
    w: w ?? [Number.NaN, ...data.x.map(() => Number.NaN)],
    mean_loss: w ? meanLoss(data, w[0], w.slice(1)) : Number.NaN,
    rate_limit: learningRateLimit(data, l2),
  };
});

/** Tables of this module, by their names in the frame. */
export const TRAINING = { gradient, gradient_now, history, optimum };
