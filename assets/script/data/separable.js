// Whether a boundary separates the classes of own data on several features, so that no best weights
// exist: what logreg_core.separability finds, in the same way, which its docstring explains.
import { eigen } from "../frame/eigen.js";
import { curvature, residual, sampleLoss } from "../frame/loss.js";
import { dot } from "../frame/sums.js";
import { independent, outward, product } from "./basis.js";
import { combined, fraction, nullSpace, signs, sum } from "./exact.js";

/** @typedef {import("./exact.js").Fraction} Fraction */

const STEPS = 100; // Newton's steps bring the loss of separable data to about exp(-100).
const FLAT = 1e-13; // A bend of this share of the largest is rounding.

/**
 * "complete" or "quasi" if weights separate the classes, "no" if finite weights have the lowest
 * loss, "unknown" if neither was proved.
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
    const margin = product(u, w);
    if (margin.every((v) => v > 0)) {
      const ahead = outward(basis, w).map(fraction);
      if (separates(rows, ahead)) return ahead;
    }
    const { bend, slope } = newton(u, margin);
    const inverse = inverseOf(bend);
    if (!inverse) return "unknown";
    const move = inverse.map((line) => -dot(line, slope));
    if (isNearOptimum(u, slope, inverse)) return "none";
    const moved = product(u, move);
    const found = offTheFence(rows, moved, outward(basis, move));
    if (found) return found;
    const share = damping(margin, moved);
    w = w.map((v, j) => v + share * move[j]);
  }
  return "unknown";
}

/**
 * How the mean loss of right sides bends and slopes along u, times the number of rows.
 * @param {number[][]} u
 * @param {number[]} margin
 */
function newton(u, margin) {
  const size = u[0].length;
  const bend = Array.from({ length: size }, () => new Array(size).fill(0));
  const slope = new Array(size).fill(0);
  for (let i = 0; i < u.length; i++) {
    const [row, bends, pull] = [u[i], curvature(margin[i]), residual(margin[i], 1)];
    for (let j = 0; j < size; j++) {
      slope[j] += pull * row[j];
      for (let k = 0; k < size; k++) bend[j][k] += bends * row[j] * row[k];
    }
  }
  return { bend, slope };
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
  let radius = 0;
  for (const row of u) radius = Math.max(radius, form(inverse, row));
  return Math.sqrt(form(inverse, slope)) * Math.sqrt(radius) < 0.5;
}

/**
 * v times a matrix times v.
 * @param {number[][]} matrix
 * @param {number[]} v
 */
function form(matrix, v) {
  let total = 0;
  for (let j = 0; j < v.length; j++) {
    for (let k = 0; k < v.length; k++) total += v[j] * matrix[j][k] * v[k];
  }
  return total;
}

/**
 * A direction that keeps the rows at zero that a step does not move, and every other at zero or
 * above.
 * @param {number[][]} rows
 * @param {number[]} moved by how much the step moves each row
 * @param {number[]} direction of the step
 */
function offTheFence(rows, moved, direction) {
  // A step moves samples off the fence by one logit or more.
  const still = rows.filter((_, i) => Math.abs(moved[i]) < 0.5);
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
 * @param {number[]} margin
 * @param {number[]} moved by how much the whole step moves each row
 */
function damping(margin, moved) {
  const loss = (/** @type {number} */ share) =>
    margin.reduce((total, z, i) => total + sampleLoss(z + share * moved[i], 1), 0);
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
