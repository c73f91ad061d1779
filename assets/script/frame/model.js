// The model: weights give each sample a logit.

// of the terms of a logit: what is left below that, rounding has left
const CANCELLED = 4 * 2 ** -52;
const NEAR = 1e-6; // a logit further from 0 than this is never taken for 0

/**
 * The logit w0 + w1 x1 + ... of each sample.
 * @param {Data} data
 * @param {number} w0
 * @param {number[]} w one coefficient for each feature
 * @returns {number[]}
 */
export function logits({ x, y }, w0, w) {
  const found = new Array(y.length);
  for (let i = 0; i < y.length; i++) found[i] = logitAt(x, i, w0, w);
  return found;
}

/**
 * The logit of sample i; 0 where its terms cancel to no more than their rounding.
 * @param {number[][]} x
 * @param {number} i
 * @param {number} w0
 * @param {number[]} w
 * @returns {number}
 */
export function logitAt(x, i, w0, w) {
  let z = w[0] * x[0][i];
  for (let j = 1; j < w.length; j++) z += w[j] * x[j][i];
  z += w0;
  return z < NEAR && z > -NEAR && isCancelled(z, x, i, w0, w) ? 0 : z;
}

/**
 * Whether a logit is no more than what rounding may have left of its terms.
 * @param {number} z
 * @param {number[][]} x
 * @param {number} i
 * @param {number} w0
 * @param {number[]} w
 */
function isCancelled(z, x, i, w0, w) {
  const size = w.reduce((sum, v, j) => sum + Math.abs(v * x[j][i]), Math.abs(w0));
  return Math.abs(z) < CANCELLED * size;
}

/**
 * What pushes the logit of one sample up or down, and the logit: each feature pushes by w_j x_j.
 * @param {number[]} x the sample's features
 * @param {number} w0
 * @param {number[]} w
 * @returns {{ intercept: number, pushes: number[], logit: number }}
 */
export function evidence(x, w0, w) {
  const pushes = x.map((v, j) => v * w[j]);
  const row = x.map((v) => [v]);
  return { intercept: w0, pushes, logit: logitAt(row, 0, w0, w) };
}
