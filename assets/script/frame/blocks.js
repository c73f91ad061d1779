// Sums over all samples in one pass, without a column in between: there may be a hundred thousand.
// The many ln(1 + e) of a block are one logarithm, of the product of all 1 + e.
import { LOSSES } from "./loss.js";
import { logitAt } from "./model.js";
import { Sum } from "./sums.js";

const BLOCK = 128; // samples: plain sums of so many, added up with care, keep digits and speed

/**
 * What one pass finds.
 * @typedef {object} Totals
 * @property {number} mean_loss in nats
 * @property {number[]} slope of the mean loss by [w0, w1, ...]
 * @property {Record<"true_positive" | "false_positive" | "true_negative" | "false_negative",
 *   number>} counts of right and wrong decisions
 */

/**
 * The mean loss in nats, its slope by [w0, w1, ...], and the decisions where a sample is predicted
 * 1 from the logit `cut` on.
 * @param {Data} data
 * @param {number} w0
 * @param {number[]} w
 * @param {number} cut
 * @returns {Totals}
 */
export function totals({ x, y }, w0, w, cut = 0) {
  const [n, loss, slope] = [y.length, new Sum(), [new Sum(), ...w.map(() => new Sum())]];
  const part = new Float64Array(slope.length); // the residual, then the residual times each x
  let [positive, true_positive, true_negative] = [0, 0, 0];
  for (let start = 0; start < n; start += BLOCK) {
    const end = Math.min(start + BLOCK, n);
    let [above, product] = [0, 0]; // product less 1, which keeps the digits of a small e
    part.fill(0);
    for (let i = start; i < end; i++) {
      const z = logitAt(x, i, w0, w);
      const e = Math.exp(-Math.abs(z));
      const wrong = y[i] ? -z : z;
      const residual = ((wrong >= 0 ? 1 : e) / (1 + e)) * (y[i] ? -1 : 1);
      if (wrong > 0) above += wrong;
      product += e * (1 + product);
      part[0] += residual;
      for (let j = 0; j < w.length; j++) part[j + 1] += residual * x[j][i];
      if (z >= cut) {
        positive += 1;
        true_positive += y[i];
      } else true_negative += 1 - y[i];
    }
    loss.add(above + Math.log1p(product));
    slope.forEach((s, j) => s.add(part[j]));
  }
  const false_positive = positive - true_positive;
  const false_negative = n - positive - true_negative;
  const counts = { true_positive, false_positive, true_negative, false_negative };
  return { mean_loss: loss.value / n, slope: slope.map((s) => s.value / n), counts };
}

/**
 * The same mean loss and nothing else, for the many weights of a surface.
 * @param {Data} data
 * @param {number} w0
 * @param {number[]} w
 * @returns {number}
 */
export function meanLoss({ x, y }, w0, w) {
  const loss = new Sum();
  for (let start = 0; start < y.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, y.length);
    let [above, product] = [0, 0];
    for (let i = start; i < end; i++) {
      const z = logitAt(x, i, w0, w);
      const wrong = y[i] ? -z : z;
      if (wrong > 0) above += wrong;
      product += Math.exp(-Math.abs(z)) * (1 + product);
    }
    loss.add(above + Math.log1p(product));
  }
  return loss.value / y.length;
}

/**
 * The mean squared loss.
 * @param {Data} data
 * @param {number} w0
 * @param {number[]} w
 * @returns {number}
 */
export function meanSquared({ x, y }, w0, w) {
  const { value } = LOSSES.squared;
  const loss = new Sum();
  for (let i = 0; i < y.length; i++) {
    const z = logitAt(x, i, w0, w);
    loss.add(value(y[i] ? -z : z));
  }
  return loss.value / y.length;
}

/**
 * The mean squared loss and its slope by [w0, w1, ...].
 * @param {Data} data
 * @param {number} w0
 * @param {number[]} w
 * @returns {Pick<Totals, "mean_loss" | "slope">}
 */
export function squaredTotals({ x, y }, w0, w) {
  const { value, slope } = LOSSES.squared;
  const [loss, total] = [new Sum(), [new Sum(), ...w.map(() => new Sum())]];
  for (let i = 0; i < y.length; i++) {
    const z = logitAt(x, i, w0, w);
    const wrong = y[i] ? -z : z;
    const pull = slope(wrong) * (y[i] ? -1 : 1);
    loss.add(value(wrong));
    total[0].add(pull);
    for (let j = 0; j < w.length; j++) total[j + 1].add(pull * x[j][i]);
  }
  return { mean_loss: loss.value / y.length, slope: total.map((s) => s.value / y.length) };
}
