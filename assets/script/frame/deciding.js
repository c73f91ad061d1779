// Tables about deciding: costs and mistakes over the threshold, the ROC curve, calibration.
import { linspace, mean, perData, row } from "./columns.js";
import { logit, sigmoid, squaredLoss } from "./link.js";

const BINS = 10;
const EDGES = linspace(0, 1, BINS + 1);
const THRESHOLDS = linspace(0, 1, 201);
const CUTS = THRESHOLDS.map(logit);

const ones = perData(({ y }) => y.reduce((total, v) => total + v, 0));

// On one feature logits have the order of x, or the other way round, whatever the weights.
const byFeature = perData(({ x: [x] }, way) =>
  Array.from(x.keys()).sort((i, j) => way * (x[i] - x[j])),
);

// Samples from the smallest logit to the largest.
function ranking({ data, w, logit: z }) {
  if (w.length > 1) return Array.from(z.keys()).sort((i, j) => z[i] - z[j]);
  return byFeature(data, w[0] < 0 ? -1 : 1);
}

const costOf = ({ data, settings: { cost_fp, cost_fn } }, fp, fn) =>
  (fp * cost_fp + fn * cost_fn) / data.y.length;

// As the threshold rises, samples fall below it one after the other.
function decision(scene) {
  const [{ y }, { logit: z }, order] = [scene.data, scene, ranking(scene)];
  const [false_positive, false_negative] = [[], []];
  let [below, misses] = [0, 0];
  for (const cut of CUTS) {
    for (; below < order.length && z[order[below]] < cut; below++) misses += y[order[below]];
    false_negative.push(misses);
    false_positive.push(y.length - ones(scene.data) - (below - misses));
  }
  const cost = false_positive.map((fp, k) => costOf(scene, fp, false_negative[k]));
  return { threshold: THRESHOLDS, false_positive, false_negative, cost };
}

function costAt(scene, threshold) {
  const [{ y }, cut] = [scene.data, logit(threshold)];
  let [fp, fn] = [0, 0];
  scene.logit.forEach((z, i) => (z >= cut ? (fp += 1 - y[i]) : (fn += y[i])));
  return costOf(scene, fp, fn);
}

function bestThreshold({ cost_fp, cost_fn }) {
  const larger = Math.max(cost_fp, cost_fn); // divided out first, as the sum may overflow
  return cost_fp / larger / (cost_fp / larger + cost_fn / larger);
}

function decision_now(scene) {
  const best = bestThreshold(scene.settings);
  const {
    true_positive: tp,
    false_positive: fp,
    true_negative: tn,
    false_negative: fn,
  } = scene.counts;
  return row({
    threshold: scene.threshold,
    cost: costAt(scene, scene.threshold),
    best_threshold: best,
    best_cost: costAt(scene, best),
    true_positive_rate: tp / (tp + fn), // 0 / 0 is nan, as promised
    false_positive_rate: fp / (fp + tn),
    precision: tp / (tp + fp),
    f1: (2 * tp) / (2 * tp + fp + fn),
    auc: curveOf(scene)?.auc ?? NaN,
  });
}

// Counts of both classes above each distinct logit, from the largest down; null for one class.
function curveOf(scene) {
  const [{ y }, { logit: z }] = [scene.data, scene];
  const positive = ones(scene.data);
  const negative = y.length - positive;
  if (!positive || !negative) return null;
  const [hits, alarms, cuts, order] = [[0], [0], [Infinity], ranking(scene)];
  let [hit, alarm, area] = [0, 0, 0];
  for (let k = order.length - 1; k >= 0; k--) {
    const [i, held] = [order[k], z[order[k - 1]]];
    y[i] ? (hit += 1) : (alarm += 1);
    if (held === z[i]) continue; // equal logits enter together
    area += (alarm - alarms.at(-1)) * (hit + hits.at(-1));
    hits.push(hit), alarms.push(alarm), cuts.push(z[i]);
  }
  return { hits, alarms, cuts, positive, negative, auc: area / (2 * positive * negative) };
}

function roc(scene) {
  const found = curveOf(scene);
  if (!found) return { false_positive_rate: [], true_positive_rate: [], threshold: [] };
  return {
    false_positive_rate: found.alarms.map((v) => v / found.negative),
    true_positive_rate: found.hits.map((v) => v / found.positive),
    threshold: found.cuts.map(sigmoid),
  };
}

function calibration({ data, p }) {
  const bins = Array.from({ length: BINS }, (_, k) => ({
    low: EDGES[k],
    high: EDGES[k + 1],
    p: 0,
    ones: 0,
    n: 0,
  }));
  p.forEach((v, i) => {
    let k = Math.min(Math.trunc(v * BINS), BINS - 1); // to rounding of the edges
    if (v < EDGES[k]) k -= 1;
    else if (k < BINS - 1 && v >= EDGES[k + 1]) k += 1;
    (bins[k].p += v), (bins[k].ones += data.y[i]), (bins[k].n += 1);
  });
  const used = bins.filter(({ n }) => n);
  return {
    low: used.map(({ low }) => low),
    high: used.map(({ high }) => high),
    mean_p: used.map(({ p, n }) => p / n),
    share: used.map(({ ones, n }) => ones / n),
    n: used.map(({ n }) => n),
  };
}

function calibration_now({ data, logit, p }) {
  const brier = mean(logit.map((z, i) => squaredLoss(z, data.y[i])));
  return row({ brier, mean_p: mean(p), share: ones(data) / data.y.length });
}

export const DECIDING = { decision, decision_now, roc, calibration, calibration_now };
