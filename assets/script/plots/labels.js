// The words on axes and titles that follow the data set and the loss.
import { lossKind, penalised } from "../words/losses.js";

/**
 * Words by the name of the model that they are written to. An axis of a feature that the data set
 * does not have keeps its words.
 * @param {Pick<Page["plots"], "axes" | "by_loss">} plots
 * @param {Pick<Data, "features" | "units">} data
 * @param {Pick<Scene, "unit" | "loss_function" | "l1" | "l2">} scene
 * @returns {[name: string, words: string][]}
 */
export function labels({ axes, by_loss }, { features, units }, scene) {
  /** @type {[string, string][]} */
  const found = [];
  for (const [name, feature] of Object.entries(axes)) {
    const j = feature === "x" ? 0 : Number(feature.slice(1)) - 1;
    if (features[j] === undefined) continue;
    found.push([name, units[j] ? `${features[j]}, ${units[j]}` : features[j]]);
  }
  const kind = lossKind(scene);
  const exact = penalised(scene) ? `${kind}, penalised` : kind;
  for (const [name, words] of Object.entries(by_loss)) {
    found.push([name, words[exact] ?? words[kind]]);
  }
  return found;
}
