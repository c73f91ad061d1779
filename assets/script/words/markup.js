// Markup that holds names from a data set, which anybody may have written.
import { plain } from "../frame/numbers.js";
import { isSquared, lossName } from "./losses.js";
import { factors } from "./names.js";

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * A text as it stands in markup.
 * @param {string} text
 */
export const escaped = (text) => text.replace(/[&<>"]/g, (character) => ENTITIES[character]);

/** Words that stay on one line. @param {string} text */
const kept = (text) => text.replaceAll(" ", "\u00a0");

/**
 * The headings of the table of samples.
 * @param {string[]} features
 * @param {string[]} units
 * @param {Pick<Scene, "loss_function" | "interaction">} scene
 */
export function headings(features, units, scene) {
  const measures = features.map((name, j) =>
    escaped(units[j] ? `${name}, ${kept(units[j])}` : name),
  );
  const between = ["<i>y</i>", "logit <i>z</i>", "odds", "<i>p</i>", "predicted", "right?"];
  const residual = kept("<i>p</i> − <i>y</i>");
  const slope = `2 (${residual}) <i>p</i> (1 − <i>p</i>)`;
  const [named, factor] = isSquared(scene)
    ? [`slope ${slope}`, "slope × "]
    : [`residual ${residual}`, `(${residual}) `];
  const products = factors(features.length, scene.interaction).map((all) => factor + xOf(all));
  return [...measures, ...between, lossName(scene), named, ...products];
}

/**
 * A feature by the numbers of its factors.
 * @param {string[]} numbers
 */
const xOf = (numbers) => numbers.map((k) => `<i>x</i>${k && `<sub>${k}</sub>`}`).join("");

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
