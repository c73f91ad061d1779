// What weights and samples are called in a text.
import { measured, SUBSCRIPTS } from "../frame/numbers.js";

/**
 * The name of a weight, such as w₀.
 * @param {number} j
 */
export const weight = (j) => `w${SUBSCRIPTS[j]}`;

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
