// Rows of a table along directions in which they differ, for the search of a boundary between
// classes.
import { dot } from "../frame/sums.js";

const SAME = 1e-10; // Features that differ by this share of their size count as the same feature.
const TINY = 2 ** -1022; // the smallest normal number

/**
 * A direction in the columns of a table, and the rows along it.
 * @typedef {{ column: number[], direction: number[] }} Along
 */

/**
 * Directions in which the rows differ, orthogonal on the rows and of unit size along each, and the
 * rows along them. Of the columns that are left, the largest is taken first (Gram and Schmidt,
 * pivoted).
 * @param {number[][]} rows
 */
export function independent(rows) {
  const width = rows[0].length;
  const size = Array.from({ length: width }, (_, j) =>
    rows.reduce((most, row) => Math.max(most, Math.abs(row[j])), TINY),
  );
  let left = size.map((most, j) => ({
    column: rows.map((row) => row[j] / most),
    direction: size.map((_, k) => (k === j ? 1 / most : 0)),
  }));
  /** @type {Along[]} */
  const kept = [];
  let largest = 0;
  while (left.length > 0) {
    const lengths = left.map(({ column }) => Math.sqrt(dot(column, column)));
    const longest = Math.max(...lengths);
    largest = Math.max(largest, longest);
    if (longest <= SAME * largest) break;
    const next = left[lengths.indexOf(longest)];
    kept.push(scaled(next, Math.sqrt(rows.length) / longest));
    left = left.filter((each) => each !== next).map((each) => cleared(each, kept));
  }
  const u = rows.map((_, i) => kept.map(({ column }) => column[i]));
  return { basis: kept.map(({ direction }) => direction), u };
}

/**
 * @param {Along} along
 * @param {number} factor
 */
const scaled = ({ column, direction }, factor) => ({
  column: column.map((v) => v * factor),
  direction: direction.map((v) => v * factor),
});

/**
 * What is left of a column across those that are kept; twice, because rounding spoils the first
 * time.
 * @param {Along} along
 * @param {Along[]} kept
 */
function cleared(along, kept) {
  let { column, direction } = along;
  for (const other of [...kept, ...kept]) {
    const share = dot(column, other.column) / column.length;
    column = column.map((v, i) => v - share * other.column[i]);
    direction = direction.map((v, j) => v - share * other.direction[j]);
  }
  return { column, direction };
}

/**
 * A direction in the columns of the rows.
 * @param {number[][]} basis
 * @param {number[]} w
 */
export const outward = (basis, w) =>
  basis[0].map((_, j) =>
    dot(
      basis.map((line) => line[j]),
      w,
    ),
  );

/**
 * The product of each row and a list of numbers.
 * @param {number[][]} rows
 * @param {number[]} w
 */
export function product(rows, w) {
  return rows.map((row) => {
    let total = 0;
    for (let j = 0; j < w.length; j++) total += row[j] * w[j];
    return total;
  });
}
