// Where the loss has its lowest point, and whether it has one.
import { mean } from "./columns.js";
import { gradient, meanLoss } from "./descent.js";
import { eigen } from "./eigen.js";
import { dot, to_raw } from "./features.js";
import { hessian } from "./hessian.js";
import { separability } from "./separability.js";

const MAX_STEPS = 50;
const CLOSE = 1e-8; // decrement before the last step; the step squares it, below rounding
const FLAT = 1e-12; // a direction whose share of the bend is below this is rounding, not bend
const TINY = 2 ** -1022;

// Newton's step: its move, its decrement, and the inverse of the Hessian, zero where it is flat.
function newtonStep(data, weights, l2) {
  const bend = hessian(data, weights, l2);
  const size = bend.map((line, j) => (line[j] < TINY ? 1 : Math.sqrt(line[j])));
  const { values, vectors } = eigen(
    bend.map((line, j) => line.map((v, k) => v / (size[j] * size[k]))),
  );
  const most = Math.max(...values);
  const scaled = vectors.map((v, m) => ({ bend: values[m], v: v.map((u, j) => u / size[j]) }));
  const bent = scaled.filter(({ bend }) => bend > FLAT * most);
  const times = (u) =>
    u.map((_, j) => bent.reduce((total, { bend, v }) => total + (v[j] * dot(v, u)) / bend, 0));
  const slope = gradient(data, weights, l2);
  const move = times(slope).map((v) => -v);
  return { move, decrement: Math.sqrt(Math.max(0, -dot(move, slope))), times, rank: bent.length };
}

const objective = (data, [w0, ...w], l2) => meanLoss(data, w0, w) + (l2 / 2) * dot(w, w);

// The step, halved until the loss falls; near the optimum, where rounding decides, whole.
function moved(data, weights, { move, decrement }, l2) {
  const before = objective(data, weights, l2);
  let there = weights;
  for (let halvings = 0; halvings < (decrement < 1e-5 ? 1 : 40); halvings++) {
    there = weights.map((v, j) => v + 0.5 ** halvings * move[j]);
    if (objective(data, there, l2) <= before) break;
  }
  return there;
}

// Whether the slope is zero to rounding, also where the Hessian saw nothing to bend.
function isLevel(data, weights, l2) {
  const bend = hessian(
    data,
    weights.map(() => 0),
    l2,
  );
  return gradient(data, weights, l2).every((v, j) => Math.abs(v) <= CLOSE * Math.sqrt(bend[j][j]));
}

// Whether a lowest point is certain: the theorem of logreg_core.separability.
function isNearOptimum({ x, y }, { times, decrement, rank }) {
  if (rank <= x.length) return false;
  const length = (i) => {
    const u = [1, ...x.map((column) => column[i])];
    return dot(u, times(u));
  };
  return decrement * Math.sqrt(Math.max(...y.map((_, i) => length(i)))) < 0.5;
}

// { w: [w0, w1, ...] } of lowest mean loss with its penalty; { w: null } where there is none.
export function newton(data, { l2 = 0 } = {}) {
  const kind = separability(data);
  if (data.y.every((v) => v === data.y[0])) return { w: null };
  if (!l2 && (kind === "complete" || kind === "quasi")) return { w: null };
  const middle = data.x.map(mean);
  const centred = { x: data.x.map((column, j) => column.map((v) => v - middle[j])), y: data.y };
  let [w, found] = [[0, ...middle.map(() => 0)], { decrement: Infinity }];
  for (let k = 0; k < MAX_STEPS && !(found.decrement <= CLOSE); k++) {
    found = newtonStep(centred, w, l2);
    w = moved(centred, w, found, l2);
  }
  const last = newtonStep(centred, w, l2);
  const settled = isLevel(centred, w, l2) && last.decrement <= CLOSE;
  const certain = l2 || kind !== "unknown" || isNearOptimum(centred, last);
  return {
    w:
      settled && certain
        ? to_raw(
            w,
            middle,
            middle.map(() => 1),
          )
        : null,
  };
}
