// Numbers opened to their formulas with the inputs filled in.
import { all } from "./columns.js";
import { CALIBRATION } from "./formulas-calibration.js";
import { CHOSEN } from "./formulas-chosen.js";
import { DECIDING } from "./formulas-deciding.js";
import { MODEL } from "./formulas-model.js";
import { OPTIMUM } from "./formulas-optimum.js";
import { SAMPLES } from "./formulas-samples.js";
import { TRAINING } from "./formulas-training.js";
import { escaped } from "./markup.js";
import { call, math, mi, same } from "./mathml.js";
import { features, score } from "./sums.js";

/**
 * What the page can open, by the names that a figure lists in FORMULAS.
 * @type {Record<string, import("./line.js").Opener>}
 */
export const OPENED = {
  ...MODEL,
  ...SAMPLES,
  ...CHOSEN,
  ...TRAINING,
  ...OPTIMUM,
  ...DECIDING,
  ...CALIBRATION,
};

/**
 * The model with its weights filled in: p = σ(w0 + w1 x).
 * @param {Table} summary
 * @param {boolean} interaction whether the last feature is the product of the first two
 */
export function model(summary, interaction = false) {
  const w = all(summary, "w");
  const names = features(w.length - 1, interaction);
  return math(same(mi("p"), call(mi("σ"), score(w, names))));
}

/**
 * The explanation of what is to be opened, as markup.
 * @param {string} names names with a space between
 * @param {Now} now
 */
export function explain(names, now) {
  const lines = names.split(" ").flatMap((name) => OPENED[name](now));
  const rows = lines.map(([said, formula]) => `<dt>${escaped(said)}</dt><dd>${math(formula)}</dd>`);
  return `<dl>${rows.join("")}</dl>`;
}
