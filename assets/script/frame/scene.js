// A data set at these settings: what several tables need, computed once and on demand.
import { squaredTotals, totals } from "./blocks.js";
import { boundary } from "./boundaries.js";
import { step } from "./descent.js";
import { logit, sigmoid } from "./link.js";
import { LOSSES, perNat, residual } from "./loss.js";
import { logits } from "./model.js";
import { perData } from "./per-data.js";
import { linspace, spans } from "./ranges.js";
import { ranked, roc } from "./ranking.js";
import { drawnRows } from "./rows.js";
import { DEFAULTS } from "./settings.js";
import { withoutRounding } from "./stability.js";

/** @import { AllSettings } from "./settings.js" */

/** Points of a curve: one every two to four pixels of a plot. */
export const CURVE_POINTS = 241;
const EACH_STEP = 200; // so many first steps of a path are all shown
const LATER_STEPS = 199; // and so many of those after

/**
 * Steps of a path that are drawn: the first all, later ones evenly in their logarithm.
 * @param {number} last
 * @returns {number[]}
 */
function shownSteps(last) {
  const steps = Array.from({ length: Math.min(last, EACH_STEP) + 1 }, (_, k) => k);
  for (let i = 1; i <= LATER_STEPS && last > EACH_STEP; i++) {
    const k = Math.round(EACH_STEP * (last / EACH_STEP) ** (i / LATER_STEPS));
    if (k > steps[steps.length - 1]) steps.push(k);
  }
  return steps;
}

/**
 * A data set with some of its samples, for each array of their rows.
 * @type {WeakMap<number[], Data>}
 */
const thinned = new WeakMap();

/**
 * @param {Data} data
 * @param {number[]} rows
 * @returns {Data}
 */
function some(data, rows) {
  /** @param {number[]} column */
  const of = (column) => rows.map((i) => column[i]);
  const known = thinned.get(rows) ?? { ...data, x: data.x.map(of), y: of(data.y) };
  thinned.set(rows, known);
  return known;
}

const curveX = perData((data) => linspace(...spans(data)[0], CURVE_POINTS));

/** What the tables of a frame are made from; each value is computed when it is first asked for. */
export class Scene {
  /** @type {Scene | undefined} */
  #drawn;
  /** @type {number[] | undefined} */
  #logit;
  /** @type {number[] | undefined} */
  #p;
  /** @type {number[] | undefined} */
  #loss;
  /** @type {number[] | undefined} */
  #residual;
  /** @type {number[] | undefined} */
  #pull;
  /** @type {number[][] | undefined} */
  #pull_x;
  /** @type {Record<string, number[]>} */
  #next = {};
  /** @type {number[] | undefined} */
  #steps;
  /** @type {ReturnType<typeof totals> | undefined} */
  #totals;
  /** @type {{ x: number[], p: number[] } | undefined} */
  #curve;
  /** @type {number[] | undefined} */
  #ranked;
  /** @type {ReturnType<typeof roc> | undefined} */
  #roc;

  /**
   * @param {Data} data
   * @param {Settings} settings
   * @param {number} every of so many samples one is drawn
   */
  constructor(data, settings, every = 1) {
    this.data = data;
    /** @type {AllSettings} */
    this.settings = { ...DEFAULTS, ...settings };
    this.every = every;
    this.w0 = settings.w0;
    this.w = settings.w;
    this.weights = [this.w0, ...this.w];
    this.threshold = this.settings.threshold;
    this.cut = logit(this.threshold);
    this.chosen = LOSSES[this.settings.loss];
    this.isSquared = this.settings.loss === "squared";
    this.perNat = perNat(this.settings.unit, this.settings.loss);
  }

  /**
   * The same scene with the samples that are drawn.
   * @returns {Scene}
   */
  get drawn() {
    if (this.every === 1) return this;
    const rows = drawnRows(this.data, this.every, this.settings.sample);
    return (this.#drawn ??= new Scene(some(this.data, rows), this.settings));
  }

  /** Logit of each sample. */
  get logit() {
    return (this.#logit ??= logits(this.data, this.w0, this.w));
  }

  /** Probability of each sample. */
  get p() {
    return (this.#p ??= this.logit.map(sigmoid));
  }

  /** Chosen loss of each sample, in the unit that the reader has chosen. */
  get loss() {
    const [{ y }, { value }] = [this.data, this.chosen];
    return (this.#loss ??= this.logit.map((z, i) => this.perNat * value(y[i] ? -z : z)));
  }

  /** Residual of each sample. */
  get residual() {
    return (this.#residual ??= this.logit.map((z, i) => residual(z, this.data.y[i])));
  }

  /** Derivative of each sample's chosen loss by its logit; of cross-entropy, the residual. */
  get pull() {
    if (!this.isSquared) return this.residual;
    const [{ y }, { slope }] = [this.data, this.chosen];
    return (this.#pull ??= this.logit.map((z, i) => (y[i] ? -slope(-z) : slope(z))));
  }

  /** Pull times the feature of each sample, for each feature. */
  get pull_x() {
    const pull = this.pull;
    return (this.#pull_x ??= this.data.x.map((column) => pull.map((v, i) => v * column[i])));
  }

  /**
   * Where one step down a loss leads.
   * @param {string} [loss] the chosen one unless told
   */
  next(loss = this.settings.loss) {
    return (this.#next[loss] ??= step(this.data, this.weights, { ...this.settings, loss }));
  }

  /** Steps of the path that are drawn. */
  get steps() {
    return (this.#steps ??= shownSteps(this.settings.path.length - 1));
  }

  /** Mean of the chosen loss, its slope, and right and wrong decisions at the threshold. */
  get totals() {
    return (this.#totals ??= this.#add());
  }

  /** Gradient of the chosen mean loss; 0 where rounding alone may have left it. */
  get slope() {
    return withoutRounding(this.data, this.weights, this.totals.slope);
  }

  #add() {
    const found = totals(this.data, this.w0, this.w, this.cut);
    return this.isSquared ? { ...found, ...squaredTotals(this.data, this.w0, this.w) } : found;
  }

  /** Ends of the plot's x axis, of one feature. */
  get span() {
    return spans(this.data)[0];
  }

  /** Columns x and p along the plot, of one feature. */
  get curve() {
    const x = curveX(this.data);
    return (this.#curve ??= { x, p: x.map((v) => sigmoid(this.w0 + this.w[0] * v)) });
  }

  /** Where the boundary on one feature lies, and which side of it is predicted 1. */
  get place() {
    const [x, [low, high]] = [boundary(this.w0, this.w[0], this.cut), this.span];
    if (Number.isNaN(x)) return { x, where: "none", side: this.w0 >= this.cut ? "all" : "none" };
    const outside = x < low ? "left" : "right";
    const where = low <= x && x <= high ? "inside" : outside;
    return { x, where, side: this.w[0] > 0 ? "right" : "left" };
  }

  /** Samples from the smallest logit to the largest. */
  get ranked() {
    return (this.#ranked ??= ranked(this.data, this.w, this.logit));
  }

  /** The ROC curve; null where a class has no sample. */
  get roc() {
    return (this.#roc ??= roc(this.data, this.logit, this.ranked));
  }
}
