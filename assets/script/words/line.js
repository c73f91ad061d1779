// What an explanation is made of.
import { equal } from "./mathml.js";

/**
 * What is worked out in words, and its formula as markup.
 * @typedef {[said: string, formula: string]} Line
 */

/**
 * What a number opens to, from what stands on the page.
 * @typedef {(now: Now) => Line[]} Opener
 */

/**
 * A line whose formula is an equation.
 * @param {string} said
 * @param {string[]} sides
 * @returns {Line}
 */
export const line = (said, ...sides) => [said, equal(...sides)];
