// Whether a boundary separates the classes of own data on several features, so that no best weights
// exist: what logreg_core.separability finds, in the same way, which its docstring explains.
import { eigen } from "../frame/eigen.js";
import { curvature, residual, sampleLoss } from "../frame/loss.js";
import { dot } from "../frame/sums.js";
import { combined, fraction, nullSpace, signs, sum } from "./exact.js";

/** @typedef {import("./exact.js").Fraction} Fraction */

const STEPS = 100; // Newton's steps bring the loss of separable data to about exp(-100).
const SAME = 1e-10; // Features that differ by this share of their size count as the same feature.
const FLAT = 1e-13; // A bend of this share of the largest is rounding.

/**
 * "complete" or "quasi" if weights separate the classes, "no" if finite weights have the lowest loss,
 * "unknown" if neither was proved.
 * @param {Pick<Data, "x" | "y">} data with samples of both classes
 * @returns {string}
 */
export function separable({ x, y }) {
  const rows = y.map((label, i) =>
    [1, ...x.map((column) => column[i])].map((v) => sided(v, label)),
  );
  let fence = rows;
  let total = rows[0].map(() => fraction(0));
  while (fence.length > 0) {
    const found = search(fence);
    if (found === "none") return total.some(({ top }) => top !== 0n) ? "quasi" : "no";
    if (found === "unknown") return "unknown";
    total = sumThatKeeps(rows, total, found);
    const side = signs(fence, found);
    fence = fence.filter((_, i) => side[i] === 0);
  }
  return "complete";
}

/**
 * A value of a row that is positive on its right side.
 * @param {number} value
 * @param {number} label
 */
const sided = (value, label) => (label ? value : -value);

/**
 * A direction that leaves no row negative and some positive; "none" if there is none.
 * @param {number[][]} rows
 * @returns {Fraction[] | "none" | "unknown"}
 */
function search(rows) {
  const { basis, u } = independent(rows);
  let w = basis.map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const margin = u.map((row) => dot(row, w));
    const ahead = outward(basis, w).map(fraction);
    if (margin.every((v) => v > 0) && separates(rows, ahead)) return ahead;
    const inverse = inverseOf(bendOf(u, margin));
    if (!inverse) return "unknown";
    const slope = slopeOf(u, margin);
    const move = inverse.map((line) => -dot(line, slope));
    if (isNearOptimum(u, slope, inverse)) return "none";
    const found = offTheFence(rows, u, outward(basis, move), move);
    if (found) return found;
    const share = damping(u, w, move);
    w = w.map((v, j) => v + share * move[j]);
  }
  return "unknown";
}

/**
 * Directions in which the rows differ, orthogonal on the rows and of unit size along each, and the rows
 * along them. Of the columns that are left, the largest is taken first (Gram and Schmidt, pivoted).
 * @param {number[][]} rows
 */
function independent(rows) {
  const width = rows[0].length;
  const size = Array.from({ length: width }, (_, j) =>
    rows.reduce((most, row) => Math.max(most, Math.abs(row[j])), 2 ** -1022),
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

/** @typedef {{ column: number[], direction: number[] }} Along */

/**
 * @param {Along} along
 * @param {number} factor
 */
const scaled = ({ column, direction }, factor) => ({
  column: column.map((v) => v * factor),
  direction: direction.map((v) => v * factor),
});

/**
 * What is left of a column across those that are kept; twice, because rounding spoils the first time.
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
const outward = (basis, w) =>
  basis[0].map((_, j) =>
    dot(
      basis.map((line) => line[j]),
      w,
    ),
  );

/**
 * @param {number[][]} u
 * @param {number[]} margin
 */
function bendOf(u, margin) {
  const bends = margin.map(curvature);
  const along = u[0].map((_, j) => j);
  return along.map((j) =>
    along.map((k) => u.reduce((total, row, i) => total + bends[i] * row[j] * row[k], 0)),
  );
}

/**
 * @param {number[][]} u
 * @param {number[]} margin
 */
function slopeOf(u, margin) {
  const pulls = margin.map((z) => residual(z, 1));
  return u[0].map((_, j) => u.reduce((total, row, i) => total + pulls[i] * row[j], 0));
}

/**
 * The inverse of a symmetric matrix; undefined where rounding has eaten its smallest bend.
 * @param {number[][]} bend
 */
function inverseOf(bend) {
  const { values, vectors } = eigen(bend);
  if (Math.min(...values) <= FLAT * Math.max(...values)) return undefined;
  return bend.map((_, j) =>
    bend.map((__, k) =>
      values.reduce((total, v, m) => total + (vectors[m][j] * vectors[m][k]) / v, 0),
    ),
  );
}

/**
 * Whether a lowest point is certain to exist: decrement times radius is below one half.
 * @param {number[][]} u
 * @param {number[]} slope
 * @param {number[][]} inverse
 */
function isNearOptimum(u, slope, inverse) {
  /** @param {number[]} v */
  const size = (v) =>
    dot(
      v,
      inverse.map((line) => dot(line, v)),
    );
  const radius = u.reduce((most, row) => Math.max(most, size(row)), 0);
  return Math.sqrt(size(slope)) * Math.sqrt(radius) < 0.5;
}

/**
 * A direction that keeps the rows at zero that a step does not move, and every other at zero or above.
 * @param {number[][]} rows
 * @param {number[][]} u
 * @param {number[]} direction of the step
 * @param {number[]} move the same along u
 */
function offTheFence(rows, u, direction, move) {
  // A step moves samples off the fence by one logit or more.
  const still = rows.filter((_, i) => Math.abs(dot(u[i], move)) < 0.5);
  if (still.length === 0 || still.length === rows.length) return undefined;
  const vectors = nullSpace(still);
  if (vectors.length === 0) return undefined;
  const found = combined(vectors, direction);
  return separates(rows, found) ? found : undefined;
}

/**
 * @param {number[][]} rows
 * @param {Fraction[]} direction
 */
function separates(rows, direction) {
  const side = signs(rows, direction);
  return side.every((v) => v >= 0) && side.some((v) => v > 0);
}

/**
 * The share of Newton's step, halved until the loss falls.
 * @param {number[][]} u
 * @param {number[]} w
 * @param {number[]} move
 */
function damping(u, w, move) {
  const loss = (/** @type {number} */ share) => {
    const there = w.map((v, j) => v + share * move[j]);
    return u.reduce((total, row) => total + sampleLoss(dot(row, there), 1), 0);
  };
  const before = loss(0);
  let share = 1;
  while (share > 1e-6 && loss(share) > before) share /= 2;
  return share;
}

/**
 * A multiple of a direction, and a further one, that leaves every row that was positive positive.
 * @param {number[][]} rows
 * @param {Fraction[]} total
 * @param {Fraction[]} further
 */
function sumThatKeeps(rows, total, further) {
  const before = signs(rows, total);
  const off = rows.filter((_, i) => before[i] > 0);
  for (let factor = 1n; ; factor *= 2n) {
    const both = sum(total, factor, further);
    if (signs(off, both).every((v) => v > 0)) return both;
  }
}
