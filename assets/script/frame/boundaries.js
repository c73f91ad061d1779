// Where p equals the decision threshold t. `cut` is its logit.

/**
 * The feature value (logit(t) - w0) / w1 at which p equals the threshold; nan where there is none.
 * Adding 0 turns -0 into 0.
 * @param {number} w0
 * @param {number} w1
 * @param {number} cut
 * @returns {number}
 */
export function boundary(w0, w1, cut) {
  if (w1 === 0 || !Number.isFinite(cut)) return Number.NaN;
  return (cut - w0) / w1 + 0;
}

/**
 * The line w0 + w1 x1 + w2 x2 = logit(t), by its point nearest the origin and a direction of length
 * one with the positive side on its right; null where there is no boundary.
 * @param {number} w0
 * @param {number[]} w [w1, w2]
 * @param {number} cut
 * @returns {{ point: number[], direction: number[] } | null}
 */
export function boundaryLine(w0, [w1, w2], cut) {
  const size = Math.hypot(w1, w2);
  if (size === 0 || !Number.isFinite(cut)) return null;
  const [a, b, away] = [w1 / size, w2 / size, (cut - w0) / size];
  return { point: [a * away, b * away], direction: [-b, a] };
}
