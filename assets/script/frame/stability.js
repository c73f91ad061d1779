// What rounding leaves: how many digits of a training path hold, and which slopes are 0.
//
// Where steps amplify rounding, the same path is run a second time on features that are changed by
// a relative 2^-44. Their distance is far above the roundings of either run, so that two programs
// that round differently find the same digits. logreg_core.stability says where the numbers come
// from.
import { curvature, residual } from "./loss.js";
import { logitAt } from "./model.js";
import { perData } from "./per-data.js";
import { dot } from "./sums.js";

const NUDGE = 2 ** -44;
const SHARE = 2 ** -3; // of the distance: 2^-8 for the roundings themselves, times 32 to be safe
// of a term: two for its factors, one for the product, one for the sum
const ROUNDING = 4 * 2 ** -52;
const NOISE = 1e-13; // of a logit: what thousands of steps leave of a weight that should be 0
const SETTLED = 1e-12; // a relative distance that two runs keep where rounding does not grow
const MATTERS = 1e-6; // share of a logit below which a weight may be anything
const LEAST = 2; // digits: a single one would be claimed of paths that have lost each other
/** No more digits are claimed, and no page shows more. */
export const MOST = 12;

/** The data set with every feature a relative 2^-44 off, up and down by turns. */
export const nudged = perData((data) => ({
  ...data,
  x: data.x.map((column) => column.map((v, i) => v * (1 + (i % 2 ? -NUDGE : NUDGE)))),
}));

/**
 * Significant digits that hold of a number at each step of a path: 0, or 2 to 12. They come from
 * the largest distance so far, because paths that have lost each other come near by chance. All
 * hold again where both paths have settled at the same number, in the latter half of the steps so
 * far.
 * @param {number[]} steps numbers of the steps, rising
 * @param {number[]} values the number on the path
 * @param {number[]} others the number on the path of the nudged data
 * @returns {number[]}
 */
export function digitsThatHold(steps, values, others) {
  const distance = values.map((v, k) => Math.abs(v - others[k]));
  let largest = 0;
  return values.map((v, k) => {
    largest = Math.max(largest, distance[k]);
    if (largest === 0) return MOST;
    const size = Math.abs(v);
    const start = steps.findIndex((step) => step >= Math.floor(steps[k] / 2));
    const late = Math.max(...distance.slice(start, k + 1));
    if (late <= SETTLED * size) return MOST;
    const held = Math.floor(-Math.log10((SHARE * largest) / size));
    return held < LEAST ? 0 : Math.min(held, MOST);
  });
}

/**
 * Whether the loss still rises in the latter half of the steps, by more than its rounding.
 * @param {number[]} steps
 * @param {number[]} losses
 * @returns {boolean}
 */
export function bounces(steps, losses) {
  const start = steps.findIndex((step) => step >= Math.floor(steps[steps.length - 1] / 2));
  const late = losses.slice(start);
  return late.some((v, k) => k > 0 && v > late[k - 1] * (1 + 1e-12));
}

/**
 * Digits of the weights, of those that matter for a logit, and decimals of whatever follows from
 * them, which hold at each step of a path.
 * @param {Data} data
 * @param {number[]} steps
 * @param {number[][]} rows weights on the path
 * @param {number[][]} others weights on the path of the nudged data
 * @returns {{ digits: number[], decimals: number[] }}
 */
export function modelThatHolds(data, steps, rows, others) {
  const reach = sizes(data);
  // A logit near 0 has no digits, but where its decimals hold nobody misses them.
  const size = rows.map((row) => Math.max(dot(row.map(Math.abs), reach), 1));
  const moved = rows.map((row, k) => {
    const away = row.map((v, j) => Math.abs(v - others[k][j]));
    return size[k] + dot(away, reach);
  });
  // A gradient is the mean of terms p (1 - p) x times the change of a logit.
  const most = Math.max(1, Math.max(...reach) / 4);
  const decimals = digitsThatHold(steps, size, moved).map((held, k) =>
    held === MOST ? MOST : Math.max(Math.floor(held - Math.log10(size[k] * most)), 0),
  );
  const each = reach.map((_, j) =>
    digitsThatHold(
      steps,
      rows.map((row) => row[j]),
      others.map((row) => row[j]),
    ),
  );
  const digits = rows.map((row, k) =>
    Math.min(
      ...row.map((v, j) => (Math.abs(v) * reach[j] > MATTERS * size[k] ? each[j][k] : MOST)),
    ),
  );
  return { digits, decimals };
}

/**
 * A gradient that is 0 wherever rounding alone may have left it.
 * @param {Data} data
 * @param {number[]} weights
 * @param {number[]} slope
 * @param {number} l2
 * @returns {number[]}
 */
export function withoutRounding(data, weights, slope, l2 = 0) {
  const most = mostRounding(data, weights, l2);
  if (slope.every((v, j) => Math.abs(v) > most[j])) return slope;
  const noise = gradientRounding(data, weights, l2);
  return slope.map((v, j) => (Math.abs(v) > noise[j] ? v : 0));
}

/**
 * How far from 0 rounding alone may leave the gradient, for each weight. A term r x of the sum is
 * rounded by its size, and so is its logit, which changes the term by p (1 - p) x times that.
 * @param {Data} data
 * @param {number[]} weights
 * @param {number} l2
 */
function gradientRounding({ x, y }, [w0, ...w], l2) {
  const total = [0, ...w.map(() => 0)];
  for (let i = 0; i < y.length; i++) {
    const z = logitAt(x, i, w0, w);
    const parts = w.reduce((sum, v, j) => sum + Math.abs(v * x[j][i]), Math.abs(w0));
    const term = Math.abs(residual(z, y[i])) + curvature(z) * parts;
    total[0] += term;
    for (let j = 0; j < w.length; j++) total[j + 1] += term * Math.abs(x[j][i]);
  }
  return total.map((v, j) => ROUNDING * (v / y.length + (j ? l2 * Math.abs(w[j - 1]) : 0)));
}

/**
 * At least as much as that, from the sizes of the features alone, so that a slope far from 0 costs
 * no look at the samples.
 * @param {Data} data
 * @param {number[]} weights
 * @param {number} l2
 */
function mostRounding(data, weights, l2) {
  const size = sizes(data);
  const parts = weights.reduce((total, v, j) => total + Math.abs(v) * size[j], 0);
  return size.map((most, j) => ROUNDING * ((1 + parts / 4) * most + l2 * Math.abs(weights[j])));
}

/**
 * Weights that training has led to, in which 0 stands for one that moves no logit by more than
 * rounding.
 * @param {Data} data
 * @param {number[]} weights
 * @returns {number[]}
 */
export function withoutNoise(data, weights) {
  const parts = sizes(data).map((size, j) => size * Math.abs(weights[j]));
  const whole = parts.reduce((total, v) => total + v, 0);
  return weights.map((v, j) => (parts[j] <= NOISE * Math.max(whole, 1) ? 0 : v));
}

// The largest size of what each weight is multiplied by: 1 for the intercept, then the features.
const sizes = perData(({ x }) => [
  1,
  ...x.map((column) => column.reduce((most, v) => Math.max(most, Math.abs(v)), 0)),
]);
