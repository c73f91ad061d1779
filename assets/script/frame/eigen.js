// Eigenvalues and eigenvectors of small symmetric matrices, by Jacobi's method.

const SWEEPS = 60; // Jacobi's method needs about six
const ROUNDING = 1e-18; // of an entry off the diagonal against those on it
const TINY = 2 ** -1022; // the smallest normal number

/**
 * Eigenvalues of a symmetric matrix and, as rows, its eigenvectors.
 * @param {number[][]} matrix
 * @returns {{ values: number[], vectors: number[][] }}
 */
export function eigen(matrix) {
  const a = matrix.map((line) => [...line]);
  const vectors = a.map((_, j) => a.map((_, k) => Number(j === k)));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let turned = false;
    for (let p = 0; p < a.length; p++) {
      for (let q = p + 1; q < a.length; q++) turned = turn(a, vectors, p, q) || turned;
    }
    if (!turned) break;
  }
  return { values: a.map((line, j) => line[j]), vectors };
}

/**
 * Makes the entry (p, q) zero by one rotation; false if it was zero to rounding already.
 * @param {number[][]} a
 * @param {number[][]} vectors
 * @param {number} p
 * @param {number} q
 * @returns {boolean}
 */
function turn(a, vectors, p, q) {
  const off = a[p][q];
  const nothing = ROUNDING * Math.sqrt(Math.abs(a[p][p] * a[q][q]));
  if (Math.abs(off) <= Math.max(nothing, TINY)) return false;
  const ratio = (a[q][q] - a[p][p]) / (2 * off);
  const t = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.hypot(ratio, 1));
  const [c, s] = [1 / Math.hypot(t, 1), t / Math.hypot(t, 1)];
  for (const line of a) [line[p], line[q]] = mixed(line[p], line[q], c, s);
  for (const lines of [a, vectors]) mixRows(lines[p], lines[q], c, s);
  return true;
}

/**
 * Two numbers after a rotation by the angle whose cosine is c and whose sine is s.
 * @param {number} u
 * @param {number} v
 * @param {number} c
 * @param {number} s
 */
const mixed = (u, v, c, s) => [c * u - s * v, s * u + c * v];

/**
 * Rotates two rows in place.
 * @param {number[]} upper
 * @param {number[]} lower
 * @param {number} c
 * @param {number} s
 */
function mixRows(upper, lower, c, s) {
  for (let k = 0; k < upper.length; k++) [upper[k], lower[k]] = mixed(upper[k], lower[k], c, s);
}
