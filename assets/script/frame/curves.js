// Tables of curves: p along the plot, its three rulers, and both losses over p.
import { perFeature, pinned, row } from "./columns.js";
import { odds, sigmoid } from "./link.js";
import { LOSSES, otherLoss, perNat, squaredLoss, squaredSlope } from "./loss.js";
import { linspace } from "./ranges.js";
import { CURVE_POINTS } from "./scene.js";

/** @import { Scene } from "./scene.js" */

/** Nats at which the loss panels end, and logits at which curves over the logit do. */
export const LOSS_TOP = 6;
const ODDS_TOP = 10; // the ruler of odds ends here: beyond, the curve is a wall

const LOGITS = linspace(-LOSS_TOP, LOSS_TOP, CURVE_POINTS);
const P = LOGITS.map(sigmoid);

/**
 * Where the loss panels end; a dot beyond is drawn at the edge and named. No squared loss is above
 * 1.
 * @param {Scene} scene
 * @returns {number}
 */
export const lossTop = (scene) => (scene.isSquared ? 1 : scene.perNat * LOSS_TOP);

/** @param {Scene} scene */
const curve = (scene) => scene.curve;

/** @type {(loss: string, unit: string) => Table} */
const lossesIn = (loss, unit) => ({
  p: P,
  loss_1: LOGITS.map((z) => perNat(unit, loss) * LOSSES[loss].value(-z)),
  loss_0: LOGITS.map((z) => perNat(unit, loss) * LOSSES[loss].value(z)),
});

/** @type {Record<string, Record<string, Table>>} */
const CURVES_OF = Object.fromEntries(
  Object.keys(LOSSES).map((loss) => [
    loss,
    { nats: lossesIn(loss, "nats"), bits: lossesIn(loss, "bits") },
  ]),
);

/** @param {Scene} scene */
const loss_curve = ({ settings: { loss, unit } }) => CURVES_OF[loss][unit];

/** @param {Scene} scene */
const loss_other = ({ settings: { loss, unit } }) => CURVES_OF[otherLoss(loss)][unit];

const squash = () => ({ logit: LOGITS, p: P });

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
function rulers_samples({ drawn: { data, logit, p } }) {
  return {
    ...perFeature("x", data.x),
    y: data.y,
    p,
    ...pinned("odds", logit.map(odds), 0, ODDS_TOP),
    ...pinned("logit", logit, -LOSS_TOP, LOSS_TOP),
  };
}

/** @param {Scene} scene */
const rulers_now = ({ threshold, cut }) => row({ p: threshold, odds: odds(cut), logit: cut });

/** Tables of this module, by their names in the frame. */
export const CURVES = {
  curve,
  loss_curve,
  loss_other,
  rulers,
  rulers_samples,
  rulers_now,
  squash,
  squared,
};
