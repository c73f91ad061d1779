// Markup that holds names from a data set, which anybody may have written.
import { plain } from "../frame/numbers.js";

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * A text as it stands in markup.
 * @param {string} text
 */
export const escaped = (text) => text.replace(/[&<>"]/g, (character) => ENTITIES[character]);

/**
 * The headings of the table of samples.
 * @param {string[]} features
 * @param {string[]} units
 */
export function headings(features, units) {
  const measures = features.map((name, j) => escaped(units[j] ? `${name}, ${units[j]}` : name));
  const between = ["<i>y</i>", "logit <i>z</i>", "odds", "<i>p</i>", "predicted", "right?", "loss"];
  const number = (/** @type {number} */ j) => (features.length > 1 ? `<sub>${j + 1}</sub>` : "");
  const products = features.map((_, j) => `(<i>p</i> − <i>y</i>) <i>x</i>${number(j)}`);
  return [...measures, ...between, "residual <i>p</i> − <i>y</i>", ...products];
}

/**
 * The chosen sample with its features, their units, and its label.
 * @param {Now} now
 */
export function caption({ data, scene: { sample } }) {
  const measures = data.features.map((name, j) => {
    const unit = data.units[j] ? ` ${escaped(data.units[j])}` : "";
    return `${escaped(name)} ${plain(data.x[j][sample - 1])}${unit}`;
  });
  return `Sample ${sample}: ${measures.join(", ")}, <i>y</i> = ${data.y[sample - 1]}`;
}
