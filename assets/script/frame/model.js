// The model: weights give each sample a logit.

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
 * The logit of sample i.
 * @param {number[][]} x
 * @param {number} i
 * @param {number} w0
 * @param {number[]} w
 * @returns {number}
 */
export function logitAt(x, i, w0, w) {
  let z = w[0] * x[0][i];
  for (let j = 1; j < w.length; j++) z += w[j] * x[j][i];
  return z + w0;
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
  return { intercept: w0, pushes, logit: w0 + pushes.reduce((a, b) => a + b) };
}
