// Going downhill on the mean loss, step by step. Weights are [w0, w1, ...]. The penalties are l2 /
// 2 times the sum of the squared coefficients and l1 times the sum of their sizes; the intercept is
// never penalised. The loss is the cross-entropy unless the squared loss is told.
import { squaredTotals, totals } from "./blocks.js";
import { perData } from "./per-data.js";

/**
 * The gradient of the mean loss and of its squared penalty.
 * @param {Data} data
 * @param {number[]} weights
 * @param {number} l2
 * @param {string} [loss]
 * @returns {number[]}
 */
export function gradient(data, [w0, ...w], l2, loss) {
  const { slope } = loss === "squared" ? squaredTotals(data, w0, w) : totals(data, w0, w);
  return slope.map((s, j) => s + (j ? l2 * w[j - 1] : 0));
}

/**
 * One step downhill: every weight moves from the same point by learning_rate times its slope. Then
 * l1 draws each coefficient towards 0 and lets it rest there (Parikh and Boyd 2014).
 * @param {Data} data
 * @param {number[]} weights
 * @param {Rates} rates
 * @returns {number[]}
 */
export function step(data, weights, { learning_rate = 1, l1 = 0, l2 = 0, loss }) {
  const slope = gradient(data, weights, l2, loss);
  const moved = weights.map((v, j) => v - learning_rate * slope[j]);
  if (!l1) return moved;
  /** @param {number} v */
  const shrunk = (v) => Math.sign(v) * Math.max(Math.abs(v) - learning_rate * l1, 0);
  return moved.map((v, j) => (j ? shrunk(v) : v));
}

/** The last path through each data set is kept, so that one step more costs one step. */
const lastThrough = perData(() => ({ key: "", path: /** @type {number[][]} */ ([]) }));

/**
 * The weights after each of so many steps downhill, the start included. The path ends early where a
 * weight would overflow.
 * @param {Data} data
 * @param {number[]} start
 * @param {number} steps
 * @param {Rates} rates
 * @returns {number[][]}
 */
export function descend(data, start, steps, rates) {
  const key = [rates.learning_rate, rates.l1, rates.l2, rates.loss, ...start].join();
  const last = lastThrough(data);
  if (last.key !== key) Object.assign(last, { key, path: [[...start]] });
  const { path } = last;
  while (path.length <= steps) {
    const next = step(data, path[path.length - 1], rates);
    if (!next.every(Number.isFinite)) break;
    path.push(next);
  }
  return path.slice(0, steps + 1);
}
