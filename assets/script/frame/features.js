// Features made from features, and weights from one unit into the other.
import { dot, mean } from "./sums.js";

/**
 * Weights on the features (x - mean) / sd that give the same logits as these weights give on x.
 * @param {number[]} weights [w0, w1, ...]
 * @param {number[]} mean of each feature
 * @param {number[]} sd of each feature
 * @returns {number[]}
 */
export const to_standardised = ([w0, ...w], mean, sd) => [
  w0 + dot(w, mean),
  ...w.map((c, j) => c * sd[j]),
];

/**
 * Weights on x that give the same logits as these weights give on the features (x - mean) / sd.
 * @param {number[]} weights [w0, w1, ...]
 * @param {number[]} mean of each feature
 * @param {number[]} sd of each feature
 * @returns {number[]}
 */
export function to_raw([w0, ...w], mean, sd) {
  const raw = w.map((c, j) => c / sd[j]);
  return [w0 - dot(raw, mean), ...raw];
}

/**
 * Every feature less its mean, in standard deviations, with both of them.
 * @param {number[][]} x
 * @returns {{ x: number[][], mean: number[], sd: number[] }}
 */
export function standardise(x) {
  const found = x.map(spread);
  const scaled = x.map((column, j) => column.map((v) => (v - found[j][0]) / found[j][1]));
  return { x: scaled, mean: found.map(([m]) => m), sd: found.map(([, s]) => s) };
}

/**
 * Mean and standard deviation of a feature, of the population; the deviation of a constant is 1. The
 * largest distance is divided out first, so that no square overflows.
 * @param {number[]} x
 * @returns {[number, number]}
 */
export function spread(x) {
  if (x.every((v) => v === x[0])) return [x[0], 1];
  const middle = mean(x);
  const away = x.map((v) => v - middle);
  const size = away.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  return [middle, size * Math.sqrt(mean(away.map((v) => (v / size) ** 2)))];
}

/**
 * Two features and their product.
 * @param {number[][]} x
 * @returns {number[][]}
 */
export const interaction = ([a, b]) => [a, b, a.map((v, i) => v * b[i])];
