// The second producer of a frame: the same columns as logreg_core.frame from the same settings, for
// whatever a slider moves. The core is the authority; a parity test holds the two together.
const Frames = (() => {
  "use strict";
  const CURVE_POINTS = 241;
  const PLANE_POINTS = 61;
  const MARGIN = 0.15;
  const LOSS_TOP = 6;
  const BLOCK = 128; // samples
  const MARGIN_LOGITS = [0, 1, -1];

  // ---- link and loss ------------------------------------------------------------------------
  function sigmoid(z) {
    const e = Math.exp(-Math.abs(z));
    return (z >= 0 ? 1 : e) / (1 + e);
  }

  function logit(p) {
    const middle = Math.abs(p - 0.5) < 0.25;
    return middle ? 2 * Math.atanh(2 * p - 1) : Math.log(p / (1 - p));
  }

  function sampleLoss(z, y) {
    const wrong = y ? -z : z; // ln(1 + exp(wrong)), without overflow
    return Math.max(wrong, 0) + Math.log1p(Math.exp(-Math.abs(wrong)));
  }

  const residual = (z, y) => (y ? -sigmoid(-z) : sigmoid(z));

  // ---- small helpers ------------------------------------------------------------------------
  function linspace(low, high, count) {
    const step = (high - low) / (count - 1);
    return Array.from({ length: count }, (_, i) => (i === count - 1 ? high : i * step + low));
  }

  function plotRange(x) {
    let [low, high] = [x[0], x[0]];
    for (const v of x) {
      if (v < low) low = v;
      if (v > high) high = v;
    }
    const margin = MARGIN * (high - low) || 1;
    return [low - margin, high + margin];
  }

  // A sum that keeps what each addition rounds away (Neumaier 1974).
  class Sum {
    total = 0;
    lost = 0;
    add(v) {
      const next = this.total + v;
      this.lost += Math.abs(this.total) >= Math.abs(v) ? this.total - next + v : v - next + this.total;
      this.total = next;
    }
    get value() {
      return Number.isFinite(this.lost) ? this.total + this.lost : this.total;
    }
  }

  // Python's format(value, ".{digits}g").
  function general(value, digits) {
    const [lead, power] = value.toExponential(digits - 1).split("e").map(Number);
    if (value !== 0 && (power < -4 || power >= digits)) {
      return `${lead}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
    }
    return String(Number(value.toPrecision(digits)));
  }

  // ---- the tables ---------------------------------------------------------------------------
  function samplesOf(data, { w0, w, cut }, every) {
    const dots = (column) => (every === 1 ? column : Array.from({ length: Math.ceil(column.length / every) }, (_, i) => column[i * every]));
    const [x, y] = [data.x.map(dots), dots(data.y)];
    const z = y.map((_, i) => w0 + w.reduce((total, c, j) => total + c * x[j][i], 0));
    const predicted = z.map((v) => Number(v >= cut));
    const loss = z.map((v, i) => sampleLoss(v, y[i]));
    const features = x.map((column, j) => [x.length === 1 ? "x" : `x${j + 1}`, column]);
    return {
      ...Object.fromEntries(features),
      y,
      logit: z,
      odds: z.map(Math.exp),
      p: z.map(sigmoid),
      predicted,
      correct: predicted.map((said, i) => Number(said === y[i])),
      loss,
      residual: z.map((v, i) => residual(v, y[i])),
      loss_drawn: loss.map((v) => Math.min(v, LOSS_TOP)),
      loss_over: loss.map((v) => (v > LOSS_TOP ? LOSS_TOP : NaN)),
      loss_note: loss.map((v) => (v > LOSS_TOP ? `${general(v, 3)} ↑` : "")),
    };
  }

  const LOSS_LOGITS = linspace(-LOSS_TOP, LOSS_TOP, CURVE_POINTS);
  const LOSS_CURVE = {
    p: LOSS_LOGITS.map(sigmoid),
    loss_1: LOSS_LOGITS.map((z) => sampleLoss(z, 1)),
    loss_0: LOSS_LOGITS.map((z) => sampleLoss(z, 0)),
  };

  // Where the boundary on one feature lies and which side of it is predicted 1.
  function placeOf({ w0, w, cut }, [low, high]) {
    if (w[0] === 0 || !Number.isFinite(cut)) return { x: NaN, where: "none", side: w0 >= cut ? "all" : "none" };
    const x = (cut - w0) / w[0] + 0; // not -0
    return { x, where: x < low ? "left" : x > high ? "right" : "inside", side: w[0] > 0 ? "right" : "left" };
  }

  function boundaryRow(place, threshold, [low, high], p) {
    const inside = place.where === "inside";
    const edge = Math.min(Math.max(place.x, low), high);
    const sides = { all: [low, high], none: [NaN, NaN], left: [low, edge], right: [edge, high] };
    const [start, end] = sides[place.side];
    return {
      x: [inside ? place.x : NaN],
      low: [low],
      width: [high - low],
      shade: [[p]],
      threshold: [threshold],
      positive_from: [start],
      positive_to: [end],
      positive_at: [(start + end) / 2],
      label: [inside ? general(place.x, 4) : ""],
      threshold_label: [`t = ${general(threshold, 4)}`],
    };
  }

  // One pass over all samples, without a column in between: there may be a hundred thousand. Plain
  // sums of a block, added up with care, keep the digits and the speed.
  function totals({ x, y }, { w0, w, cut }) {
    const n = y.length;
    const [loss, slopes] = [new Sum(), [new Sum(), ...w.map(() => new Sum())]];
    let [said1, right1, right0] = [0, 0, 0];
    for (let start = 0; start < n; start += BLOCK) {
      const part = [0, ...slopes.map(() => 0)]; // loss, then the residual, then residual times each x
      for (let i = start; i < Math.min(start + BLOCK, n); i++) {
        let z = w[0] * x[0][i];
        for (let j = 1; j < w.length; j++) z += w[j] * x[j][i];
        z += w0;
        const e = Math.exp(-Math.abs(z)); // shared by the loss and the residual
        const wrong = y[i] ? -z : z;
        const r = (wrong >= 0 ? 1 : e) / (1 + e) * (y[i] ? -1 : 1);
        part[0] += Math.max(wrong, 0) + Math.log1p(e);
        part[1] += r;
        for (let j = 0; j < w.length; j++) part[j + 2] += r * x[j][i];
        if (z >= cut) (said1 += 1), (right1 += y[i]);
        else right0 += 1 - y[i];
      }
      loss.add(part[0]);
      slopes.forEach((s, j) => s.add(part[j + 1]));
    }
    const counts = {
      true_positive: right1,
      false_positive: said1 - right1,
      true_negative: right0,
      false_negative: n - said1 - right0,
    };
    return { counts, mean_loss: loss.value / n, slope: slopes.map((s) => s.value / n) };
  }

  function summaryOf(data, { w0, w, threshold, cut }, place) {
    const { counts, mean_loss, slope } = totals(data, { w0, w, cut });
    const n = data.y.length;
    const correct = counts.true_positive + counts.true_negative;
    const numbered = (name, values, from) => Object.fromEntries(values.map((v, j) => [`${name}${j + from}`, v]));
    const ratios = w.map(Math.exp);
    return {
      ...numbered("w", [w0, ...w], 0),
      threshold,
      n,
      mean_loss,
      correct,
      accuracy: correct / n,
      ...counts,
      ...(place && { boundary: place.x, boundary_place: place.where, positive_side: place.side }),
      ...(w.length === 1 ? { odds_ratio: ratios[0] } : numbered("odds_ratio", ratios, 1)),
      ...numbered("grad_w", slope, 0),
    };
  }

  // ---- two features: the plane --------------------------------------------------------------
  function planeRow({ w0, w }, [across, up]) {
    const [x1, x2] = [linspace(...across, PLANE_POINTS), linspace(...up, PLANE_POINTS)];
    return {
      shade: [x2.map((b) => x1.map((a) => sigmoid(w0 + w[0] * a + w[1] * b)))],
      x1_low: [across[0]],
      x1_width: [across[1] - across[0]],
      x2_low: [up[0]],
      x2_width: [up[1] - up[0]],
    };
  }

  function boundaryLines(model, spans) {
    const ends = MARGIN_LOGITS.map((shift) => drawnLine({ ...model, w0: model.w0 - shift }, spans));
    return {
      name: ["boundary", "margin", "margin"],
      logit: MARGIN_LOGITS,
      x1_from: ends.map(([start]) => start[0]),
      x2_from: ends.map(([start]) => start[1]),
      x1_to: ends.map(([, end]) => end[0]),
      x2_to: ends.map(([, end]) => end[1]),
    };
  }

  function drawnLine({ w0, w, cut }, [[low1, high1], [low2, high2]]) {
    const nowhere = [[NaN, NaN], [NaN, NaN]];
    const size = Math.hypot(...w);
    if (size === 0 || !Number.isFinite(cut)) return nowhere;
    const [a, b, away] = [w[0] / size, w[1] / size, (cut - w0) / size];
    const reach = Math.hypot(Math.max(Math.abs(low1), Math.abs(high1)), Math.max(Math.abs(low2), Math.abs(high2)));
    const start = [a * away + reach * b, b * away - reach * a];
    const end = [a * away - reach * b, b * away + reach * a];
    if (![...start, ...end].every(Number.isFinite)) return nowhere;
    return clip(start, end, [low1, low2], [high1, high2]) ?? nowhere;
  }

  // The part of a segment inside a rectangle (Liang and Barsky 1984).
  function clip(start, end, low, high) {
    let [enter, leave] = [0, 1];
    const move = [end[0] - start[0], end[1] - start[1]];
    for (const i of [0, 1]) {
      if (move[i] === 0) {
        if (start[i] < low[i] || start[i] > high[i]) return null;
        continue;
      }
      const cuts = [(low[i] - start[i]) / move[i], (high[i] - start[i]) / move[i]];
      enter = Math.max(enter, Math.min(...cuts));
      leave = Math.min(leave, Math.max(...cuts));
    }
    const at = (t) => [start[0] + t * move[0], start[1] + t * move[1]];
    return enter > leave ? null : [at(enter), at(leave)];
  }

  // ---- the frame ----------------------------------------------------------------------------
  // data: { x: one array per feature, y }; settings: { w0, w: one coefficient per feature, threshold };
  // every: of so many samples one becomes a row of the table samples, all count in the summary
  function compute(data, { w0, w, threshold }, every = 1) {
    const model = { w0, w, threshold, cut: logit(threshold) };
    const spans = data.x.map(plotRange);
    const frame = { samples: samplesOf(data, model, every), loss_curve: LOSS_CURVE };
    if (w.length === 1) {
      const x = linspace(...spans[0], CURVE_POINTS);
      const p = x.map((v) => sigmoid(w0 + w[0] * v));
      const place = placeOf(model, spans[0]);
      frame.curve = { x, p };
      frame.boundary = boundaryRow(place, threshold, spans[0], p);
      frame.summary = summaryOf(data, model, place);
    } else {
      frame.summary = summaryOf(data, model, null);
    }
    if (w.length === 2) {
      frame.plane = planeRow(model, spans);
      frame.boundary_lines = boundaryLines(model, spans);
    }
    return frame;
  }

  return { compute };
})();
