// Tables about deciding: costs and mistakes over the threshold, the ROC curve, calibration.
import { reliability } from "./calibration.js";
import { row } from "./columns.js";
import { bestThreshold, meanCost, mistakes } from "./costs.js";
import { logit, sigmoid } from "./link.js";
import { squaredLoss } from "./loss.js";
import { ones } from "./per-data.js";
import { linspace } from "./ranges.js";
import { mean } from "./sums.js";

/** @import { Scene } from "./scene.js" */

const THRESHOLDS = linspace(0, 1, 201); // every half percent
const [HUNDRED, ROW] = [100, 10]; // cases, and how many of them stand in a row
const CUTS = THRESHOLDS.map(logit);

/** @param {Scene} scene */
function decision({ data, logit, ranked, settings }) {
  const { false_positive, false_negative } = mistakes(data, logit, ranked, CUTS);
  const n = data.y.length;
  const cost = false_positive.map((fp, k) => meanCost(fp, false_negative[k], n, settings));
  return { threshold: THRESHOLDS, false_positive, false_negative, cost };
}

/** @param {Scene} scene */
function decision_now({ data, settings, threshold, totals, roc }) {
  const best = bestThreshold(settings);
  const { true_positive, false_positive, true_negative, false_negative } = totals.counts;
  return row({
    threshold,
    cost: meanCost(false_positive, false_negative, data.y.length, settings),
    best_threshold: best,
    true_positive_rate: true_positive / (true_positive + false_negative), // 0 / 0 is nan
    false_positive_rate: false_positive / (false_positive + true_negative),
    precision: true_positive / (true_positive + false_positive),
    f1: (2 * true_positive) / (2 * true_positive + false_positive + false_negative),
    auc: roc?.auc ?? Number.NaN,
  });
}

/** @param {Scene} scene */
function rocCurve({ roc }) {
  if (!roc) return { false_positive_rate: [], true_positive_rate: [], threshold: [] };
  const { false_positive_rate, true_positive_rate, logit } = roc;
  return { false_positive_rate, true_positive_rate, threshold: logit.map(sigmoid) };
}

/**
 * The part of the curve that is drawn when the threshold has sunk to where it is.
 * @param {Scene} scene
 */
function roc_drawn({ roc, cut }) {
  if (!roc) return { false_positive_rate: [], true_positive_rate: [] };
  const { false_positive_rate, true_positive_rate, logit } = roc;
  const below = logit.findIndex((z) => z < cut);
  const end = below < 0 ? logit.length : below;
  return {
    false_positive_rate: false_positive_rate.slice(0, end),
    true_positive_rate: true_positive_rate.slice(0, end),
  };
}

/**
 * The expected cost of both actions: a false positive is paid for if the sample is a 0, a false
 * negative if it is a 1.
 * @param {number[]} p
 * @param {import("./costs.js").Costs} costs
 */
const costOfActions = (p, { cost_fp, cost_fn }) => ({
  p,
  act: p.map((v) => (1 - v) * cost_fp),
  leave: p.map((v) => v * cost_fn),
});

/** @param {Scene} scene */
const actions = ({ settings }) => costOfActions([0, 1], settings);

/** @param {Scene} scene */
const actions_now = ({ settings, threshold }) => costOfActions([threshold], settings);

/** @param {Scene} scene */
const onesOfHundred = ({ threshold }) => Math.floor(HUNDRED * threshold + 0.5);

/**
 * A hundred cases in rows of ten, as many of them a 1 as the probability of the threshold says.
 * @param {Scene} scene
 */
function hundred(scene) {
  const ones = onesOfHundred(scene);
  const cases = Array.from({ length: HUNDRED }, (_, i) => i);
  const y = (/** @type {number} */ i) => Math.floor(i / ROW) + 0.5;
  return {
    x: cases.map((i) => (i % ROW) + 0.5),
    y_1: cases.map((i) => (i < ones ? y(i) : Number.NaN)),
    y_0: cases.map((i) => (i < ones ? Number.NaN : y(i))),
  };
}

/** @param {Scene} scene */
function hundred_now(scene) {
  const ones = onesOfHundred(scene);
  return row({ ones, zeros: HUNDRED - ones });
}

/** @param {Scene} scene */
const calibration = ({ data, p }) => reliability(p, data.y);

/** @param {Scene} scene */
function calibration_now({ data, logit, p }) {
  const brier = mean(logit.map((z, i) => squaredLoss(z, data.y[i])));
  return row({ brier, mean_p: mean(p), share: ones(data) / data.y.length });
}

/** Tables of this module, by their names in the frame. */
export const DECIDING = {
  decision,
  decision_now,
  roc: rocCurve,
  roc_drawn,
  actions,
  actions_now,
  hundred,
  hundred_now,
  calibration,
  calibration_now,
};
