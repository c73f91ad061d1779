// What weights, features and samples are called in a text.
import { measured, SUBSCRIPTS } from "../frame/numbers.js";

/**
 * The name of a weight, such as w₀.
 * @param {number} j
 */
export const weight = (j) => `w${SUBSCRIPTS[j]}`;

/**
 * The short names of a data set's features, each as its factors: x, or x₁ and x₂. A feature that is
 * the product of the first two has both of them.
 * @param {number} d how many features there are
 * @param {boolean} interaction whether the last one is a product
 * @returns {string[][]}
 */
export function factors(d, interaction) {
  if (d === 1) return [[""]];
  const numbers = Array.from({ length: d }, (_, j) => [String(j + 1)]);
  return interaction ? [...numbers.slice(0, -1), ["1", "2"]] : numbers;
}

/**
 * The short names of a data set's features in a text: x, or x₁, x₂ and x₁x₂.
 * @param {number} d
 * @param {boolean} interaction
 */
export const shortNames = (d, interaction) =>
  factors(d, interaction).map((all) => all.map((k) => `x${k && SUBSCRIPTS[Number(k)]}`).join(""));

/**
 * What a label stands for, as it is added to the label; empty where the data set has no other name.
 * @param {0 | 1} y
 * @param {string} name
 */
export const meaning = (y, name) => (name === `y = ${y}` ? "" : `: ${name}`);

/**
 * A text or its markup with the sign that ends a sentence, unless it has one already.
 * @param {string} text
 */
export const ended = (text) => (/[.?!](<[^>]*>)*$/.test(text) ? text : `${text}.`);

/**
 * A sample by the values of its features.
 * @param {Data} data
 * @param {number} row
 */
export const sampleName = (data, row) =>
  data.features.map((feature, j) => `${feature} ${measured(data.x[j][row])}`).join(", ");
