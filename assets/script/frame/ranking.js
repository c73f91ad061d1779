// How well the logits put the samples in order, whatever the threshold.
import { ones, perData } from "./per-data.js";

// On one feature the logits have the order of x, or the other way round, whatever the weights.
const byFeature = perData(({ x: [x] }, /** @type {1 | -1} */ sign) =>
  Array.from(x.keys()).sort((i, j) => sign * (x[i] - x[j])),
);

/**
 * Samples from the smallest logit to the largest.
 * @param {Data} data
 * @param {number[]} w
 * @param {number[]} logit of each sample
 * @returns {number[]}
 */
export function ranked(data, w, logit) {
  if (w.length > 1) return Array.from(logit.keys()).sort((i, j) => logit[i] - logit[j]);
  return byFeature(data, w[0] < 0 ? -1 : 1);
}

/**
 * The curve of both rates as the threshold falls, one point for each distinct logit, and the area
 * under it.
 * @typedef {object} Roc
 * @property {number[]} false_positive_rate
 * @property {number[]} true_positive_rate
 * @property {number[]} logit from which samples are predicted 1; infinite first
 * @property {number} auc
 */

/**
 * Receiver operating characteristic; null where a class has no sample. Samples with the same logit
 * enter together, so a tie is a slanted piece of the curve (Fawcett 2006).
 * @param {Data} data
 * @param {number[]} logit of each sample
 * @param {number[]} order samples from the smallest logit to the largest
 * @returns {Roc | null}
 */
export function roc(data, logit, order) {
  const [{ y }, positive] = [data, ones(data)];
  const negative = y.length - positive;
  if (positive === 0 || negative === 0) return null;
  const [hits, alarms, cuts] = [[0], [0], [Infinity]];
  let [hit, alarm, area] = [0, 0, 0];
  for (let k = order.length - 1; k >= 0; k--) {
    const i = order[k];
    hit += y[i];
    alarm += 1 - y[i];
    if (logit[order[k - 1]] === logit[i]) continue;
    area += (alarm - alarms[alarms.length - 1]) * (hit + hits[hits.length - 1]);
    hits.push(hit);
    alarms.push(alarm);
    cuts.push(logit[i]);
  }
  return {
    false_positive_rate: alarms.map((v) => v / negative),
    true_positive_rate: hits.map((v) => v / positive),
    logit: cuts,
    auc: area / (2 * positive * negative),
  };
}
