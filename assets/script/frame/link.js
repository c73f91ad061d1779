// The link between a score and a probability: sigmoid, its inverse logit, and the odds between.

/**
 * The probability 1 / (1 + exp(-z)) of a logit z, within 2 ulp on both tails. Of the numerator a
 * part is taken off that is smaller than the result, and so are its roundings.
 * @param {number} z
 * @returns {number}
 */
export function sigmoid(z) {
  const e = Math.exp(-Math.abs(z));
  const top = z >= 0 ? 1 : e;
  return top - top * (e / (1 + e));
}

/**
 * The logit ln(p / (1 - p)) of a probability p. Near one half the ratio is near 1 and its logarithm
 * loses digits; there 2p - 1 is exact.
 * @param {number} p
 * @returns {number}
 */
export function logit(p) {
  const isMiddle = Math.abs(p - 0.5) < 0.25;
  return isMiddle ? 2 * Math.atanh(2 * p - 1) : Math.log(p / (1 - p));
}

/**
 * The odds p / (1 - p), taken from the logit z so that a rounded p never enters.
 * @param {number} z
 * @returns {number}
 */
export const odds = (z) => Math.exp(z);
