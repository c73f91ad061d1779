// What both Python programs print of a scene, in the same words.
import { printed } from "./python-data.js";
import { listed, literal, numeral } from "./python-words.js";

/** @typedef {import("./share.js").Shown} Shown */

/**
 * The weights in force, the intercept first.
 * @param {Shown} now
 */
export const weights = ({ path }) => path[path.length - 1];

/**
 * Steps of training that were taken.
 * @param {Shown} now
 */
export const steps = ({ path }) => path.length - 1;

/** @param {Shown} now */
export const isSquared = ({ scene }) => scene.loss_function === "squared";

/**
 * The expression of the mean loss, from z or p, and y.
 * @param {Shown} now
 */
export function meanLoss(now) {
  if (isSquared(now)) return "np.mean((p - y) ** 2)";
  const nats = "np.mean(np.logaddexp(0, np.where(y == 1, -z, z)))";
  return now.scene.unit === "bits" ? `${nats} / np.log(2)` : nats;
}

/**
 * What the mean loss is measured in.
 * @param {Shown} now
 */
export function unitOf(now) {
  return isSquared(now) ? "(p - y)² per sample" : `${now.scene.unit} per sample`;
}

/**
 * The lines that print probabilities and decisions.
 * @param {Shown} now
 */
export function decisions(now) {
  const some = printed(now);
  return [
    `print("p", *(f"{each:.6f}" for each in p${some}))`,
    `print("predicted", *predicted${some})`,
    'print(f"right {np.sum(predicted == y)} of {len(y)} at threshold {threshold}")',
  ];
}

/**
 * The lines that print where p equals the threshold, from w0 and w.
 * @param {Shown} now
 * @returns {string[]}
 */
export function boundary(now) {
  const { threshold } = now.scene;
  const [, ...w] = weights(now);
  const isFlat = w.every((each) => each === 0);
  if (threshold <= 0 || threshold >= 1 || isFlat) return ['print("boundary none")'];
  return ["cut = np.log(threshold / (1 - threshold))  # logit of the threshold", ...place(now, w)];
}

/**
 * @param {Shown} now
 * @param {number[]} w
 */
function place({ scene }, w) {
  if (w.length === 1) return ['print(f"boundary x1 = {(cut - w0) / w[0]:.6f}")'];
  if (w.length > 2 || scene.interaction) return ['print(f"boundary where w0 + X @ w = {cut:.6f}")'];
  if (w[1] === 0) return ['print(f"boundary x1 = {(cut - w0) / w[0]:.6f}")'];
  return ['print(f"boundary x2 = {(cut - w0) / w[1]:.6f} + {-w[0] / w[1]:.6f} x1")'];
}

/**
 * The lines of the weights and the threshold.
 * @param {Shown} now
 * @param {number[]} row weights, the intercept first
 */
export function settings({ scene }, [w0, ...w]) {
  return [
    `w0 = ${numeral(w0)}  # the intercept`,
    ...listed("w = np.array([", w.map(numeral), "])  # one coefficient for each feature"),
    `threshold = ${numeral(scene.threshold)}`,
  ];
}

/**
 * The lines that name the penalties.
 * @param {Shown} now
 */
export const penalties = ({ scene: { l1, l2 } }) => [
  ...(l1 ? [`l1 = ${numeral(l1)}  # times the sum of the coefficients' sizes`] : []),
  ...(l2 ? [`l2 = ${numeral(l2)}  # times half the sum of their squares`] : []),
];

/**
 * A line that prints words and numbers.
 * @param {string} words
 * @param {string} expression of several numbers
 * @param {string} form
 */
export const several = (words, expression, form) =>
  `print(${literal(words)}, *(f"{each:${form}}" for each in ${expression}))`;
