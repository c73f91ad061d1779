// Tables for two features: p as a shade over the plane, the boundary and its margins as lines. With
// an interaction the product of the two is a third feature, and the boundary a hyperbola.
import { boundaryLine } from "./boundaries.js";
import { clipSegment, NOWHERE } from "./clipping.js";
import { image } from "./columns.js";
import { sigmoid } from "./link.js";
import { perData } from "./per-data.js";
import { linspace, spans } from "./ranges.js";

/** @import { Point } from "./clipping.js" */
/** @import { Scene } from "./scene.js" */

const PLANE_POINTS = 61; // along each side; a shade changes slowly, and the page interpolates
const MARGIN_LOGITS = [0, 1, -1]; // the boundary, then where the odds are e times those on it

/** @type {[Point, Point]} */
const NO_LINE = [NOWHERE, NOWHERE];

// Values of both features along the sides of the plane.
const grid = perData((data) =>
  spans(data)
    .slice(0, 2)
    .map(([low, high]) => linspace(low, high, PLANE_POINTS)),
);

/** @param {Scene} scene */
function plane({ data, w0, w: [w1, w2, w3], settings: { interaction } }) {
  const [across, up] = grid(data);
  const [[low1, high1], [low2, high2]] = spans(data);
  const shade = new Float64Array(PLANE_POINTS ** 2);
  let at = 0;
  for (const b of up) {
    for (const a of across) {
      const z = w0 + w1 * a + w2 * b;
      shade[at] = sigmoid(interaction ? z + w3 * (a * b) : z);
      at += 1;
    }
  }
  return {
    shade: image(shade, PLANE_POINTS, PLANE_POINTS),
    x1_low: [low1],
    x1_width: [high1 - low1],
    x2_low: [low2],
    x2_width: [high2 - low2],
  };
}

/** @param {Scene} scene */
function boundary_lines(scene) {
  const bent = scene.settings.interaction;
  const ends = MARGIN_LOGITS.map((shift) => (bent ? NO_LINE : drawn(scene, shift)));
  return {
    name: ["boundary", "margin", "margin"],
    logit: MARGIN_LOGITS,
    x1_from: ends.map(([start]) => start[0]),
    x2_from: ends.map(([start]) => start[1]),
    x1_to: ends.map(([, end]) => end[0]),
    x2_to: ends.map(([, end]) => end[1]),
  };
}

/** @param {Scene} scene */
function boundary_curve(scene) {
  const isBent = scene.settings.interaction && scene.w[2] !== 0;
  const pieces = isBent ? branches(scene) : [drawn(scene, 0)];
  const seen = pieces.filter((piece) => piece.length > 0 && piece.flat().every(Number.isFinite));
  const points = seen.flatMap((piece) => [...piece, NOWHERE]).slice(0, -1);
  return { x1: points.map(([a]) => a), x2: points.map(([, b]) => b) };
}

/**
 * Where the hyperbola w0 + w1 a + w2 b + w3 a b = logit(t) meets the plot's grid lines. On it
 * (w2 + w3 a) (w1 + w3 b) is one number, `turn`, whose sign says in which corners between the
 * asymptotes its branches lie, and whether they fall or rise.
 * @param {Scene} scene
 * @returns {Point[][]}
 */
function branches({ data, w0, w: [w1, w2, w3], cut }) {
  const [across, up] = grid(data);
  const [[low1, high1], [low2, high2]] = spans(data);
  const rest = cut - w0;
  const turn = Math.sign(rest * w3 + w1 * w2);
  if (turn === 0) return cross([-w2 / w3, -w1 / w3], data);
  const upright = across.map((a) => {
    const over = w2 + w3 * a;
    return { a, b: (rest - w1 * a) / over, branch: Math.sign(over) };
  });
  const level = up.map((b) => {
    const along = w1 + w3 * b;
    return { a: (rest - w2 * b) / along, b, branch: turn * Math.sign(along) };
  });
  const inside = [...upright, ...level].filter(
    ({ a, b }) => low1 <= a && a <= high1 && low2 <= b && b <= high2,
  );
  /** @param {{ a: number, b: number }} point how far along its branch, which only grows */
  const way = ({ a, b }) => (a - low1) / (high1 - low1) - turn * ((b - low2) / (high2 - low2));
  inside.sort((one, other) => way(one) - way(other));
  return [-1, 1].map((side) =>
    inside.filter(({ branch }) => branch === side).map(({ a, b }) => [a, b]),
  );
}

/**
 * The two lines that a hyperbola becomes when its branches touch, as far as they are in the plot.
 * @param {Point} centre
 * @param {Data} data
 * @returns {Point[][]}
 */
function cross([a, b], data) {
  const [[low1, high1], [low2, high2]] = spans(data);
  const lines = [];
  if (low1 <= a && a <= high1) lines.push([a, low2, a, high2]);
  if (low2 <= b && b <= high2) lines.push([low1, b, high1, b]);
  return lines.map(([x1_from, x2_from, x1_to, x2_to]) => [
    [x1_from, x2_from],
    [x1_to, x2_to],
  ]);
}

/**
 * Ends of the line so many logits above the boundary; nan where none is in the plot.
 * @param {Scene} scene
 * @param {number} shift
 * @returns {[Point, Point]}
 */
function drawn({ data, w0, w, cut }, shift) {
  const line = boundaryLine(w0 - shift, w, cut);
  if (!line) return NO_LINE;
  const [[low1, high1], [low2, high2]] = spans(data);
  const reach = Math.hypot(
    Math.max(Math.abs(low1), Math.abs(high1)),
    Math.max(Math.abs(low2), Math.abs(high2)),
  );
  const start = line.point.map((v, j) => v - reach * line.direction[j]);
  const end = line.point.map((v, j) => v + reach * line.direction[j]);
  if (![...start, ...end].every(Number.isFinite)) return NO_LINE;
  return clipSegment(start, end, [low1, low2], [high1, high2]) ?? NO_LINE;
}

/** Tables of this module, by their names in the frame. */
export const PLANE = { plane, boundary_lines, boundary_curve };
