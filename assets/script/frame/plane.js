// Tables for two features: p as a shade over the plane, the boundary and its margins as lines. With
// an interaction the product of the two is a third feature, and the boundary a hyperbola.
import { clipSegment, image, linspace, perData, spans } from "./columns.js";
import { sigmoid } from "./link.js";

const PLANE_POINTS = 61;
const MARGIN_LOGITS = [0, 1, -1];
const NO_LINE = [
  [NaN, NaN],
  [NaN, NaN],
];

const grid = perData((data) =>
  spans(data)
    .slice(0, 2)
    .map((span) => linspace(...span, PLANE_POINTS)),
);

function plane({ data, w0, w: [w1, w2, w3], settings: { interaction } }) {
  const [across, up] = grid(data);
  const [[[low1, high1], [low2, high2]], shade] = [
    spans(data),
    new Float64Array(PLANE_POINTS ** 2),
  ];
  let at = 0;
  for (const b of up) {
    for (const a of across) {
      const z = w0 + w1 * a + w2 * b;
      shade[at++] = sigmoid(interaction ? z + w3 * (a * b) : z);
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

function boundary_lines(scene) {
  const ends = MARGIN_LOGITS.map((shift) =>
    scene.settings.interaction ? NO_LINE : drawn(scene, shift),
  );
  return {
    name: ["boundary", "margin", "margin"],
    logit: MARGIN_LOGITS,
    x1_from: ends.map(([start]) => start[0]),
    x2_from: ends.map(([start]) => start[1]),
    x1_to: ends.map(([, end]) => end[0]),
    x2_to: ends.map(([, end]) => end[1]),
  };
}

// Ends of the line so many logits above the boundary; nan where none is in the plot.
function drawn({ data, w0, w: [w1, w2], cut }, shift) {
  const [[low1, high1], [low2, high2]] = spans(data);
  const size = Math.hypot(w1, w2);
  if (size === 0 || !Number.isFinite(cut)) return NO_LINE;
  const [a, b, away] = [w1 / size, w2 / size, (cut - (w0 - shift)) / size];
  const reach = Math.hypot(
    Math.max(Math.abs(low1), Math.abs(high1)),
    Math.max(Math.abs(low2), Math.abs(high2)),
  );
  const start = [a * away + reach * b, b * away - reach * a];
  const end = [a * away - reach * b, b * away + reach * a];
  if (![...start, ...end].every(Number.isFinite)) return NO_LINE;
  return clipSegment(start, end, [low1, low2], [high1, high2]) ?? NO_LINE;
}

function boundary_curve(scene) {
  const bent = scene.settings.interaction && scene.w[2] !== 0;
  const pieces = bent ? branches(scene) : [drawn(scene, 0)];
  const seen = pieces.filter((piece) => piece.length && piece.flat().every(Number.isFinite));
  const points = seen.flatMap((piece) => [...piece, [NaN, NaN]]).slice(0, -1);
  return { x1: points.map(([a]) => a), x2: points.map(([, b]) => b) };
}

// Where the hyperbola w0 + w1 a + w2 b + w3 a b = logit(t) meets the plot's grid lines. On it
// (w2 + w3 a) (w1 + w3 b) is one number, `turn`, whose sign says in which corners between the
// asymptotes its branches lie, and whether they fall or rise.
function branches({ data, w0, w: [w1, w2, w3], cut }) {
  const [across, up] = grid(data);
  const [[low1, high1], [low2, high2]] = spans(data);
  const rest = cut - w0;
  const turn = Math.sign(rest * w3 + w1 * w2);
  if (turn === 0) return cross([-w2 / w3, -w1 / w3], [low1, high1], [low2, high2]);
  const points = [
    ...across.map((a) => ({
      a,
      b: (rest - w1 * a) / (w2 + w3 * a),
      branch: Math.sign(w2 + w3 * a),
    })),
    ...up.map((b) => ({
      a: (rest - w2 * b) / (w1 + w3 * b),
      b,
      branch: turn * Math.sign(w1 + w3 * b),
    })),
  ].filter(({ a, b }) => low1 <= a && a <= high1 && low2 <= b && b <= high2);
  const way = ({ a, b }) => (a - low1) / (high1 - low1) - turn * ((b - low2) / (high2 - low2));
  points.sort((one, other) => way(one) - way(other)); // the way along a branch grows
  return [-1, 1].map((side) =>
    points.filter(({ branch }) => branch === side).map(({ a, b }) => [a, b]),
  );
}

// The two lines that a hyperbola becomes when its branches touch.
function cross([a, b], [low1, high1], [low2, high2]) {
  const upright =
    low1 <= a && a <= high1
      ? [
          [
            [a, low2],
            [a, high2],
          ],
        ]
      : [];
  const level =
    low2 <= b && b <= high2
      ? [
          [
            [low1, b],
            [high1, b],
          ],
        ]
      : [];
  return [...upright, ...level];
}

export const PLANE = { plane, boundary_lines, boundary_curve };
