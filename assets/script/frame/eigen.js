// Eigenvalues of small symmetric matrices.
const SWEEPS = 60; // Jacobi's method needs about six
const ROUNDING = 1e-18; // of an entry off the diagonal against those on it
const TINY = 2 ** -1022;

// Eigenvalues of a symmetric matrix and, as rows, its eigenvectors (Jacobi's method).
export function eigen(matrix) {
  const a = matrix.map((line) => [...line]);
  const vectors = a.map((line) => line.map(() => 0));
  vectors.forEach((line, j) => (line[j] = 1));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let turned = false;
    for (let p = 0; p < a.length; p++) {
      for (let q = p + 1; q < a.length; q++) turned = turn(a, vectors, p, q) || turned;
    }
    if (!turned) break;
  }
  return { values: a.map((line, j) => line[j]), vectors };
}

// One rotation, after which the entry (p, q) is zero; false where it was, to rounding.
function turn(a, vectors, p, q) {
  const off = a[p][q];
  const nothing = ROUNDING * Math.sqrt(Math.abs(a[p][p] * a[q][q]));
  if (Math.abs(off) <= Math.max(nothing, TINY)) return false;
  const ratio = (a[q][q] - a[p][p]) / (2 * off);
  const t = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.hypot(ratio, 1));
  const [c, s] = [1 / Math.hypot(t, 1), t / Math.hypot(t, 1)];
  const mix = (u, v) => [c * u - s * v, s * u + c * v];
  for (const line of a) [line[p], line[q]] = mix(line[p], line[q]);
  for (const lines of [a, vectors]) {
    lines[p].forEach((u, k) => ([lines[p][k], lines[q][k]] = mix(u, lines[q][k])));
  }
  return true;
}
