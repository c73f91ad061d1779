// What is made from a scene: its data, the path of training through them, and the frame.
import { compute } from "../frame/compute.js";
import { descend } from "../frame/descent.js";
import { rateLimit } from "../frame/hessian.js";
import { drawnRows } from "../frame/rows.js";
import { settingsAt } from "../frame/settings.js";
import { nudged, withoutNoise } from "../frame/stability.js";
import { derive } from "./form.js";
import { names } from "./scene.js";

/**
 * The data in the scene's form, the weights at every step of training, the same path on nudged data
 * where a step may magnify rounding, the frame with the tables that are asked for, and the samples,
 * counted from 0, that are the rows of the table samples.
 * @param {Page} page
 * @param {Block} block
 * @param {Scene} scene
 * @param {string[]} tables
 * @returns {{ data: Data, path: number[][], shadow: number[][], frame: Frame, rows: number[] }}
 */
export function make({ limits, schema }, block, scene, tables) {
  const data = derive(block, scene);
  const start = names(block, scene).map((name) => scene[name]);
  const within = { work: limits.work, furthest: schema.settings.w0.bounds?.[1] ?? Infinity };
  const rates = { ...scene, loss: scene.loss_function };
  const path = train(data, start, rates, within);
  const shadow = mayAmplify(data, scene) ? train(nudged(data), start, rates, within) : [];
  const every = Math.ceil(data.y.length / limits.dots);
  const settings = settingsAt(scene, path, shadow);
  const frame = compute(data, settings, tables, every);
  const rows = drawnRows(data, every, settings.sample ?? 0);
  return { data, path, shadow, frame, rows };
}

/**
 * The weights at the end of a path, without what rounding has left of one that should be 0.
 * @param {Data} data
 * @param {number[][]} path
 * @returns {number[]}
 */
export function inForce(data, path) {
  const last = path[path.length - 1];
  return path.length > 1 ? withoutNoise(data, last) : last;
}

/**
 * Whether a step of training may magnify what was rounded before. With a convex loss and a learning
 * rate within its limit, a step never takes two points further apart.
 * @param {Data} data
 * @param {Scene} scene
 */
const mayAmplify = (data, { steps, learning_rate, l2, loss_function: loss }) =>
  steps > 0 && (loss === "squared" || learning_rate > rateLimit(data, `${loss} ${l2}`));

/**
 * The weights at every step of training from a start. Training ends before a weight is further from
 * 0 than any may be, and after as many steps as `work` losses allow.
 * @param {Data} data
 * @param {number[]} start
 * @param {Rates & { steps: number }} rates
 * @param {{ work: number, furthest: number }} limits
 * @returns {number[][]}
 */
export function train(data, start, rates, { work, furthest }) {
  /** @type {number[][]} */
  const path = descend(data, start, stepsTaken(data, rates.steps, work), rates);
  const end = path.findIndex((weights) => weights.some((v) => Math.abs(v) > furthest));
  return end < 0 ? path : path.slice(0, end);
}

/**
 * The steps that training takes when so many are asked for: a large data set allows fewer of them.
 * @param {Pick<Data, "y">} data
 * @param {number} steps
 * @param {number} work
 */
export const stepsTaken = (data, steps, work) => Math.min(steps, Math.floor(work / data.y.length));
