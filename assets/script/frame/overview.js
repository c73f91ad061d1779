// Tables about the samples, one of them, and the whole: what the first page shows.
import { image, perFeature, perWeight, row } from "./columns.js";
import { LOSS_TOP } from "./curves.js";
import { odds, sigmoid } from "./link.js";
import { evidence as evidenceOf } from "./model.js";
import { general } from "./numbers.js";
import { perData } from "./per-data.js";
import { Scene } from "./scene.js";
import { cumsum } from "./sums.js";

// A data set with one of so many samples, for dots.
const thinned = perData((data, /** @type {number} */ every) => {
  /** @param {number[]} column */
  const some = (column) => column.filter((_, i) => i % every === 0);
  return { ...data, x: data.x.map(some), y: some(data.y) };
});

/** @param {Scene} whole */
function samples(whole) {
  const { every } = whole;
  const scene = every === 1 ? whole : new Scene(thinned(whole.data, every), whole.settings);
  const { logit, loss, cut, perNat } = scene;
  const { x, y } = scene.data;
  const top = perNat * LOSS_TOP;
  const predicted = logit.map((z) => Number(z >= cut));
  return {
    ...perFeature("x", x),
    y,
    logit,
    odds: logit.map(odds),
    p: scene.p,
    predicted,
    correct: predicted.map((said, i) => Number(said === y[i])),
    loss,
    residual: scene.residual,
    ...perFeature("residual_x", scene.residual_x),
    loss_drawn: loss.map((v) => Math.min(v, top)),
    loss_over: loss.map((v) => (v > top ? top : Number.NaN)),
    loss_note: loss.map((v) => (v > top ? `${general(v, 3)} ↑` : "")),
  };
}

/** @param {Scene} scene */
function boundary({ place, threshold, span: [low, high], curve }) {
  const isInside = place.where === "inside";
  const [start, end] = positivePart(place, low, high);
  return {
    x: [isInside ? place.x : Number.NaN],
    low: [low],
    width: [high - low],
    shade: image(Float64Array.from(curve.p), 1, curve.p.length),
    threshold: [threshold],
    positive_from: [start],
    positive_to: [end],
    positive_at: [start < end ? (start + end) / 2 : Number.NaN],
    label: [isInside ? general(place.x, 4) : ""],
    threshold_label: [`t = ${general(threshold, 4)}`],
  };
}

/**
 * Ends of the part of the plot that is predicted 1; nan where none is.
 * @param {Scene["place"]} place
 * @param {number} low
 * @param {number} high
 * @returns {number[]}
 */
function positivePart({ x, side }, low, high) {
  const cut = Math.min(Math.max(x, low), high);
  if (side === "all") return [low, high];
  if (side === "none") return [Number.NaN, Number.NaN];
  return side === "left" ? [low, cut] : [cut, high];
}

/** @param {Scene} scene */
function evidence(scene) {
  const { intercept, pushes, logit } = evidenceOf(chosen(scene), scene.w0, scene.w);
  const push = [intercept, ...pushes];
  const ends = cumsum(push);
  return {
    name: ["intercept", ...scene.data.features, "logit"],
    value: [Number.NaN, ...chosen(scene), Number.NaN],
    push: [...push, logit],
    start: [0, ...ends.slice(0, -1), 0],
    end: [...ends, logit],
  };
}

/** @param {Scene} scene */
function evidence_now(scene) {
  const { logit } = evidenceOf(chosen(scene), scene.w0, scene.w);
  const { sample } = scene.settings;
  const predicted = Number(logit >= scene.cut);
  return row({ sample, logit, odds: odds(logit), p: sigmoid(logit), predicted });
}

/**
 * The features of the chosen sample.
 * @param {Scene} scene
 */
const chosen = ({ data, settings: { sample } }) => data.x.map((column) => column[sample]);

/** @param {Scene} scene */
function summary({ data, threshold, weights, w, totals, perNat, place }) {
  const { mean_loss, slope, counts } = totals;
  const n = data.y.length;
  const correct = counts.true_positive + counts.true_negative;
  return {
    ...perWeight("w", weights),
    threshold,
    n,
    mean_loss: perNat * mean_loss,
    correct,
    accuracy: correct / n,
    ...counts,
    ...(w.length === 1 && boundaryWords(place)),
    ...perFeature("odds_ratio", w.map(odds)),
    ...perWeight("grad_w", slope),
  };
}

/** @param {Scene["place"]} place */
const boundaryWords = ({ x, where, side }) => ({
  boundary: x,
  boundary_place: where,
  positive_side: side,
});

/** Tables of this module, by their names in the frame. */
export const OVERVIEW = { samples, boundary, evidence, evidence_now, summary };
