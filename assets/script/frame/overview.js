// Tables about the samples, one of them, and the whole: what the first page shows.
import { image, perFeature, perWeight, pinned, row } from "./columns.js";
import { lossTop } from "./curves.js";
import { odds, sigmoid } from "./link.js";
import { evidence as evidenceOf } from "./model.js";
import { general } from "./numbers.js";
import { cumsum } from "./sums.js";

/** @import { Scene } from "./scene.js" */

/** @param {Scene} whole */
function samples(whole) {
  const scene = whole.drawn;
  const { logit, loss, cut } = scene;
  const { x, y } = scene.data;
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
    residual: scene.pull,
    ...perFeature("residual_x", scene.pull_x),
    ...pinned("loss", loss, 0, lossTop(scene)),
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
    name: ["intercept", ...scene.data.features, "score"],
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
function summary({ data, threshold, weights, w, totals, slope, perNat, place }) {
  const { mean_loss, counts } = totals;
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
