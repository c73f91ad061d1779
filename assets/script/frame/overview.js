// Tables about the samples, one of them, and the whole: what the first page shows.

import { cumsum, general, image, numbered, perData, perFeature, row } from "./columns.js";
import { LOSS_TOP } from "./curves.js";
import { sigmoid } from "./link.js";
import { Scene } from "./scene.js";

const thinned = perData((data, every) => {
  const some = (column) => column.filter((_, i) => i % every === 0);
  return { x: data.x.map(some), y: some(data.y) };
});

function samples(whole) {
  const { data, every } = whole;
  const scene = every === 1 ? whole : new Scene(thinned(data, every), whole.settings);
  const [{ x, y }, { logit, loss, cut }, top] = [scene.data, scene, scene.perNat * LOSS_TOP];
  const predicted = logit.map((z) => Number(z >= cut));
  return {
    ...perFeature("x", x),
    y,
    logit,
    odds: logit.map(Math.exp),
    p: scene.p,
    predicted,
    correct: predicted.map((said, i) => Number(said === y[i])),
    loss,
    residual: scene.residual,
    ...perFeature("residual_x", scene.residual_x),
    loss_drawn: loss.map((v) => Math.min(v, top)),
    loss_over: loss.map((v) => (v > top ? top : NaN)),
    loss_note: loss.map((v) => (v > top ? `${general(v, 3)} ↑` : "")),
  };
}

function boundary({ place, threshold, span: [low, high], curve }) {
  const inside = place.where === "inside";
  const edge = Math.min(Math.max(place.x, low), high);
  const sides = { all: [low, high], none: [NaN, NaN], left: [low, edge], right: [edge, high] };
  const [start, end] = sides[place.side];
  return {
    x: [inside ? place.x : NaN],
    low: [low],
    width: [high - low],
    shade: image(Float64Array.from(curve.p), 1, curve.p.length),
    threshold: [threshold],
    positive_from: [start],
    positive_to: [end],
    positive_at: [start < end ? (start + end) / 2 : NaN],
    label: [inside ? general(place.x, 4) : ""],
    threshold_label: [`t = ${general(threshold, 4)}`],
  };
}

function summary(scene) {
  const { weights, w, data, counts } = scene;
  const n = data.y.length;
  const correct = counts.true_positive + counts.true_negative;
  return {
    ...numbered("w", weights),
    threshold: scene.threshold,
    n,
    mean_loss: scene.perNat * scene.totals.mean_loss,
    correct,
    accuracy: correct / n,
    ...counts,
    ...(w.length === 1 && boundaryWords(scene.place)),
    ...perFeature("odds_ratio", w.map(Math.exp)),
    ...numbered("grad_w", scene.totals.slope),
  };
}

const boundaryWords = ({ x, where, side }) => ({
  boundary: x,
  boundary_place: where,
  positive_side: side,
});

// The chosen sample's features, or what stands in their place, and each push on its logit.
function pushesOf({ data, settings: { sample, what_if }, w0, w }) {
  const values = what_if ?? data.x.map((column) => column[sample]);
  const pushes = values.map((v, j) => v * w[j]);
  return { values, pushes, logit: w0 + pushes.reduce((a, b) => a + b) };
}

function evidence(scene) {
  const { values, pushes, logit } = pushesOf(scene);
  const push = [scene.w0, ...pushes];
  const ends = cumsum(push);
  return {
    name: ["intercept", ...scene.data.features, "logit"],
    value: [NaN, ...values, NaN],
    push: [...push, logit],
    start: [0, ...ends.slice(0, -1), 0],
    end: [...ends, logit],
  };
}

function evidence_now(scene) {
  const { logit } = pushesOf(scene);
  const predicted = Number(logit >= scene.cut);
  return row({
    sample: scene.settings.sample,
    logit,
    odds: Math.exp(logit),
    p: sigmoid(logit),
    predicted,
  });
}

export const OVERVIEW = { samples, boundary, summary, evidence, evidence_now };
