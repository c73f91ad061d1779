// What the chosen loss and its penalties are called.
import { penalty } from "../frame/lasso.js";
import { perNat } from "../frame/loss.js";
import { plain } from "../frame/numbers.js";
import { all } from "./columns.js";

/**
 * @param {Pick<Scene, "loss_function">} scene
 * @returns {boolean}
 */
export const isSquared = ({ loss_function }) => loss_function === "squared";

/**
 * What a loss is in: nats, bits, or squared, which has no unit.
 * @param {Pick<Scene, "unit" | "loss_function">} scene
 * @returns {string}
 */
export const lossKind = (scene) => (isSquared(scene) ? "squared" : scene.unit);

/**
 * The loss of a sample.
 * @param {Pick<Scene, "loss_function">} scene
 */
export const lossName = (scene) => (isSquared(scene) ? "squared loss" : "loss");

/**
 * The mean of the losses.
 * @param {Pick<Scene, "loss_function">} scene
 */
export const meanLossName = (scene) => `mean ${lossName(scene)}`;

/**
 * The derivative of a sample's loss by its logit: of the cross-entropy it is the residual.
 * @param {Pick<Scene, "loss_function">} scene
 */
export const slopeName = (scene) => (isSquared(scene) ? "slope" : "residual");

/**
 * The same as a formula in a line of text.
 * @param {Pick<Scene, "loss_function">} scene
 */
export const slopeText = (scene) => (isSquared(scene) ? "2 (p − y) p (1 − p)" : "p − y");

/**
 * Whether there is a penalty on the coefficients.
 * @param {Pick<Scene, "l1" | "l2">} scene
 */
export const penalised = ({ l1, l2 }) => l1 > 0 || l2 > 0;

/**
 * The strengths of the penalties that are on, such as “λ₁ = 0.3 and λ₂ = 0.1”; empty if none is.
 * @param {Pick<Scene, "l1" | "l2">} scene
 */
export function penaltyNames({ l1, l2 }) {
  const first = l1 > 0 ? [`λ₁ = ${plain(l1)}`] : [];
  const second = l2 > 0 ? [`λ₂ = ${plain(l2)}`] : [];
  return [...first, ...second].join(" and ");
}

/**
 * The mean loss and the penalties; undefined where a question covers it.
 * @param {Table} summary
 * @param {Scene} scene
 * @returns {number | undefined}
 */
export function penalisedLoss(summary, scene) {
  const [, ...w] = all(summary, "w");
  if (summary.mean_loss === undefined) return undefined;
  return summary.mean_loss + perNat(scene.unit, scene.loss_function) * penalty(w, scene);
}
