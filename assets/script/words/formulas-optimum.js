// Formulas of the best weights and of the learning rates that lead to them.

import { compute } from "../frame/compute.js";
import { LOSSES } from "../frame/loss.js";
import { exactly, number } from "../frame/numbers.js";
import { settingsAt } from "../frame/settings.js";
import { mean } from "../frame/sums.js";
import { all } from "./columns.js";
import { line } from "./line.js";
import { penalised } from "./losses.js";
import { fraction, matrix, mn, mo, plus, root, squared } from "./mathml.js";
import { weight } from "./names.js";
import { penaltyTerms } from "./penalties.js";
import { meanOf } from "./sums.js";
import { factor, found, given, within } from "./terms.js";

const LARGEST = "<msub><mi>λ</mi><mtext>max</mtext></msub>"; // the largest eigenvalue
const WHERE = /** @type {Record<string, string>} */ ({
  "cross-entropy": "at weights of 0, where they are largest",
  squared: "if every sample bent the mean squared loss as much as one can",
});
const ZERO_DIGITS = 9; // decimals to which a slope at the best weights is 0

/** @type {import("./line.js").Opener} */
function rateLimit({ frame: { optimum }, data, scene }) {
  const [limit] = optimum.rate_limit; // undefined where a question covers it
  const eigenvalue = limit === undefined ? LARGEST : found(2 / limit);
  return [
    [
      `sharpest bend: the largest eigenvalue of the second derivatives ${WHERE[scene.loss_function]}`,
      LARGEST + matrix(sharpestBend(data, scene).map((row) => row.map(given))),
    ],
    line(
      "learning rate below which steps settle: 2 / that eigenvalue",
      fraction(mn("2"), eigenvalue),
      found(limit),
    ),
  ];
}

/**
 * The largest second derivatives of the mean loss: those of every sample are at their largest.
 * @param {Data} data
 * @param {Scene} scene
 */
function sharpestBend({ x }, { l2, loss_function: loss }) {
  const columns = [x[0].map(() => 1), ...x];
  const product = (/** @type {number[]} */ a, /** @type {number[]} */ b) =>
    mean(a.map((v, i) => v * b[i]));
  const penalty = (/** @type {number} */ j, /** @type {number} */ k) => (j > 0 && j === k ? l2 : 0);
  const { sharpest } = LOSSES[loss];
  return columns.map((a, j) => columns.map((b, k) => product(a, b) * sharpest + penalty(j, k)));
}

/** @type {import("./line.js").Opener} */
function size({ frame: { summary, history } }) {
  const w = all(summary, "w");
  return [
    line(
      "size of the weights: the root of the sum of their squares",
      root(plus(...w.map((v) => squared(within(v, given(v)))))),
      found(history?.weight_norm.at(-1) ?? Math.hypot(...w)),
    ),
  ];
}

/**
 * Whether there are best weights; where there are none, the weights in force only grow.
 * @param {Now} now
 */
const isFound = ({ frame }) => all(frame.optimum, "w").every(([v]) => Number.isFinite(v));

/**
 * At the best weights no slope is left that a penalty does not hold.
 * @type {import("./line.js").Opener}
 */
function optimum(now) {
  const { frame, data, scene } = now;
  const best = all(frame.optimum, "w").map(([v]) => v);
  const { samples, summary } = compute(data, settingsAt(scene, [best]), ["samples", "summary"]);
  const weights = best.map((v, j) => `${weight(j)} = ${number(v, 4)}`).join(", ");
  const [, ...w] = best;
  const objective = line(
    "penalised loss there: the mean loss and the penalties",
    plus(found(frame.optimum.mean_loss[0]), ...penaltyTerms(w, scene)),
    found(frame.optimum.objective[0]),
  );
  return [
    line(
      `at ${weights} the slope for the intercept is 0: the mean residual`,
      meanOf(samples.residual, summary.n),
      zero(summary.grad_w0),
    ),
    ...all(samples, "residual_x").map((products, j) =>
      flatSlope(now, w[j], meanOf(products, summary.n), summary[`grad_w${j + 1}`], j),
    ),
    line("mean loss there", meanOf(samples.loss, summary.n), found(frame.optimum.mean_loss[0])),
    ...(penalised(scene) ? [objective] : []),
  ];
}

/**
 * The slope for a coefficient at the best weights. With the penalties it is 0, unless the
 * coefficient itself is 0 and λ₁ holds it there.
 * @param {Now} now
 * @param {number} w the coefficient
 * @param {string} slope the mean of residual times x, as a formula
 * @param {number} value the same as a number
 * @param {number} j
 * @returns {import("./line.js").Line}
 */
function flatSlope({ data, scene: { l1, l2 } }, w, slope, value, j) {
  const feature = data.features[j];
  if (l1 > 0 && w === 0) {
    return [
      `the coefficient of ${feature} is 0, as its slope, the mean of residual times x, is within ±λ₁`,
      mo("|") + slope + mo("|") + mo("=") + found(Math.abs(value)) + mo("≤") + given(l1),
    ];
  }
  const pull = Math.sign(w) * l1;
  const first = l1 > 0 ? [within(pull, given(pull))] : [];
  const second = l2 > 0 ? [given(l2) + factor(w)] : [];
  const said = [
    `and so is that for the coefficient of ${feature}: the mean of residual times x`,
    ...(l1 > 0 ? ["plus λ₁ with the sign of the coefficient"] : []),
    ...(l2 > 0 ? ["plus λ₂ times the coefficient"] : []),
  ];
  return line(said.join(", "), plus(slope, ...first, ...second), zero(value + pull + l2 * w));
}

/**
 * A value that is 0 up to rounding, without a sign.
 * @param {number} value
 */
const zero = (value) => mn(number(Number(value.toFixed(ZERO_DIGITS)) || 0));

/** The formulas of this file by the names that open them. */
export const OPTIMUM = {
  "rate-limit": (/** @type {Now} */ now) => exactly(() => rateLimit(now)),
  size,
  optimum: (/** @type {Now} */ now) => (isFound(now) ? exactly(() => optimum(now)) : size(now)),
};
