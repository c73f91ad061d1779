// What wrong decisions cost, and which threshold makes them cheapest.
import { ones } from "./per-data.js";

/** @typedef {{ cost_fp: number, cost_fn: number }} Costs */

/**
 * Wrong decisions at many thresholds. As the threshold rises, samples fall below it one after the
 * other, so every sample is looked at once.
 * @param {Data} data
 * @param {number[]} logit of each sample
 * @param {number[]} order samples from the smallest logit to the largest
 * @param {number[]} cuts logits of the thresholds, rising
 * @returns {{ false_positive: number[], false_negative: number[] }}
 */
export function mistakes(data, logit, order, cuts) {
  const { y } = data;
  const zeros = y.length - ones(data);
  /** @type {[number[], number[]]} */
  const [false_positive, false_negative] = [[], []];
  let [below, misses] = [0, 0];
  for (const cut of cuts) {
    for (; below < order.length && logit[order[below]] < cut; below++) misses += y[order[below]];
    false_negative.push(misses);
    false_positive.push(zeros - (below - misses));
  }
  return { false_positive, false_negative };
}

/**
 * The mean cost per sample of wrong decisions.
 * @param {number} false_positive number of samples
 * @param {number} false_negative number of samples
 * @param {number} n number of all samples
 * @param {Costs} costs
 * @returns {number}
 */
export const meanCost = (false_positive, false_negative, n, { cost_fp, cost_fn }) =>
  (false_positive * cost_fp + false_negative * cost_fn) / n;

/**
 * The threshold on p from which predicting 1 costs less: cost_fp / (cost_fp + cost_fn). The larger
 * cost is divided out first, as the sum may overflow.
 * @param {Costs} costs
 * @returns {number}
 */
export function bestThreshold({ cost_fp, cost_fn }) {
  const larger = Math.max(cost_fp, cost_fn);
  return cost_fp / larger / (cost_fp / larger + cost_fn / larger);
}
