// One sample, worked out by hand: each quantity with its formula and the inputs filled in.
import { certain, number, scientific } from "../frame/numbers.js";
import { all } from "./columns.js";
import { isSquared, lossName, slopeName } from "./losses.js";
import {
  breaking,
  call,
  difference,
  equal,
  fraction,
  group,
  mi,
  minus,
  mn,
  mo,
  plus,
  power,
  same,
  squared,
} from "./mathml.js";
import { shortNames } from "./names.js";
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
 * @param {Pick<Scene, "unit" | "loss_function">} scene
 */
export function lossOf(sample, scene) {
  if (isSquared(scene)) return squared(group(distance(sample)));
  return minus + call(log(scene.unit), givenToLabel(sample));
}

/**
 * How far p is from the label, with its sign.
 * @param {Table} sample
 */
const distance = ({ p, y }) => difference(found(p), count(y));

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
 * Each quantity of the chosen sample; null where no sample is chosen.
 * @param {Now} now
 * @returns {Quantity[] | null}
 */
export function byHand({ frame: { samples, summary: s }, data, scene, rows }) {
  if (scene.sample < 1) return null;
  const sample = sampleAt(samples, rows.indexOf(scene.sample - 1));
  const x = data.x.map((column) => column[scene.sample - 1]);
  return [
    ["logit", same(mi("z"), score(all(s, "w"), x.map(factor))), number(sample.logit)],
    ["odds", same(e(mi("z")), e(found(sample.logit))), number(sample.odds)],
    ["probability", same(mi("p"), sigmoidOf(sample.logit)), number(sample.p)],
    [lossName(scene), lossOf(sample, scene), number(sample.loss)],
    [slopeName(scene), slopeOf(sample, scene), number(sample.residual)],
    ...productsOf(sample, x, scene),
    decisionOf(sample, s.threshold),
  ];
}

/** @param {string} exponent */
const e = (exponent) => power(mi("e"), exponent);

/**
 * The slope of a sample's loss by its logit: of the cross-entropy the residual p − y, of the
 * squared loss 2 (p − y) p (1 − p).
 * @param {Table} sample
 * @param {Scene} scene
 */
function slopeOf(sample, scene) {
  const residual = difference(mi("p"), mi("y"));
  if (!isSquared(scene)) return same(residual, distance(sample));
  const parts = [
    group(distance(sample)),
    found(sample.p),
    group(difference(mn("1"), found(sample.p))),
  ];
  const named = [mn("2"), group(residual), mi("p"), group(difference(mn("1"), mi("p")))].join("");
  return equal(named, [mn("2"), ...parts].join(breaking("×")));
}

/**
 * What a sample adds to the slope of each coefficient.
 * @param {Table} sample
 * @param {number[]} x
 * @param {Scene} scene
 * @returns {Quantity[]}
 */
function productsOf(sample, x, scene) {
  const products = all(sample, "residual_x");
  const residual = within(sample.residual, found(sample.residual));
  const names = shortNames(x.length, scene.interaction);
  return x.map((value, j) => [
    `${slopeName(scene)} × ${names[j]}`,
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
  const said = certain(`${predicted}, ${correct ? "right" : "wrong"}`);
  return ["predicted", formula, said, "⇒"];
}
