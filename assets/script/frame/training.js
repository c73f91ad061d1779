// Tables about training: what pulls at the weights, the way so far, and where it would end.
import { cumsum, numbered, perData, perFeature, row, sum } from "./columns.js";
import { meanLoss } from "./descent.js";
import { rateLimit } from "./hessian.js";
import { newton } from "./newton.js";
import { separability } from "./separability.js";

export const LEAVE = 0.1; // a residual smaller than this moves a logit too little to see

function gradient({ data, residual: r, residual_x: rx }) {
  const [end, ends] = [cumsum(r), rx.map(cumsum)];
  return {
    ...perFeature("x", data.x),
    y: data.y,
    residual: r,
    residual_from: end.map((v, i) => v - r[i]),
    residual_to: end,
    ...perFeature("residual_x", rx),
    ...perFeature(
      "residual_x_from",
      ends.map((column, j) => column.map((v, i) => v - rx[j][i])),
    ),
    ...perFeature("residual_x_to", ends),
    pull: r.map((v) => (Math.abs(v) < LEAVE ? "leave" : v < 0 ? "raise" : "lower")),
  };
}

function gradient_now({ totals, data, weights, next, settings: { l2, learning_rate } }) {
  const [residual_sum, ...sums] = totals.slope.map((s) => s * data.y.length);
  const slope = totals.slope.map((s, j) => s + (j ? l2 * weights[j] : 0));
  return row({
    residual_sum,
    ...perFeature("residual_x_sum", sums),
    ...numbered("grad_w", slope),
    ...numbered("next_w", next),
    learning_rate,
  });
}

// A path that grows by a step keeps its points, and each keeps its loss.
const lossesOf = perData(() => new WeakMap());

function lossAt(data, point) {
  const known = lossesOf(data);
  if (!known.has(point)) known.set(point, meanLoss(data, point[0], point.slice(1)));
  return known.get(point);
}

function history({ data, settings: { path }, steps, weights, perNat }) {
  const points = steps.map((k) => path[k]);
  const columns = weights.map((_, j) => points.map((point) => point[j]));
  return {
    step: steps,
    ...numbered("w", columns),
    mean_loss: points.map((point) => perNat * lossAt(data, point)),
    weight_norm: points.map((point) => Math.sqrt(point.reduce((total, v) => total + v * v, 0))),
  };
}

const best = perData((data, l2) => {
  const { w } = newton(data, { l2 });
  const mean_loss = w ? meanLoss(data, w[0], w.slice(1)) : NaN;
  const nowhere = [NaN, ...data.x.map(() => NaN)];
  return {
    separable: separability(data),
    w: w ?? nowhere,
    mean_loss,
    rate_limit: rateLimit(data, l2),
  };
});

// Under l2; l1 plays no part.
function optimum({ data, settings: { l2 }, perNat }) {
  const { separable, w, mean_loss, rate_limit } = best(data, l2);
  return row({ separable, ...numbered("w", w), mean_loss: perNat * mean_loss, rate_limit });
}

export const TRAINING = { gradient, gradient_now, history, optimum };
