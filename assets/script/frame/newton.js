// Best weights by Newton's method, or none where there are none. Weights are [w0, w1, ...].
import { meanLoss } from "./blocks.js";
import { gradient } from "./descent.js";
import { to_raw } from "./features.js";
import { hessian, newtonStep } from "./hessian.js";
import { isNearOptimum, separability } from "./separability.js";
import { dot, mean } from "./sums.js";

/** @import { NewtonStep } from "./hessian.js" */

const MAX_STEPS = 50;
const CLOSE = 1e-8; // decrement before the last step; the step squares it, which is below rounding

/**
 * Weights of lowest mean loss with its squared penalty; null where there are none.
 * @param {Data} data
 * @param {{ l2?: number }} penalty
 * @returns {{ w: number[] | null }}
 */
export function newton(data, { l2 = 0 } = {}) {
  const kind = separability(data);
  const isOneClass = data.y.every((v) => v === data.y[0]);
  const isSeparated = kind === "complete" || kind === "quasi";
  if (isOneClass || (isSeparated && !l2)) return { w: null };
  const middle = data.x.map(mean);
  const about = centred(data, middle);
  const w = run(about, l2);
  const last = newtonStep(about, w, l2);
  const isSettled = isLevel(about, w, l2) && last.decrement <= CLOSE;
  const isCertain = l2 || kind !== "unknown" || isNearOptimum(about, last);
  if (!isSettled || !isCertain) return { w: null };
  const ones = middle.map(() => 1);
  return { w: to_raw(w, middle, ones) };
}

/**
 * Features about their means, so that intercept and coefficients hardly interfere.
 * @param {Data} data
 * @param {number[]} middle
 * @returns {Data}
 */
function centred(data, middle) {
  return { ...data, x: data.x.map((column, j) => column.map((v) => v - middle[j])) };
}

/**
 * Where Newton's steps from weights of zero end.
 * @param {Data} data
 * @param {number} l2
 */
function run(data, l2) {
  let w = [0, ...data.x.map(() => 0)];
  for (let k = 0; k < MAX_STEPS; k++) {
    const found = newtonStep(data, w, l2);
    w = moved(data, w, found, l2);
    if (found.decrement <= CLOSE) break;
  }
  return w;
}

/**
 * The step, halved until the loss falls; near the optimum, where rounding decides, whole.
 * @param {Data} data
 * @param {number[]} weights
 * @param {NewtonStep} step
 * @param {number} l2
 */
function moved(data, weights, { move, decrement }, l2) {
  const before = objective(data, weights, l2);
  const most = decrement < 1e-5 ? 1 : 40;
  let there = weights;
  for (let halvings = 0; halvings < most; halvings++) {
    there = weights.map((v, j) => v + 0.5 ** halvings * move[j]);
    if (objective(data, there, l2) <= before) break;
  }
  return there;
}

/**
 * The mean loss and its squared penalty.
 * @param {Data} data
 * @param {number[]} weights
 * @param {number} l2
 */
const objective = (data, [w0, ...w], l2) => meanLoss(data, w0, w) + (l2 / 2) * dot(w, w);

/**
 * Whether the gradient is zero to rounding, also where the Hessian saw nothing to bend.
 * @param {Data} data
 * @param {number[]} weights
 * @param {number} l2
 */
function isLevel(data, weights, l2) {
  const start = weights.map(() => 0);
  const bend = hessian(data, start, l2);
  return gradient(data, weights, l2).every((v, j) => Math.abs(v) <= CLOSE * Math.sqrt(bend[j][j]));
}
