// A change by hand: what of it is taken, and the scene after it.
import { converted as inUnits, standardise } from "../frame/features.js";
import { short } from "../frame/numbers.js";
import { derive } from "./form.js";
import { inputs, isWeight, names } from "./scene.js";

const LOCKED = "This is locked here.";
const NO_COSTS = "The costs cannot be both 0: no decision would matter then.";

/** Marks a scene whose learning rate somebody has set, which an address does not tell. */
const RATE_IS_SET = Symbol("the learning rate is set by hand");

/**
 * The values that the hand may set, to the digits that an address holds, or a sentence that says
 * why none of them is taken.
 * @param {Scene} scene
 * @param {Record<string, any>} values
 * @param {{ locks: View["locks"], mostSteps: number }} limits
 * @returns {{ values: Record<string, any>, problem: string }}
 */
export function admitted(scene, values, { locks, mostSteps }) {
  const free = Object.entries(values).filter(([name]) => !locks(name));
  if (free.length === 0) return { values: {}, problem: LOCKED };
  const taken = Object.fromEntries(
    free.map(([name, value]) => [name, held(name, value, mostSteps)]),
  );
  const { cost_fp, cost_fn } = { ...scene, ...taken };
  if (cost_fp === 0 && cost_fn === 0) return { values: {}, problem: NO_COSTS };
  return { values: taken, problem: "" };
}

/**
 * @param {string} name
 * @param {any} value
 * @param {number} mostSteps
 */
function held(name, value, mostSteps) {
  if (name === "steps") return Math.min(value, mostSteps);
  return typeof value === "number" ? short(value) : value;
}

/**
 * The scene after a change. Weights that are set by hand are a new start of training, so the steps
 * that led to the weights in force are dropped.
 * @param {Block} block
 * @param {Scene} scene
 * @param {Record<string, any>} values
 * @param {number[]} inForce the last weights of training, [w0, w1, ...]
 * @returns {Scene}
 */
export function change(block, scene, values, inForce) {
  const next = /** @type {Scene} */ ({
    ...{ ...scene, ...values },
    ...("learning_rate" in values ? { [RATE_IS_SET]: true } : {}),
  });
  if (Object.keys(values).some(isWeight)) {
    names(block, scene).forEach((name, j) => {
      next[name] = values[name] ?? short(inForce[j]);
    });
    if (!("steps" in values)) next.steps = 0;
  }
  const isSameForm =
    next.standardise === scene.standardise && next.interaction === scene.interaction;
  return isSameForm ? next : reform(block, scene, next);
}

/**
 * The same model in another form of the data: the start of training is converted, and a learning
 * rate that nobody has set becomes the usual one of the new form.
 * @param {Block} block
 * @param {Scene} scene
 * @param {Scene} next the scene in the new form, with the weights of the old one
 * @returns {Scene}
 */
function reform(block, scene, next) {
  const usual = inputs(block, next);
  const before = inputs(block, scene).learning_rate.opening;
  const isUsual = !(RATE_IS_SET in next) && next.learning_rate === before;
  const learning_rate = isUsual ? usual.learning_rate.opening : next.learning_rate;
  const kept = { ...next };
  for (const name of Object.keys(kept).filter(isWeight)) delete kept[name];
  return { ...kept, learning_rate, ...converted(block, scene, next) };
}

/**
 * The start of training in the units of another form, by name. A new coefficient starts at 0.
 * @param {Block} block
 * @param {Scene} scene
 * @param {Scene} next
 */
function converted(block, scene, next) {
  /** @param {Scene} form */
  const scale = (form) => standardise(derive(block, { ...form, standardise: false }).x);
  let weights = names(block, scene).map((name) => scene[name]);
  if (scene.standardise) weights = inUnits(weights, scale(scene), true);
  weights = names(block, next).map((_, j) => weights[j] ?? 0);
  if (next.standardise) weights = inUnits(weights, scale(next), false);
  return Object.fromEntries(names(block, next).map((name, j) => [name, short(weights[j])]));
}
