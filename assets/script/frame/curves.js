// Tables of curves: p along the plot, its three rulers, and both losses over p.
import { row } from "./columns.js";
import { odds, sigmoid } from "./link.js";
import { perNat, sampleLoss, squaredLoss, squaredSlope } from "./loss.js";
import { linspace } from "./ranges.js";
import { CURVE_POINTS } from "./scene.js";

/** @import { Scene } from "./scene.js" */

/** Nats at which the loss panels end; a dot beyond is drawn at the edge and named. */
export const LOSS_TOP = 6;
const ODDS_TOP = 10; // the ruler of odds ends here: beyond, the curve is a wall

const LOGITS = linspace(-LOSS_TOP, LOSS_TOP, CURVE_POINTS);
const P = LOGITS.map(sigmoid);

/** @param {Scene} scene */
const curve = (scene) => scene.curve;

/** @param {string} unit */
const lossesIn = (unit) => ({
  p: P,
  loss_1: LOGITS.map((z) => perNat(unit) * sampleLoss(z, 1)),
  loss_0: LOGITS.map((z) => perNat(unit) * sampleLoss(z, 0)),
});

/** @type {Record<string, Table>} */
const LOSSES = { nats: lossesIn("nats"), bits: lossesIn("bits") };

/** @param {Scene} scene */
const loss_curve = ({ settings: { unit } }) => LOSSES[unit];

const SQUARED = {
  p: P,
  squared_1: LOGITS.map((z) => squaredLoss(z, 1)),
  squared_0: LOGITS.map((z) => squaredLoss(z, 0)),
};

const squared_curve = () => SQUARED;

/** @param {Scene} scene */
function squared({ data: { y }, logit, p, residual }) {
  return {
    y,
    p,
    squared_loss: logit.map((z, i) => squaredLoss(z, y[i])),
    squared_slope: logit.map((z, i) => squaredSlope(z, y[i])),
    residual,
  };
}

/** @param {Scene} scene */
function rulers({ w0, w, curve: { x, p } }) {
  const logit = x.map((v) => w0 + w[0] * v);
  const o = logit.map(odds);
  return {
    x,
    p,
    odds: o,
    logit,
    odds_drawn: o.map((v) => (v <= ODDS_TOP ? v : Number.NaN)),
    logit_drawn: logit.map((z) => (Math.abs(z) <= LOSS_TOP ? z : Number.NaN)),
  };
}

/** @param {Scene} scene */
const rulers_now = ({ threshold, cut }) => row({ p: threshold, odds: odds(cut), logit: cut });

/** Tables of this module, by their names in the frame. */
export const CURVES = { curve, loss_curve, rulers, rulers_now, squared, squared_curve };
