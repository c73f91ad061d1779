// The parts of segments and of paths that lie inside a rectangle. A point is [across, up]; a
// rectangle is given by its lower left and its upper right corner, `low` and `high`.

/** @typedef {number[]} Point */

/**
 * The point that is drawn nowhere.
 * @type {Point}
 */
export const NOWHERE = [Number.NaN, Number.NaN];

/**
 * The part of a segment inside a rectangle; null if it passes by (Liang and Barsky 1984).
 * @param {Point} start
 * @param {Point} end
 * @param {Point} low
 * @param {Point} high
 * @returns {[Point, Point] | null}
 */
export function clipSegment(start, end, low, high) {
  let [enter, leave] = [0, 1]; // shares of the way from start to end
  const move = [end[0] - start[0], end[1] - start[1]];
  for (const i of [0, 1]) {
    if (move[i] === 0) {
      if (!(low[i] <= start[i] && start[i] <= high[i])) return null;
      continue;
    }
    const cuts = [(low[i] - start[i]) / move[i], (high[i] - start[i]) / move[i]];
    enter = Math.max(enter, Math.min(...cuts));
    leave = Math.min(leave, Math.max(...cuts));
  }
  if (enter > leave) return null;
  /** @param {number} share */
  const at = (share) => [start[0] + share * move[0], start[1] + share * move[1]];
  return [at(enter), at(leave)];
}

/**
 * Whether a point lies inside a rectangle or on its edge.
 * @param {Point} point
 * @param {Point} low
 * @param {Point} high
 * @returns {boolean}
 */
export const isInside = ([a, b], low, high) =>
  low[0] <= a && a <= high[0] && low[1] <= b && b <= high[1];

/**
 * The parts of a polyline inside a rectangle, with nan before each part that enters it.
 * @param {Point[]} points
 * @param {Point} low
 * @param {Point} high
 * @returns {Point[]}
 */
export function clipPath(points, low, high) {
  const found = points.slice(0, 1).filter((point) => isInside(point, low, high));
  for (let i = 1; i < points.length; i++) {
    const [start, end] = [points[i - 1], points[i]];
    const piece = clipSegment(start, end, low, high);
    if (!piece) continue;
    if (!isInside(start, low, high)) found.push(NOWHERE, piece[0]);
    found.push(isInside(end, low, high) ? end : piece[1]);
  }
  return found;
}
