// One sample, worked out by hand: each quantity with its formula and the inputs filled in.
import { number, SUBSCRIPTS, scientific } from "../frame/numbers.js";
import { all } from "./columns.js";
import { call, difference, fraction, mi, minus, mn, mo, plus, power, same } from "./mathml.js";
import { score } from "./sums.js";
import { count, factor, found, given, log, within } from "./terms.js";

const SMALL = 1e-3; // a probability below it has too few digits in six decimals

/**
 * A quantity: its name, its formula as markup, its value, and the sign between the two, which is =
 * unless it is told.
 * @typedef {[name: string, formula: string, value: string, sign?: string]} Quantity
 */

/**
 * The row of a sample in a table.
 * @param {Table} samples
 * @param {number} i
 */
export const sampleAt = (samples, i) =>
  Object.fromEntries(Object.entries(samples).map(([name, column]) => [name, column[i]]));

/**
 * The formula of the probability that a logit stands for.
 * @param {number} z
 */
export function sigmoidOf(z) {
  const exponent = minus + within(z, found(z));
  return fraction(mn("1"), plus(mn("1"), power(mi("e"), exponent)));
}

/**
 * The formula of a sample's loss.
 * @param {Table} sample
 * @param {string} unit
 */
export const lossOf = (sample, unit) => minus + call(log(unit), givenToLabel(sample));

/**
 * The probability that the model gave to the label.
 * @param {Table} sample
 */
function givenToLabel({ y, p, odds }) {
  const opposite = odds > 0 ? p / odds : 1; // 1 - p, without the digits that a subtraction loses
  const likely = y ? p : opposite;
  if (likely < SMALL) return mn(scientific(likely, 6));
  return y ? found(p) : difference(mn("1"), found(p));
}

/**
 * Each quantity of the chosen sample; null where no sample is chosen, or one without a row.
 * @param {Now} now
 * @returns {Quantity[] | null}
 */
export function byHand({ frame: { samples, summary: s }, data, scene, every }) {
  const i = (scene.sample - 1) / every;
  if (scene.sample < 1 || !Number.isInteger(i)) return null;
  const sample = sampleAt(samples, i);
  const x = data.x.map((column) => column[scene.sample - 1]);
  return [
    ["logit", same(mi("z"), score(all(s, "w"), x.map(factor))), number(sample.logit)],
    ["odds", same(e(mi("z")), e(found(sample.logit))), number(sample.odds)],
    ["probability", same(mi("p"), sigmoidOf(sample.logit)), number(sample.p)],
    ["loss", lossOf(sample, scene.unit), number(sample.loss)],
    ["residual", residualOf(sample), number(sample.residual)],
    ...productsOf(sample, x),
    decisionOf(sample, s.threshold),
  ];
}

/** @param {string} exponent */
const e = (exponent) => power(mi("e"), exponent);

/** @param {Table} sample */
const residualOf = ({ p, y }) => same(difference(mi("p"), mi("y")), difference(found(p), count(y)));

/**
 * What a sample adds to the slope of each coefficient.
 * @param {Table} sample
 * @param {number[]} x
 * @returns {Quantity[]}
 */
function productsOf(sample, x) {
  const products = all(sample, "residual_x");
  const residual = within(sample.residual, found(sample.residual));
  return x.map((value, j) => [
    `residual × x${x.length > 1 ? SUBSCRIPTS[j + 1] : ""}`,
    residual + factor(value),
    number(products[j]),
  ]);
}

/**
 * @param {Table} sample
 * @param {number} threshold
 * @returns {Quantity}
 */
function decisionOf({ p, predicted, correct }, threshold) {
  const formula = found(p) + mo(predicted ? "≥" : "&lt;") + given(threshold);
  return ["predicted", formula, `${predicted}, ${correct ? "right" : "wrong"}`, "⇒"];
}
