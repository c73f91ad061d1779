// What one sample costs: the negative log-likelihood of its label, computed from the logit. Beside
// it stands the squared loss (p - y)^2, to see why it is not the one to train with.
import { sigmoid } from "./link.js";

const SMALL = 0.13; // residuals below this are squared by another formula; see `square`

/**
 * The loss of a sample in nats: -ln p where y = 1, -ln(1 - p) where y = 0. It is ln(1 +
 * exp(wrong)), written so that nothing overflows.
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
export const squaredLoss = (z, y) => square(y ? -z : z);

/**
 * The square of sigmoid(z) within 2 ulp; squaring a rounded sigmoid would double its rounding. The
 * quotient r is held as `high`, whose 24 bits make its products exact, and `low`, which the
 * division left over. Where r is small the rounding of e would count twice; there exp(2 z) stands
 * for e^2.
 * @param {number} z
 */
function square(z) {
  const e = Math.exp(-Math.abs(z));
  const top = z >= 0 ? 1 : e;
  const r = top / (1 + e);
  const [high, eHigh] = [Math.fround(r), Math.fround(e)];
  const low = (top - high - high * eHigh - high * (e - eHigh)) / (1 + e);
  const found = high * high + low * (2 * high + low);
  if (r >= SMALL) return found;
  const power = Math.exp(2 * Math.min(z, 0));
  return power - power * (2 * high - (found - 2 * low));
}

/**
 * The derivative 2 (p - y) p (1 - p) of the squared loss by the logit.
 * @param {number} z logit
 * @param {number} y label, 0 or 1
 * @returns {number}
 */
export const squaredSlope = (z, y) => 2 * residual(z, y) * curvature(z);

/**
 * A loss that a model can be trained with, as functions of the wrong label's logit: that is z where
 * y = 0 and -z where y = 1.
 * @typedef {object} Loss
 * @property {(wrong: number) => number} value
 * @property {(wrong: number) => number} slope its derivative
 * @property {number} sharpest its largest second derivative
 */

const SHARPEST_AT = (9 + Math.sqrt(33)) / 24; // the q where 2 q (1 - q)^2 (3 q - 1) is largest

/**
 * The losses by their names in a scene.
 * @type {Record<string, Loss>}
 */
export const LOSSES = {
  "cross-entropy": { value: (wrong) => sampleLoss(wrong, 0), slope: sigmoid, sharpest: 0.25 },
  squared: {
    value: square,
    slope: (wrong) => squaredSlope(wrong, 0),
    sharpest: 2 * SHARPEST_AT * (1 - SHARPEST_AT) ** 2 * (3 * SHARPEST_AT - 1),
  },
};

/**
 * The loss that is not chosen.
 * @param {string} loss
 */
export const otherLoss = (loss) => (loss === "squared" ? "cross-entropy" : "squared");

/**
 * How much of a unit of loss one nat is; 1 with the squared loss, which has no unit.
 * @param {string} unit "nats" or "bits"
 * @param {string} [loss]
 * @returns {number}
 */
export const perNat = (unit, loss) => (unit === "bits" && loss !== "squared" ? 1 / Math.LN2 : 1);
