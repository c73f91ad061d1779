// Formulas as MathML, which browsers draw and screen readers read.
import { MINUS } from "../frame/numbers.js";

/**
 * A name in a formula, with a number below it if one is given.
 * @param {string} name
 * @param {string} [number]
 */
export const mi = (name, number) =>
  number ? `<msub><mi>${name}</mi><mn>${number}</mn></msub>` : `<mi>${name}</mi>`;

/**
 * A word in a formula.
 * @param {string} word
 */
export const mtext = (word) => `<mtext>${word}</mtext>`;

/**
 * A sign between two operands.
 * @param {string} sign
 */
export const mo = (sign) => `<mo>${sign}</mo>`;

/** The sign of a negative number. */
export const minus = `<mo form="prefix">${MINUS}</mo>`;

/**
 * A number that is written already.
 * @param {string} text
 */
export const mn = (text) =>
  text.startsWith(MINUS) ? `<mrow>${minus}<mn>${text.slice(1)}</mn></mrow>` : `<mn>${text}</mn>`;

/**
 * A term in parentheses, which do not grow with a letter that reaches below the line.
 * @param {string} inner
 */
export const group = (inner) => `<mrow>${flat("(")}${inner}${flat(")")}</mrow>`;

/** @param {string} sign */
const flat = (sign) => `<mo stretchy="false">${sign}</mo>`;

/**
 * A function of a term.
 * @param {string} name
 * @param {string} inner
 */
export const call = (name, inner) => `${name}<mo>&#x2061;</mo>${group(inner)}`;

/**
 * A base raised to an exponent.
 * @param {string} base
 * @param {string} exponent
 */
export const power = (base, exponent) => `<msup>${base}<mrow>${exponent}</mrow></msup>`;

/**
 * The square of a term.
 * @param {string} base
 */
export const squared = (base) => power(base, mn("2"));

/**
 * A fraction with its terms above and below the line.
 * @param {string} top
 * @param {string} bottom
 */
export const fraction = (top, bottom) => `<mfrac><mrow>${top}</mrow><mrow>${bottom}</mrow></mfrac>`;

/**
 * The square root of a term.
 * @param {string} inner
 */
export const root = (inner) => `<msqrt>${inner}</msqrt>`;

/**
 * A matrix, row by row.
 * @param {string[][]} rows
 */
export function matrix(rows) {
  const cells = (/** @type {string[]} */ row) => row.map((inner) => `<mtd>${inner}</mtd>`).join("");
  const lines = rows.map((row) => `<mtr>${cells(row)}</mtr>`).join("");
  return `<mrow>${mo("(")}<mtable>${lines}</mtable>${mo(")")}</mrow>`;
}

/**
 * A whole formula.
 * @param {string} inner
 */
export const math = (inner) => `<math displaystyle="true">${inner}</math>`;

/**
 * A sign outside of all parentheses, before which a line may break. MathML itself does not wrap, so
 * the formula ends there and another one begins.
 * @param {string} sign
 */
export const breaking = (sign) =>
  `</math><wbr><math displaystyle="true"><mo form="infix">${sign}</mo>`;

/**
 * Sides of an equation that may stand on several lines.
 * @param {string[]} sides
 */
export const equal = (...sides) => sides.join(breaking("="));

/**
 * Sides of an equation that stays on one line.
 * @param {string[]} sides
 */
export const same = (...sides) => sides.join(mo("="));

/**
 * Terms that are added.
 * @param {string[]} terms
 */
export const plus = (...terms) => terms.join(mo("+"));

/**
 * Factors that are multiplied.
 * @param {string[]} factors
 */
export const times = (...factors) => factors.join(mo("×"));

/**
 * One term less another.
 * @param {string} left
 * @param {string} right
 */
export const difference = (left, right) => left + mo(MINUS) + right;
