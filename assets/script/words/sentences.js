// Sentences about a scene, made from the columns of its frame.
import { boxed, certain, exactly, number, ordinal, plain, thousands } from "../frame/numbers.js";
import { all } from "./columns.js";
import { lossKind, meanLossName, penalised, penalisedLoss, penaltyNames } from "./losses.js";
import { weight } from "./names.js";

/**
 * How many samples are predicted right.
 * @param {Table} summary
 */
export const right = ({ correct, n }) => `${certain(String(correct))} of ${n}`;

/**
 * The sentence that is spoken when the hand rests.
 * @param {Table} summary
 * @param {Data} data
 * @param {Scene} scene
 * @param {number} steps of training that led here
 */
export function status(summary, data, scene, steps) {
  const weights = all(summary, "w").map((value, j) => `${weight(j)} = ${boxed(value)}`);
  const trained = steps > 0 ? `After ${stepsInWords(steps)}: ` : "";
  const bits = lossKind(scene) === "bits" ? " bits" : "";
  const where = data.x.length === 1 && certain("") === "" ? `, ${boundary(summary)}` : "";
  const loss = `${lossNow(summary, scene)}${bits}, ${right(summary)} right`;
  return `${trained}${weights.join(", ")}, t = ${plain(summary.threshold)}: ${loss}${where}.`;
}

/**
 * The mean loss, and with the penalties if there are any.
 * @param {Table} summary
 * @param {Scene} scene
 */
function lossNow(summary, scene) {
  const mean = `${meanLossName(scene)} ${number(summary.mean_loss)}`;
  if (!penalised(scene)) return mean;
  return `${mean}, with penalties ${number(penalisedLoss(summary, scene))}`;
}

/**
 * Steps of training with their number.
 * @param {number} steps
 */
export const stepsInWords = (steps) => `${steps} ${steps === 1 ? "step" : "steps"}`;

/**
 * Why training goes no further than its path does; empty where it could.
 * @param {Pick<Now, "path" | "scene" | "data" | "page">} now
 * @param {number} most as many steps as training may take here
 */
export function trainingEnd({ path, scene, data, page }, most) {
  const { bounds } = page.schema.settings.w0;
  const taken = path.length - 1;
  const after = `${thousands(taken)} ${taken === 1 ? "step" : "steps"}`;
  if (taken < Math.min(scene.steps, most)) {
    return `Training stopped after ${after}: a weight grew beyond ${thousands(bounds?.[1] ?? Infinity)}.`;
  }
  if (taken < most) return "";
  const asked = scene.steps > taken ? `, not ${thousands(scene.steps)}` : "";
  return `Training took ${after}${asked}. ${limit(most, data.y.length, page)}`;
}

/**
 * @param {number} most
 * @param {number} n
 * @param {Page} page
 */
function limit(most, n, { schema, limits }) {
  const often = schema.settings.steps.bounds?.[1] ?? Infinity;
  if (most === often) return "There are no more here.";
  const work = thousands(limits.work);
  return `There are no more with ${thousands(n)} samples: a path counts ${work} samples at most, all of them at each step.`;
}

/** @param {Table} summary */
function boundary({ boundary_place: place, boundary: x, positive_side: side, threshold }) {
  if (place === "none") {
    const why = threshold === 0 || threshold === 1 ? `t = ${threshold}` : "w₁ = 0";
    return `no boundary, because ${why} predicts ${side === "all" ? 1 : 0} everywhere`;
  }
  const beyond = place === "inside" ? "" : `, ${place} of the plot`;
  return `boundary at x = ${number(x)}${beyond}, predicted 1 to the ${side}`;
}

const UNKNOWN = "Best weights are not known here.";

/**
 * Why there are no best weights, by the outcome of the search.
 * @type {Record<string, string>}
 */
const NO_OPTIMUM = {
  "not convex": "No best weights are offered of the squared loss: it has several valleys.",
  "one class":
    "All samples have the same label, so no best weights exist: the intercept can grow for ever.",
  complete:
    "Some boundary separates the classes, so no best weights exist: the loss falls towards 0 as the weights grow for ever.",
  quasi:
    "Some boundary separates the classes but for samples on it, so no best weights exist: the weights grow for ever.",
};

/**
 * Where the best weights lie, or why there are none.
 * @param {Table} best the table optimum
 * @param {Scene} scene
 * @param {Table} [history]
 */
export function optimum(best, scene, history) {
  const w = all(best, "w").map(([value]) => value);
  if (!w.every(Number.isFinite)) {
    return `${NO_OPTIMUM[best.outcome[0]] ?? UNKNOWN}${sizeNow(history)}`;
  }
  return exactly(() => bestIn(w, best, scene));
}

/**
 * @param {number[]} w
 * @param {Table} best
 * @param {Scene} scene
 */
function bestIn(w, best, scene) {
  const isPenalised = penalised(scene);
  const penalties = isPenalised ? ` with ${penaltyNames(scene)}` : "";
  const weights = w.map((value, j) => `${weight(j)} = ${number(value, 4)}`).join(", ");
  const objective = isPenalised ? `, with penalties ${number(best.objective[0])}` : "";
  const loss = `mean loss there ${number(best.mean_loss[0])}${objective}`;
  return `Best weights${penalties}: ${weights}; ${loss}.`;
}

/** @param {Table} [history] */
function sizeNow(history) {
  const size = history?.weight_norm?.at(-1);
  return size === undefined ? "" : ` Size of the weights now: ${number(size, 4)}.`;
}

/**
 * What the slider of the learning rate marks.
 * @param {number} limit
 */
export function stableLimit(limit) {
  return `Below η = ${exactly(() => number(limit, limit < 0.01 ? 6 : 3))}, every step lowers the loss`;
}

/**
 * What the table of samples leaves out; empty if nothing.
 * @param {number[]} drawn the samples, counted from 0, that are drawn
 * @param {[from: number, to: number]} shown of these the rows that the table shows
 * @param {number} n
 */
export function thinned(drawn, [from, to], n) {
  const isCut = to - from < drawn.length;
  if (drawn.length === n && !isCut) return "";
  const means = "the means count all of them. ";
  const keys = isCut ? "; Page Down and Page Up lead to the others" : "";
  const these = `${from + 1} to ${to}`;
  if (drawn.length === n) return `The rows are samples ${these} of ${n}${keys}; ${means}`;
  const every = drawn[1] - drawn[0];
  const others = drawn[drawn.length - 1] % every === 0 ? "" : " and the chosen one";
  const dots = `The dots are every ${ordinal(every)} of ${n} samples${others}`;
  return `${dots}, and the rows are dots ${these} of ${drawn.length}${keys}; ${means}`;
}
