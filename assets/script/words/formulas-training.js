// Formulas of training: the gradient, what pulls at the weights, and one step.
import { plain } from "../frame/numbers.js";
import { LEAVE } from "../frame/training.js";
import { all } from "./columns.js";
import { line } from "./line.js";
import { isSquared, slopeName, slopeText } from "./losses.js";
import { difference, group, mi, mo, mtext, plus, times } from "./mathml.js";
import { weight } from "./names.js";
import { added, meanOf } from "./sums.js";
import { factor, found, given, less, rounded, within } from "./terms.js";

/** @type {import("./line.js").Opener} */
const gradient = ({ frame: { samples, summary: s }, data, scene }) => [
  line(
    `gradient, for the intercept: the mean ${slopeName(scene)} ${slopeText(scene)}`,
    meanOf(samples.residual, s.n),
    found(s.grad_w0),
  ),
  ...all(samples, "residual_x").map((products, j) =>
    line(
      `gradient, for the coefficient of ${data.features[j]}: the mean of ${slopeName(scene)} times x`,
      meanOf(products, s.n),
      found(s[`grad_w${j + 1}`]),
    ),
  ),
];

/** @type {import("./line.js").Opener} */
function pulls({ frame: { gradient: pull, gradient_now: now }, scene }) {
  const each = slopeText(scene);
  const product = isSquared(scene) ? `${each} x` : `(${each}) x`;
  const size = isSquared(scene) ? mtext("slope") : difference(mi("p"), mi("y"));
  return [
    line(`sum that pulls at w₀: every ${each}`, added(pull.residual), found(now.residual_sum[0])),
    line(
      `sum that pulls at w₁: every ${product}`,
      added(pull.residual_x),
      found(now.residual_x_sum[0]),
    ),
    [
      `leave stands for a ${slopeName(scene)} near 0, raise for one below, lower for one above`,
      mo("|") + size + mo("|") + mo("&lt;") + given(LEAVE),
    ],
  ];
}

/**
 * All weights move from the same point.
 * @type {import("./line.js").Opener}
 */
const step = (now) =>
  all(now.frame.summary, "w").map((w, j) =>
    line(
      `${weight(j)} after one step: less the learning rate times its slope${j > 0 ? shrinking(now.scene) : ""}`,
      times(given(w) + less(now.scene.learning_rate), slope(now, w, j)),
      found(now.frame.gradient_now[`next_w${j}`][0]),
    ),
  );

/**
 * What the L1 penalty does after a step, in words; nothing if there is none.
 * @param {Scene} scene
 */
function shrinking({ learning_rate, l1 }) {
  return l1 > 0 ? `, then towards 0 by η λ₁ = ${plain(rounded(learning_rate * l1))}` : "";
}

/**
 * The slope for a weight, with the L2 penalty that only coefficients have.
 * @param {Now} now
 * @param {number} w
 * @param {number} j
 */
function slope({ frame: { gradient_now, summary }, scene: { l2 } }, w, j) {
  const value = gradient_now[`grad_w${j}`][0];
  if (j === 0 || l2 === 0) return within(value, found(value));
  return group(plus(found(summary[`grad_w${j}`]), given(l2) + factor(w)));
}

/** The formulas of this file by the names that open them. */
export const TRAINING = { gradient, pulls, step };
