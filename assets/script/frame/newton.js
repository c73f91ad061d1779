// Best weights by Newton's method, or none where there are none. Weights are [w0, w1, ...].

import { gradient } from "./descent.js";
import { to_raw } from "./features.js";
import { newtonStep } from "./hessian.js";
import { CLOSE, faces, NEAR, penalisedLoss, pullBeyond } from "./lasso.js";
import { isNearOptimum, separability } from "./separability.js";
import { mean } from "./sums.js";

/** @import { NewtonStep } from "./hessian.js" */

const MAX_STEPS = 50;
const TIED = 1e-9; // a slope within this share of l1 may belong to a coefficient that is free

/**
 * What Newton's method found: weights, or why there are none: "one class", "complete" or "quasi" if
 * the classes are separated, "step limit" if nothing is certain.
 * @typedef {{ w: number[] | null, outcome: string }} Optimum
 */

/**
 * Weights of lowest mean loss with its penalties; null where there are none.
 * @param {Data} data
 * @param {{ l1?: number, l2?: number }} penalties
 * @returns {Optimum}
 */
export function newton(data, { l1 = 0, l2 = 0 } = {}) {
  const kind = separability(data);
  const isPenalised = l1 > 0 || l2 > 0;
  if (data.y.every((v) => v === data.y[0])) return { w: null, outcome: "one class" };
  const isSeparated = kind === "complete" || kind === "quasi";
  if (isSeparated && !isPenalised) return { w: null, outcome: kind };
  const middle = data.x.map(mean);
  const about = centred(data, middle);
  const w = l1 > 0 ? faces(about, { l1, l2 }, MAX_STEPS) : run(about, l2);
  const last = lastStep(about, w, l1, l2);
  const isLevel = pullBeyond(about, w, { l1, l2 }).every((v) => Math.abs(v) <= CLOSE);
  const isCertain = isPenalised || kind !== "unknown" || isNearOptimum(about, last);
  if (!isLevel || !(last.decrement <= CLOSE) || !isCertain) {
    return { w: null, outcome: "step limit" };
  }
  const ones = middle.map(() => 1);
  return { w: to_raw(w, middle, ones), outcome: "converged" };
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
 * Newton's step at the end. Under l1, every coefficient whose slope the penalty just balances is
 * free.
 * @param {Data} data
 * @param {number[]} weights
 * @param {number} l1
 * @param {number} l2
 */
function lastStep(data, weights, l1, l2) {
  if (!(l1 > 0)) return newtonStep(data, weights, { l2 });
  const [, ...slope] = gradient(data, weights, l2);
  const signs = slope.map((v) => (Math.abs(v) >= l1 * (1 - TIED) ? -Math.sign(v) : 0));
  return newtonStep(data, weights, { l1, l2, signs });
}

/**
 * Where Newton's steps from weights of zero end.
 * @param {Data} data
 * @param {number} l2
 */
function run(data, l2) {
  let w = [0, ...data.x.map(() => 0)];
  for (let k = 0; k < MAX_STEPS; k++) {
    const found = newtonStep(data, w, { l2 });
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
  const penalties = { l1: 0, l2 };
  const before = penalisedLoss(data, weights, penalties);
  const most = decrement < NEAR ? 1 : 40;
  let there = weights;
  for (let halvings = 0; halvings < most; halvings++) {
    there = weights.map((v, j) => v + 0.5 ** halvings * move[j]);
    if (penalisedLoss(data, there, penalties) <= before) break;
  }
  return there;
}
