// A data set at these settings: what several tables need, computed once and on demand.

import { linspace, perData, spans } from "./columns.js";
import { step, totals } from "./descent.js";
import { logit, residual, sampleLoss, sigmoid } from "./link.js";
import { DEFAULTS } from "./settings.js";

export const CURVE_POINTS = 241;
const EACH_STEP = 200; // so many first steps of a path are all shown
const LATER_STEPS = 199; // and so many of those after
// Steps of a path that are drawn: the first all, later ones evenly in their logarithm.
function shownSteps(last) {
  const steps = Array.from({ length: Math.min(last, EACH_STEP) + 1 }, (_, k) => k);
  for (let i = 1; i <= LATER_STEPS && last > EACH_STEP; i++) {
    const k = Math.round(EACH_STEP * (last / EACH_STEP) ** (i / LATER_STEPS));
    if (k > steps.at(-1)) steps.push(k);
  }
  return steps;
}

function logits({ x, y }, { w0, w }) {
  const found = new Array(y.length);
  for (let i = 0; i < y.length; i++) {
    let z = w[0] * x[0][i];
    for (let j = 1; j < w.length; j++) z += w[j] * x[j][i];
    found[i] = w0 + z;
  }
  return found;
}

const curveX = perData((data) => linspace(...spans(data)[0], CURVE_POINTS));

export class Scene {
  constructor(data, settings, every = 1) {
    this.settings = { ...DEFAULTS, ...settings };
    const { w0, w, threshold, unit } = this.settings;
    Object.assign(this, { data, every, w0, w, threshold, weights: [w0, ...w] });
    this.cut = logit(threshold);
    this.perNat = unit === "bits" ? 1 / Math.LN2 : 1;
  }

  get logit() {
    return (this.held_logit ??= logits(this.data, this));
  }

  get p() {
    return (this.held_p ??= this.logit.map(sigmoid));
  }

  get loss() {
    return (this.held_loss ??= this.logit.map(
      (z, i) => this.perNat * sampleLoss(z, this.data.y[i]),
    ));
  }

  get residual() {
    return (this.held_residual ??= this.logit.map((z, i) => residual(z, this.data.y[i])));
  }

  get residual_x() {
    const r = this.residual;
    return (this.held_residual_x ??= this.data.x.map((column) => r.map((v, i) => v * column[i])));
  }

  get totals() {
    return (this.held_totals ??= totals(this.data, this.w0, this.w, this.cut));
  }

  get counts() {
    const { said1, right1, right0 } = this.totals;
    return {
      true_positive: right1,
      false_positive: said1 - right1,
      true_negative: right0,
      false_negative: this.data.y.length - said1 - right0,
    };
  }

  get next() {
    return (this.held_next ??= step(this.data, this.weights, this.settings));
  }

  get steps() {
    return (this.held_steps ??= shownSteps(this.settings.path.length - 1));
  }

  get span() {
    return spans(this.data)[0];
  }

  get curve() {
    const x = curveX(this.data);
    return (this.held_curve ??= { x, p: x.map((v) => sigmoid(this.w0 + this.w[0] * v)) });
  }

  // Where the boundary on one feature lies and which side of it is predicted 1.
  get place() {
    const [{ w0, w, cut }, [low, high]] = [this, this.span];
    const none = w[0] === 0 || !Number.isFinite(cut);
    if (none) return { x: NaN, where: "none", side: w0 >= cut ? "all" : "none" };
    const x = (cut - w0) / w[0] + 0; // not -0
    const where = x < low ? "left" : x > high ? "right" : "inside";
    return { x, where, side: w[0] > 0 ? "right" : "left" };
  }
}
