// What one sample costs: the negative log-likelihood of its label, computed from the logit. Beside it
// stands the squared loss (p - y)^2, to see why it is not the one to train with.
import { sigmoid } from "./link.js";

/**
 * The loss of a sample in nats: -ln p where y = 1, -ln(1 - p) where y = 0. It is ln(1 + exp(wrong)),
 * written so that nothing overflows.
 * @param {number} z logit
 * @param {number} y label, 0 or 1
 * @returns {number}
 */
export function sampleLoss(z, y) {
  const wrong = y ? -z : z;
  return Math.max(wrong, 0) + Math.log1p(Math.exp(-Math.abs(wrong)));
}

/**
 * The residual p - y, which is also the derivative of the sample's loss by its logit.
 * @param {number} z logit
 * @param {number} y label, 0 or 1
 * @returns {number}
 */
export const residual = (z, y) => (y ? -sigmoid(-z) : sigmoid(z));

/**
 * The second derivative p (1 - p) of a sample's loss by its logit, whatever its label. The
 * denominator is (1 + e)^2 with one rounding less.
 * @param {number} z logit
 * @returns {number}
 */
export function curvature(z) {
  const e = Math.exp(-Math.abs(z));
  return e / (1 + e * (2 + e));
}

/**
 * The squared loss (p - y)^2 of a sample.
 * @param {number} z logit
 * @param {number} y label, 0 or 1
 * @returns {number}
 */
export function squaredLoss(z, y) {
  const e = Math.exp(-Math.abs(z));
  return Math.exp(-2 * Math.max(y ? z : -z, 0)) / (1 + e * (2 + e));
}

/**
 * The derivative 2 (p - y) p (1 - p) of the squared loss by the logit.
 * @param {number} z logit
 * @param {number} y label, 0 or 1
 * @returns {number}
 */
export const squaredSlope = (z, y) => 2 * residual(z, y) * curvature(z);

/**
 * How much of a unit of loss one nat is.
 * @param {string} unit "nats" or "bits"
 * @returns {number}
 */
export const perNat = (unit) => (unit === "bits" ? 1 / Math.LN2 : 1);
