// Where the loss has its lowest point, whether it has one, and which steps towards it are stable.
(() => {
  "use strict";
  const { mean, curvature, dot, gradient, meanLoss, to_raw } = Frames;
  const MAX_STEPS = 50;
  const CLOSE = 1e-8; // decrement before the last step; the step squares it, below rounding
  const FLAT = 1e-12; // a direction whose share of the bend is below this is rounding, not bend
  const SWEEPS = 60; // Jacobi's method needs about six
  const ROUNDING = 1e-18; // of an entry off the diagonal against those on it
  const TINY = 2 ** -1022;

  // Second derivatives of the mean loss by [w0, w1, ...].
  function hessian({ x, y }, [w0, ...w], l2) {
    const [size, sample] = [w.length + 1, new Float64Array(w.length + 1).fill(1)];
    const total = Array.from({ length: size }, () => new Float64Array(size));
    for (let i = 0; i < y.length; i++) {
      let z = w0;
      for (let j = 1; j < size; j++) z += w[j - 1] * (sample[j] = x[j - 1][i]);
      const bend = curvature(z);
      for (let j = 0; j < size; j++) {
        for (let k = j; k < size; k++) total[j][k] += bend * sample[j] * sample[k];
      }
    }
    const entry = (j, k) => total[Math.min(j, k)][Math.max(j, k)] / y.length + (j === k && j ? l2 : 0);
    return total.map((line, j) => Array.from(line, (_, k) => entry(j, k)));
  }

  // Eigenvalues of a symmetric matrix and, as rows, its eigenvectors (Jacobi's method).
  function eigen(matrix) {
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

  // Learning rate below which a step lowers the loss from anywhere.
  function rateLimit(data, l2) {
    const steepest = Math.max(...eigen(hessian(data, [0, ...data.x.map(() => 0)], l2)).values);
    return steepest > 0 ? 2 / steepest : Infinity;
  }

  // "no", "quasi" or "complete" on one feature; on more, what the data set says of itself.
  function separability({ x, y, separable }) {
    if (y.every((v) => v === y[0])) return "complete";
    if (x.length > 1) return separable ?? "unknown";
    for (const toward of [1, -1]) {
      const ends = { 0: [Infinity, -Infinity], 1: [Infinity, -Infinity] };
      x[0].forEach((v, i) => {
        const end = ends[y[i]];
        end[0] = Math.min(end[0], toward * v);
        end[1] = Math.max(end[1], toward * v);
      });
      if (ends[0][1] < ends[1][0]) return "complete";
      if (ends[0][1] === ends[1][0] && ends[0][0] !== ends[1][1]) return "quasi";
    }
    return "no";
  }

  // Newton's step: its move, its decrement, and the inverse of the Hessian, zero where it is flat.
  function newtonStep(data, weights, l2) {
    const bend = hessian(data, weights, l2);
    const size = bend.map((line, j) => (line[j] < TINY ? 1 : Math.sqrt(line[j])));
    const { values, vectors } = eigen(bend.map((line, j) => line.map((v, k) => v / (size[j] * size[k]))));
    const most = Math.max(...values);
    const scaled = vectors.map((v, m) => ({ bend: values[m], v: v.map((u, j) => u / size[j]) }));
    const bent = scaled.filter(({ bend }) => bend > FLAT * most);
    const times = (u) => u.map((_, j) => bent.reduce((total, { bend, v }) => total + (v[j] * dot(v, u)) / bend, 0));
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
    const bend = hessian(data, weights.map(() => 0), l2);
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
  function newton(data, { l2 = 0 } = {}) {
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
    return { w: settled && certain ? to_raw(w, middle, middle.map(() => 1)) : null };
  }

  Object.assign(Frames, { rateLimit, separability, newton });
})();
