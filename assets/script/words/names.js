// What weights and samples are called in a text.
import { measured, SUBSCRIPTS } from "../frame/numbers.js";

/**
 * The name of a weight, such as w₀.
 * @param {number} j
 */
export const weight = (j) => `w${SUBSCRIPTS[j]}`;

/**
 * A sample by the values of its features.
 * @param {Data} data
 * @param {number} row
 */
export const sampleName = (data, row) =>
  data.features.map((feature, j) => `${feature} ${measured(data.x[j][row])}`).join(", ");
