// Formulas of the best weights and of the learning rates that lead to them.

import { compute } from "../frame/compute.js";
import { number } from "../frame/numbers.js";
import { settingsAt } from "../frame/settings.js";
import { mean } from "../frame/sums.js";
import { all } from "./columns.js";
import { line } from "./line.js";
import { fraction, matrix, mn, plus, root, squared } from "./mathml.js";
import { weight } from "./names.js";
import { meanOf } from "./sums.js";
import { factor, found, given, within } from "./terms.js";

const LARGEST = "<msub><mi>λ</mi><mtext>max</mtext></msub>"; // the largest eigenvalue
const ZERO_DIGITS = 9; // decimals to which a slope at the best weights is 0

/** @type {import("./line.js").Opener} */
function rateLimit({ frame: { optimum }, data, scene }) {
  const [limit] = optimum.rate_limit; // undefined where a question covers it
  const eigenvalue = limit === undefined ? LARGEST : found(2 / limit);
  return [
    [
      "sharpest bend: the largest eigenvalue of the second derivatives at weights of 0, where they are largest",
      LARGEST + matrix(bendAtZero(data, scene.l2).map((row) => row.map(given))),
    ],
    line(
      "learning rate below which steps settle: 2 / that eigenvalue",
      fraction(mn("2"), eigenvalue),
      found(limit),
    ),
  ];
}

/**
 * Second derivatives of the mean loss at weights of 0, where every p (1 − p) is a quarter.
 * @param {Data} data
 * @param {number} l2
 */
function bendAtZero({ x }, l2) {
  const columns = [x[0].map(() => 1), ...x];
  const product = (/** @type {number[]} */ a, /** @type {number[]} */ b) =>
    mean(a.map((v, i) => v * b[i]));
  const penalty = (/** @type {number} */ j, /** @type {number} */ k) => (j > 0 && j === k ? l2 : 0);
  return columns.map((a, j) => columns.map((b, k) => product(a, b) / 4 + penalty(j, k)));
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
 * At the best weights every slope is 0; where there are none, the weights only grow.
 * @type {import("./line.js").Opener}
 */
function optimum(now) {
  const { frame, data, scene } = now;
  const best = all(frame.optimum, "w").map(([v]) => v);
  if (!best.every(Number.isFinite)) return size(now);
  const { samples, summary } = compute(data, settingsAt(scene, [best]), ["samples", "summary"]);
  const weights = best.map((v, j) => `${weight(j)} = ${number(v, 4)}`).join(", ");
  return [
    line(
      `at ${weights} the slope for the intercept is 0: the mean residual`,
      meanOf(samples.residual, summary.n),
      zero(summary.grad_w0),
    ),
    ...flatSlopes(now, best, samples, summary),
    line("mean loss there", meanOf(samples.loss, summary.n), found(frame.optimum.mean_loss[0])),
  ];
}

/**
 * The slope for each coefficient at the best weights.
 * @param {Now} now
 * @param {number[]} best
 * @param {Table} samples
 * @param {Table} summary
 */
function flatSlopes({ data, scene: { l2 } }, [, ...best], samples, summary) {
  const penalty = l2 > 0 ? ", plus λ₂ times the coefficient" : "";
  return all(samples, "residual_x").map((products, j) => {
    const slope = meanOf(products, summary.n);
    return line(
      `and so is that for the coefficient of ${data.features[j]}: the mean of residual times x${penalty}`,
      l2 > 0 ? plus(slope, given(l2) + factor(best[j])) : slope,
      zero(summary[`grad_w${j + 1}`] + l2 * best[j]),
    );
  });
}

/**
 * A value that is 0 up to rounding, without a sign.
 * @param {number} value
 */
const zero = (value) => mn(number(Number(value.toFixed(ZERO_DIGITS)) || 0));

/** The formulas of this file by the names that open them. */
export const OPTIMUM = { "rate-limit": rateLimit, size, optimum };
