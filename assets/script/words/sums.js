// Sums and means in a formula: a long one shows its first terms and its last.
import { MINUS, number } from "../frame/numbers.js";
import { breaking, mi, minus, mn, mo } from "./mathml.js";
import { factors } from "./names.js";
import { count, given } from "./terms.js";

export const FEW = 7; // terms of a sum, or samples, that are shown one by one
const ELLIPSIS = `${breaking("+")}${mo("…")}`;

/** @param {number | undefined} value */
const size = (value) => mn(number(value === undefined ? value : Math.abs(value)));

/**
 * Terms with their signs, the first without a plus.
 * @param {(number | undefined)[]} values
 * @param {(value: number | undefined) => string} [write] how the size of a term is written
 */
export function added(values, write = size) {
  const term = (/** @type {number | undefined} */ v, /** @type {number} */ i) =>
    signOf(v, i) + write(v);
  if (values.length <= FEW) return Array.from(values, term).join("");
  const first = Array.from(values.slice(0, FEW - 2), term).join("");
  return first + ELLIPSIS + term(values[values.length - 1], values.length);
}

/**
 * @param {number | undefined} value
 * @param {number} i
 */
function signOf(value, i) {
  const isNegative = value !== undefined && value < 0;
  if (i === 0) return isNegative ? minus : "";
  return breaking(isNegative ? MINUS : "+");
}

/**
 * A sum divided by the number of its terms.
 * @param {string} inner
 * @param {number} n
 */
export const over = (inner, n) => `${mo("(")}${inner}${mo(")")}${mo("/")}${count(n)}`;

/**
 * The mean of values as their sum over their number.
 * @param {(number | undefined)[]} values
 * @param {number} n
 */
export const meanOf = (values, n) => over(added(values), n);

/**
 * The names of d features: x, or x1, x2, and their product.
 * @param {number} d
 * @param {boolean} interaction whether the last feature is the product of the first two
 */
export const features = (d, interaction) =>
  factors(d, interaction).map((all) => all.map((k) => mi("x", k)).join(""));

/**
 * The logit: the intercept and each coefficient times what stands for its feature.
 * @param {number[]} w
 * @param {string[]} parts
 */
export function score([w0, ...w], parts) {
  const terms = w.map((v, j) => mo(v < 0 ? MINUS : "+") + given(Math.abs(v)) + parts[j]);
  return given(w0) + terms.join("");
}
