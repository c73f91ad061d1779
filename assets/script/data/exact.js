// Signs and null spaces without rounding, as in logreg_core.exact: a number stands for its decimal
// of fifteen digits, so that points that lie on a line on paper lie on a line.

/**
 * A fraction in lowest terms, with a positive denominator.
 * @typedef {{ top: bigint, bottom: bigint }} Fraction
 */

const DIGITS = 15;
const EPSILON = 2 ** -52;
const LOST = 1e-290; // products below that may have lost digits
const ZERO = { top: 0n, bottom: 1n };
const ONE = { top: 1n, bottom: 1n };

/**
 * The decimal that a number stands for.
 * @param {number} value
 * @returns {Fraction}
 */
export function fraction(value) {
  const [lead, power] = value.toExponential(DIGITS - 1).split("e");
  const exponent = Number(power) - (DIGITS - 1);
  const digits = BigInt(lead.replace(".", ""));
  const scale = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? lowest(digits, scale) : { top: digits * scale, bottom: 1n };
}

/**
 * @param {bigint} top
 * @param {bigint} bottom
 * @returns {Fraction}
 */
function lowest(top, bottom) {
  let [a, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  while (b) [a, b] = [b, a % b];
  const divisor = bottom < 0n ? -a : a;
  return divisor === 0n ? ZERO : { top: top / divisor, bottom: bottom / divisor };
}

/**
 * a + b c.
 * @param {Fraction} a
 * @param {Fraction} b
 * @param {Fraction} c
 */
const plus = (a, b, c) =>
  b.top === 0n || c.top === 0n
    ? a
    : lowest(
        a.top * b.bottom * c.bottom + b.top * c.top * a.bottom,
        a.bottom * b.bottom * c.bottom,
      );

/** @param {Fraction} a */
const minus = (a) => ({ top: -a.top, bottom: a.bottom });

/**
 * The sum of the products of two lists.
 * @param {Fraction[]} a
 * @param {Fraction[]} b
 */
const dot = (a, b) => a.reduce((total, v, j) => plus(total, v, b[j]), ZERO);

/**
 * The nearest number.
 * @param {Fraction} value
 */
export function rounded({ top, bottom }) {
  const shift = BigInt(Math.max(0, bottom.toString(2).length - top.toString(2).length + 64));
  return Number((top << shift) / bottom) / 2 ** Number(shift);
}

/**
 * The exact sign of the product of each row and a direction. Numbers decide wherever they are
 * further from zero than they can be wrong.
 * @param {number[][]} rows
 * @param {Fraction[]} direction
 * @returns {number[]}
 */
export function signs(rows, direction) {
  const near = direction.map(rounded);
  const room = 4 * (direction.length + 2) * EPSILON;
  return rows.map((row) => {
    let [total, size] = [0, 0];
    for (let j = 0; j < row.length; j++) {
      total += row[j] * near[j];
      size += Math.abs(row[j] * near[j]);
    }
    if (Math.abs(total) > room * size + LOST) return Math.sign(total);
    const { top } = dot(row.map(fraction), direction);
    return Number(top > 0n) - Number(top < 0n);
  });
}

/**
 * Directions on which every row is zero: each is 1 in one free column and 0 in the other free ones.
 * @param {number[][]} rows
 * @returns {Fraction[][]}
 */
export function nullSpace(rows) {
  const width = rows[0].length;
  /** @type {Map<number, Fraction[]>} */
  const pivots = new Map();
  for (const row of new Map(rows.map((each) => [each.join(), each])).values()) {
    addPivot(pivots, row.map(fraction));
    if (pivots.size === width) return [];
  }
  const free = Array.from({ length: width }, (_, j) => j).filter((j) => !pivots.has(j));
  return free.map((column) => freeDirection(pivots, column, width));
}

/**
 * Reduces a row by the rows held, and holds what is left.
 * @param {Map<number, Fraction[]>} pivots the rows held, by the column in which each alone is 1
 * @param {Fraction[]} row
 */
function addPivot(pivots, row) {
  let left = row;
  for (const [column, held] of pivots) left = less(left, left[column], held);
  const lead = left.findIndex(({ top }) => top !== 0n);
  if (lead < 0) return;
  const { top, bottom } = left[lead];
  const unit = left.map((v) => lowest(v.top * bottom, v.bottom * top));
  for (const [column, held] of pivots) pivots.set(column, less(held, held[lead], unit));
  pivots.set(lead, unit);
}

/**
 * @param {Fraction[]} row
 * @param {Fraction} factor
 * @param {Fraction[]} other
 */
const less = (row, factor, other) => row.map((v, j) => plus(v, minus(factor), other[j]));

/**
 * @param {Map<number, Fraction[]>} pivots
 * @param {number} free
 * @param {number} width
 */
function freeDirection(pivots, free, width) {
  return Array.from({ length: width }, (_, j) => {
    if (j === free) return ONE;
    const row = pivots.get(j);
    return row ? minus(row[free]) : ZERO;
  });
}

/**
 * The combination of null-space vectors that has the direction's entries in the free columns.
 * @param {Fraction[][]} vectors
 * @param {number[]} direction
 */
export function combined(vectors, direction) {
  const width = direction.length;
  const weights = vectors.map((vector) =>
    fraction(direction[vector.findLastIndex(({ top }) => top !== 0n)]),
  );
  return Array.from({ length: width }, (_, j) =>
    vectors.reduce((total, vector, i) => plus(total, weights[i], vector[j]), ZERO),
  );
}

/**
 * A multiple of a direction, and a further one.
 * @param {Fraction[]} total
 * @param {bigint} factor
 * @param {Fraction[]} further
 */
export const sum = (total, factor, further) =>
  further.map((v, j) => plus(v, { top: factor, bottom: 1n }, total[j]));
