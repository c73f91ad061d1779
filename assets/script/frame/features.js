// Features made from features, and weights from one unit into the other.
import { dot, mean } from "./sums.js";

const DIGITS = 9; // of a weight that comes back as it was
const ROOM = 2e-11; // what writing weights with 12 digits and converting them back may change
const MOST_PLACES = 100; // that toFixed writes

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
 * Weights in the other unit, and the very same weights on the way back. Where a decimal of 9
 * significant digits lies within 2e-11 of what comes out, that decimal is meant: 0 and not
 * -7.6e-13, also when the weights have passed through text of 12 digits. The digits of the
 * intercept are counted from the largest of the terms that it is summed from.
 * @param {number[]} weights [w0, w1, ...]
 * @param {{ mean: number[], sd: number[] }} scale of each feature
 * @param {boolean} isBack whether the weights are on standardised features
 * @returns {number[]}
 */
export function converted(weights, { mean, sd }, isBack) {
  const there = isBack ? to_raw(weights, mean, sd) : to_standardised(weights, mean, sd);
  const raw = isBack ? there : weights;
  const terms = Math.max(Math.abs(weights[0]), ...mean.map((m, j) => Math.abs(raw[j + 1] * m)));
  return there.map((v, j) => meant(v, j === 0 ? terms : Math.abs(v)));
}

/**
 * The decimal that a value was before a conversion of numbers of this size, or the value itself.
 * @param {number} value
 * @param {number} size
 */
function meant(value, size) {
  if (size === 0 || !Number.isFinite(size)) return value;
  const places = DIGITS - 1 - Math.floor(Math.log10(size));
  const decimal = roundedTo(value, places) + 0; // not -0
  return Math.abs(value - decimal) <= ROOM * size ? decimal : value;
}

/**
 * @param {number} value
 * @param {number} places
 */
function roundedTo(value, places) {
  if (places < 0) return Math.round(value / 10 ** -places) * 10 ** -places;
  return Number(value.toFixed(Math.min(places, MOST_PLACES)));
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
 * Mean and standard deviation of a feature, of the population; the deviation of a constant is 1.
 * The largest distance is divided out first, so that no square overflows.
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
