// Tables about training: what pulls at the weights, the way so far, and where it would end.
import { perFeature, perWeight, row } from "./columns.js";
import { rateLimit } from "./hessian.js";
import { penalisedLoss, penalty } from "./lasso.js";
import { newton } from "./newton.js";
import { DECIMALS } from "./numbers.js";
import { perData } from "./per-data.js";
import { separability } from "./separability.js";
import { bounces, digitsThatHold, MOST, modelThatHolds, withoutRounding } from "./stability.js";
import { cumsum } from "./sums.js";

/** @import { Scene } from "./scene.js" */

/** A residual smaller than this moves a logit too little to see. */
export const LEAVE = 0.1;
/** The squared loss has several valleys, and no best weights are offered. */
const NOT_CONVEX = "not convex";

/** @param {Scene} scene */
function gradient({ data, pull: r, pull_x: rx }) {
  const [end, ends] = [cumsum(r), rx.map(cumsum)];
  const starts = ends.map((column, j) => column.map((v, i) => v - rx[j][i]));
  return {
    ...perFeature("x", data.x),
    y: data.y,
    residual: r,
    residual_from: end.map((v, i) => v - r[i]),
    residual_to: end,
    ...perFeature("residual_x", rx),
    ...perFeature("residual_x_from", starts),
    ...perFeature("residual_x_to", ends),
    pull: r.map(wayOf),
  };
}

/** @param {number} residual */
function wayOf(residual) {
  if (Math.abs(residual) < LEAVE) return "leave";
  return residual < 0 ? "raise" : "lower";
}

/** @param {Scene} scene */
function gradient_now(scene) {
  const { totals, data, weights } = scene;
  const { l2, learning_rate } = scene.settings;
  const [residual_sum, ...sums] = scene.slope.map((s) => s * data.y.length);
  const penalised = totals.slope.map((s, j) => s + (j ? l2 * weights[j] : 0));
  const slope = withoutRounding(data, weights, penalised, l2);
  return row({
    residual_sum,
    ...perFeature("residual_x_sum", sums),
    ...perWeight("grad_w", slope),
    ...perWeight("next_w", scene.next()),
    learning_rate,
  });
}

/** @param {Scene} scene */
function history({ data, settings: { path, shadow, loss }, steps, weights, perNat }) {
  const points = steps.map((k) => path[k]);
  const others = shadow.length > 0 ? besides(steps, shadow) : points;
  const columns = weights.map((_, j) => points.map((point) => point[j]));
  const losses = points.map((point) => lossAt(data, point, loss));
  const holds = (/** @type {number[]} */ values, /** @type {(at: number[]) => number} */ of) =>
    shadow.length > 0 ? digitsThatHold(steps, values, others.map(of)) : values.map(() => MOST);
  return {
    step: steps,
    ...perWeight("w", columns),
    mean_loss: losses.map((v) => perNat * v),
    weight_norm: points.map((point) => Math.sqrt(point.reduce((total, v) => total + v * v, 0))),
    ...perWeight(
      "digits_w",
      columns.map((column, j) => holds(column, (at) => at[j])),
    ),
    digits_loss: holds(losses, (at) => lossAt(data, at, loss)),
  };
}

/**
 * The nudged path at these steps. It may end before the path does, because a weight goes too far;
 * there it stays.
 * @param {number[]} steps
 * @param {number[][]} shadow
 */
const besides = (steps, shadow) => steps.map((k) => shadow[Math.min(k, shadow.length - 1)]);

/** @param {Scene} scene */
function history_now(scene) {
  const { data, steps, settings } = scene;
  const { path, shadow, l1, l2, loss } = settings;
  const last = steps.length - 1;
  if (shadow.length === 0 || last < 0) {
    return row({ digits: MOST, decimals: MOST, until: steps[last] ?? 0, bounces: 0 });
  }
  const points = steps.map((k) => path[k]);
  const { digits, decimals } = modelThatHolds(data, steps, points, besides(steps, shadow));
  const lost = digits[last] === 0 ? digits.map((v) => v === 0) : decimals.map((v) => v < DECIMALS);
  const first = lost.indexOf(true);
  const heights = points.map(
    (point) => lossAt(data, point, loss) + penalty(point.slice(1), { l1, l2 }),
  );
  return row({
    digits: digits[last],
    decimals: decimals[last],
    until: first < 0 ? steps[last] : steps[first - 1],
    bounces: Number(bounces(steps, heights)),
  });
}

// A path that grows by a step keeps its points, and each point keeps its loss.
const lossesOf = perData((_, /** @type {string} */ _loss) => new WeakMap());

/**
 * The mean loss at a point of a path.
 * @param {Data} data
 * @param {number[]} point
 * @param {string} loss
 * @returns {number}
 */
function lossAt(data, point, loss) {
  const known = lossesOf(data, loss);
  if (!known.has(point)) known.set(point, penalisedLoss(data, point, NO_PENALTIES, loss));
  return known.get(point);
}

const NO_PENALTIES = { l1: 0, l2: 0 };

/** @param {Scene} scene */
function optimum({ data, settings: { l1, l2, loss }, perNat, isSquared }) {
  const nowhere = [Number.NaN, ...data.x.map(() => Number.NaN)];
  const found = isSquared ? { w: null, outcome: NOT_CONVEX } : best(data, `${l1} ${l2}`);
  const [w, penalties] = [found.w, { l1, l2 }];
  return row({
    separable: separable(data),
    outcome: found.outcome,
    ...perWeight("w", w ?? nowhere),
    mean_loss: w ? perNat * penalisedLoss(data, w, NO_PENALTIES) : Number.NaN,
    objective: w ? perNat * penalisedLoss(data, w, penalties) : Number.NaN,
    rate_limit: rateLimit(data, `${loss} ${l2}`),
  });
}

const separable = perData(separability);

// The best weights of a data set under its penalties, which no slider of weights changes.
const best = perData((data, /** @type {string} */ penalties) => {
  const [l1, l2] = penalties.split(" ").map(Number);
  return newton(data, { l1, l2 });
});

/** Tables of this module, by their names in the frame. */
export const TRAINING = { gradient, gradient_now, history, history_now, optimum };
