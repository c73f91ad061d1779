// Whether the mean loss has a lowest point at all. It has none if a boundary separates the classes.
import { dot } from "./sums.js";

/** @import { NewtonStep } from "./hessian.js" */

/**
 * Whether weights separate the classes: "no", "quasi" or "complete" on one feature; on more, what
 * the data set says of itself, and "unknown" where it says nothing.
 * @param {Data} data
 * @returns {string}
 */
export function separability({ x, y, separable }) {
  if (y.every((v) => v === y[0])) return "complete";
  if (x.length > 1) return separable ?? "unknown";
  const [zeros, ones] = [0, 1].map((label) => interval(x[0].filter((_, i) => y[i] === label)));
  const [rising, falling] = [between(zeros, ones), between(ones, zeros)];
  return rising === "no" ? falling : rising;
}

/**
 * The smallest and the largest of some numbers.
 * @param {number[]} values
 */
function interval(values) {
  let [low, high] = [Infinity, -Infinity];
  for (const v of values) {
    low = Math.min(low, v);
    high = Math.max(high, v);
  }
  return { low, high };
}

/**
 * Whether one interval lies below another: wholly, or with a common end, or not. Two single points
 * that are the same do not separate anything.
 * @param {{ low: number, high: number }} left
 * @param {{ low: number, high: number }} right
 */
function between(left, right) {
  if (left.high < right.low) return "complete";
  return left.high === right.low && left.low !== right.high ? "quasi" : "no";
}

/**
 * Whether a lowest point is certain to exist: Newton's decrement times the radius of the data is
 * below one half. logreg_core.separability has the theorem.
 * @param {Data} data
 * @param {NewtonStep} step
 * @returns {boolean}
 */
export function isNearOptimum({ x, y }, { inverse, decrement, rank }) {
  if (rank <= x.length) return false;
  let radius = 0;
  for (let i = 0; i < y.length; i++) {
    const u = [1, ...x.map((column) => column[i])];
    radius = Math.max(radius, dot(u, inverse(u)));
  }
  return decrement * Math.sqrt(radius) < 0.5;
}
