// Tables of curves: p along the plot, its three rulers, and both losses over p.

import { linspace, row } from "./columns.js";
import { sampleLoss, sigmoid, squaredLoss, squaredSlope } from "./link.js";
import { CURVE_POINTS } from "./scene.js";

export const LOSS_TOP = 6; // nats; the loss panels end here
const ODDS_TOP = 10; // the ruler of odds ends here
const LOGITS = linspace(-LOSS_TOP, LOSS_TOP, CURVE_POINTS);
const P = LOGITS.map(sigmoid);
const both = (loss) => [1, 0].map((y) => LOGITS.map((z) => loss(z, y)));
const LOSSES = both(sampleLoss);
const [squared_1, squared_0] = both(squaredLoss);
const SQUARED = { p: P, squared_1, squared_0 };

const lossCurves = new Map();

function loss_curve({ perNat }) {
  if (!lossCurves.has(perNat)) {
    const [loss_1, loss_0] = LOSSES.map((loss) => loss.map((v) => perNat * v));
    lossCurves.set(perNat, { p: P, loss_1, loss_0 });
  }
  return lossCurves.get(perNat);
}

function squared({ data, logit, p, residual }) {
  return {
    y: data.y,
    p,
    squared_loss: logit.map((z, i) => squaredLoss(z, data.y[i])),
    squared_slope: logit.map((z, i) => squaredSlope(z, data.y[i])),
    residual,
  };
}

function rulers({ w0, w, curve }) {
  const logit = curve.x.map((v) => w0 + w[0] * v);
  const odds = logit.map(Math.exp);
  return {
    ...curve,
    odds,
    logit,
    odds_drawn: odds.map((v) => (v <= ODDS_TOP ? v : NaN)),
    logit_drawn: logit.map((z) => (Math.abs(z) <= LOSS_TOP ? z : NaN)),
  };
}

const rulers_now = ({ threshold, cut }) => row({ p: threshold, odds: Math.exp(cut), logit: cut });

const curve = (scene) => scene.curve;
const squared_curve = () => SQUARED;
export const CURVES = { curve, loss_curve, squared_curve, squared, rulers, rulers_now };
