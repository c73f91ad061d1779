// Formulas of calibration: how near the probabilities are to what happened.
import { number, plain } from "../frame/numbers.js";
import { line } from "./line.js";
import { isSquared } from "./losses.js";
import { fraction, mn, squared } from "./mathml.js";
import { added, over } from "./sums.js";
import { count, found } from "./terms.js";

/** @type {import("./line.js").Opener} */
const brier = ({ frame: { samples, calibration_now: now, summary: s }, scene }) => [
  line(
    "Brier score: the mean of (p − y)²",
    over(added(residuals(samples, scene).map(size), squaredSize), s.n),
    found(now.brier[0]),
  ),
];

/**
 * The residuals of the samples; with the squared loss their column holds its slope.
 * @param {Table} samples
 * @param {Scene} scene
 * @returns {(number | undefined)[]}
 */
function residuals({ residual, p, y }, scene) {
  if (!isSquared(scene)) return Array.from(residual);
  return Array.from(p, (v, i) => (v === undefined ? undefined : v - y[i]));
}

/**
 * A residual without its sign, which a square does not show; undefined where a question covers it.
 * @param {number | undefined} residual
 */
const size = (residual) => (residual === undefined ? undefined : Math.abs(residual));

/** @param {number | undefined} value */
const squaredSize = (value) => squared(mn(number(value)));

/** @type {import("./line.js").Opener} */
const bins = ({ frame: { calibration: bin } }) =>
  Array.from(bin.n, (n, k) =>
    line(
      `p from ${plain(bin.low[k])} to ${plain(bin.high[k])}: n = ${n}, mean p = ${number(bin.mean_p[k])}; shares from ${number(bin.share_low[k])} to ${number(bin.share_high[k])} fit the count; share of y = 1`,
      fraction(count(Math.round(bin.share[k] * n)), count(n)),
      found(bin.share[k]),
    ),
  );

/** The formulas of this file by the names that open them. */
export const CALIBRATION = { brier, bins };
