// Newton's method under an l1 penalty, which keeps some coefficients at exactly 0. Weights are
// [w0, w1, ...].
//
// While no coefficient changes its side of 0, the penalty is linear and Newton's method works as
// ever. So the method goes from face to face: on each, some coefficients keep their sign and the
// others stay at 0. A step that would carry a coefficient across 0 ends there. Once a face has
// nothing more to win, the coefficient at 0 that pulls hardest beyond the penalty leaves 0; if none
// does, these weights are the best.
import { meanLoss, meanSquared } from "./blocks.js";
import { gradient } from "./descent.js";
import { hessian, newtonStep } from "./hessian.js";
import { logit } from "./link.js";
import { mean } from "./sums.js";

/** @import { NewtonStep } from "./hessian.js" */
/** @typedef {{ l1: number, l2: number }} Penalties */

/** The decrement before the last step; the step squares it, which is below rounding. */
export const CLOSE = 1e-8;
/** The decrement from which on steps are taken whole. */
export const NEAR = 1e-5;
const LEVEL = 1e-11; // what a pull may exceed the penalty by, in the size of the slope: rounding
const HALVINGS = 40;

/**
 * The weights of lowest penalised loss, as far as so many steps on each face lead from the best
 * intercept alone. There are samples of both classes, and l1 is above 0.
 * @param {Data} data
 * @param {Penalties} penalties
 * @param {number} maxSteps
 * @returns {number[]}
 */
export function faces(data, penalties, maxSteps) {
  let weights = [logit(mean(data.y)), ...data.x.map(() => 0)];
  let signs = data.x.map(() => 0);
  for (let k = 0; k < maxSteps * weights.length; k++) {
    const found = newtonStep(data, weights, { ...penalties, signs });
    const before = penalisedLoss(data, weights, penalties);
    weights = moved(data, weights, found, penalties);
    signs = weights.slice(1).map(Math.sign);
    if (found.decrement > CLOSE * Math.sqrt(before)) continue;
    const beyond = pullBeyond(data, weights, penalties).slice(1);
    const sizes = beyond.map(Math.abs);
    const hardest = sizes.indexOf(Math.max(...sizes));
    if (!(sizes[hardest] > LEVEL)) break;
    signs[hardest] = -Math.sign(beyond[hardest]);
  }
  return weights;
}

/**
 * The slope that the l1 penalty does not balance, for each weight, in the slope's usual size. All
 * are 0 exactly where the penalised loss is lowest.
 * @param {Data} data
 * @param {number[]} weights
 * @param {Penalties} penalties
 * @returns {number[]}
 */
export function pullBeyond(data, weights, { l1, l2 }) {
  const bend = hessian(
    data,
    weights.map(() => 0),
    l2,
  );
  return gradient(data, weights, l2).map((slope, j) => {
    const left = j === 0 ? slope : beyondPenalty(slope, weights[j], l1);
    return left / (Math.sqrt(bend[j][j]) || 1);
  });
}

/**
 * What is left of the slope for a coefficient. At 0 the penalty holds a slope of up to l1.
 * @param {number} slope
 * @param {number} coefficient
 * @param {number} l1
 */
function beyondPenalty(slope, coefficient, l1) {
  if (coefficient !== 0) return slope + l1 * Math.sign(coefficient);
  return Math.sign(slope) * Math.max(Math.abs(slope) - l1, 0);
}

/**
 * The mean loss, in nats, and both penalties.
 * @param {Data} data
 * @param {number[]} weights
 * @param {Penalties} penalties
 * @param {string} [loss]
 * @returns {number}
 */
export function penalisedLoss(data, [w0, ...w], penalties, loss) {
  const total = loss === "squared" ? meanSquared(data, w0, w) : meanLoss(data, w0, w);
  return total + penalty(w, penalties);
}

/**
 * What both penalties add to the mean loss.
 * @param {number[]} w the coefficients
 * @param {Penalties} penalties
 * @returns {number}
 */
export function penalty(w, { l1, l2 }) {
  const size = l1 ? l1 * w.reduce((total, v) => total + Math.abs(v), 0) : 0;
  return size + (l2 ? (l2 / 2) * w.reduce((total, v) => total + v * v, 0) : 0);
}

/**
 * The step, cut off where the first coefficient reaches 0 and halved until the loss falls.
 * @param {Data} data
 * @param {number[]} weights
 * @param {NewtonStep} step
 * @param {Penalties} penalties
 */
function moved(data, weights, { move, decrement }, penalties) {
  const ways = weights.map((v, j) => {
    const crosses = j > 0 && v !== 0 && Math.sign(v + move[j]) !== Math.sign(v);
    return crosses ? -v / move[j] : Infinity;
  });
  const reach = Math.min(1, ...ways);
  const first = reach < 1 ? ways.indexOf(reach) : 0;
  const before = penalisedLoss(data, weights, penalties);
  const isNear = decrement < NEAR * Math.sqrt(before); // rounding decides which loss is lower
  let there = weights;
  for (let halving = 0; halving < (isNear ? 1 : HALVINGS); halving++) {
    const share = reach * 0.5 ** halving;
    there = weights.map((v, j) => v + share * move[j]);
    if (halving === 0 && first > 0) there[first] = 0;
    if (penalisedLoss(data, there, penalties) <= before) break;
  }
  return there;
}
