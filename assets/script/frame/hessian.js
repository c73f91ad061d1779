// How the slope of the mean loss bends: learning rates that are stable, and Newton's step.
import { gradient } from "./descent.js";
import { eigen } from "./eigen.js";
import { curvature, LOSSES } from "./loss.js";
import { perData } from "./per-data.js";
import { dot } from "./sums.js";

const FLAT = 1e-12; // a direction whose share of the bend is below this is rounding, not bend
const TINY = 2 ** -1022; // the smallest normal number

/**
 * Second derivatives of the mean loss by [w0, w1, ...]: the mean of p (1 - p) x_j x_k, and l2 on
 * the diagonal, but not for the intercept.
 * @param {Data} data
 * @param {number[]} weights [w0, w1, ...]
 * @param {number} l2
 * @returns {number[][]}
 */
export function hessian({ x, y }, [w0, ...w], l2) {
  const size = w.length + 1;
  const sample = new Float64Array(size).fill(1); // 1 for the intercept, then the features
  const total = Array.from({ length: size }, () => new Float64Array(size));
  for (let i = 0; i < y.length; i++) {
    let z = w0;
    for (let j = 1; j < size; j++) {
      sample[j] = x[j - 1][i];
      z += w[j - 1] * sample[j];
    }
    const bend = curvature(z);
    for (let j = 0; j < size; j++) {
      for (let k = j; k < size; k++) total[j][k] += bend * sample[j] * sample[k];
    }
  }
  /** @type {(j: number, k: number) => number} */
  const entry = (j, k) =>
    total[Math.min(j, k)][Math.max(j, k)] / y.length + (j === k && j ? l2 : 0);
  return total.map((line, j) => Array.from(line, (_, k) => entry(j, k)));
}

/**
 * The learning rate below which every step lowers the loss from anywhere: 2 / largest eigenvalue of
 * the Hessian at weights of zero, where it bends most. Above it nothing is promised. The squared
 * loss bends at most by a share of that.
 * @param {Data} data
 * @param {number} l2
 * @param {string} [loss]
 * @returns {number}
 */
export function learningRateLimit(data, l2, loss = "cross-entropy") {
  const share = LOSSES[loss].sharpest / LOSSES["cross-entropy"].sharpest;
  const bend = hessian(data, [0, ...data.x.map(() => 0)], l2 / share);
  const steepest = share * Math.max(...eigen(bend).values);
  return steepest > 0 ? 2 / steepest : Infinity;
}

/** The same limit, kept with its data set. The key is the loss and l2 with a space between them. */
export const rateLimit = perData((data, /** @type {string} */ key) => {
  const [loss, l2] = key.split(" ");
  return learningRateLimit(data, Number(l2), loss);
});

/**
 * Where Newton's method goes from a point.
 * @typedef {object} NewtonStep
 * @property {number[]} move to be added to [w0, w1, ...]
 * @property {number} decrement the square root of gradient times inverse Hessian times gradient
 * @property {number} rank number of directions that are not flat
 * @property {(u: number[]) => number[]} inverse multiplies by the inverse of the Hessian, which is
 *   zero along flat directions
 */

/**
 * Newton's step: to the lowest point of the parabola that touches the penalised loss here. The
 * Hessian is first scaled to ones on its diagonal, so that units do not decide what is flat.
 * @param {Data} data
 * @param {number[]} weights [w0, w1, ...]
 * @param {{ l1?: number, l2?: number, signs?: number[] }} penalties signs, which l1 needs, are the
 *   side of 0 that each coefficient keeps to, so that its penalty is linear; one with sign 0 does
 *   not move
 * @returns {NewtonStep}
 */
export function newtonStep(data, weights, { l1 = 0, l2 = 0, signs }) {
  const slope = gradient(data, weights, l2);
  signs?.forEach((sign, j) => {
    slope[j + 1] += l1 * sign;
  });
  const free = Array.from(weights.keys()).filter((j) => j === 0 || signs?.[j - 1] !== 0);
  const directions = directionsOf(hessian(data, weights, l2), free);
  const most = Math.max(...directions.map(({ value }) => value));
  const bent = directions.filter(({ value }) => value > FLAT * most);
  // Along a flat direction the l1 penalty may fall, up to where a coefficient reaches 0.
  const kept = signs ? directions : bent;
  /** @param {number[]} u */
  const inverse = (u) =>
    u.map((_, j) =>
      kept.reduce(
        (total, { value, vector }) =>
          total + (vector[j] * dot(vector, u)) / Math.max(value, FLAT * most),
        0,
      ),
    );
  const move = inverse(slope).map((v) => -v);
  const decrement = Math.sqrt(Math.max(0, -dot(move, slope)));
  return { move, decrement, rank: bent.length, inverse };
}

/**
 * Eigenvalues and eigenvectors of a Hessian that is scaled to ones on its diagonal. The vectors are
 * in the units of the weights, and 0 for every weight that is not free.
 * @param {number[][]} whole
 * @param {number[]} free which weights move
 */
function directionsOf(whole, free) {
  const bend = free.map((j) => free.map((k) => whole[j][k]));
  const size = bend.map((line, j) => (line[j] < TINY ? 1 : Math.sqrt(line[j])));
  const scaled = bend.map((line, j) => line.map((v, k) => v / (size[j] * size[k])));
  const { values, vectors } = eigen(scaled);
  return vectors.map((v, m) => {
    const vector = whole.map(() => 0);
    free.forEach((j, k) => {
      vector[j] = v[k] / size[k];
    });
    return { value: values[m], vector };
  });
}
