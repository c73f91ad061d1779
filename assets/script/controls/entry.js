// What the number box of a slider takes.
import { problem } from "../words/entries.js";

/**
 * The smallest and the largest number that a box takes: also 0 where a log scale has a place for it.
 * @param {Input} row
 */
export const rangeOf = ({ low, high, zero }) => ({ low: zero ? 0 : low, high });

/**
 * Why a box cannot take an entry, in one sentence; empty if it can.
 * @param {string} text
 * @param {Input} row
 * @param {number} current what stands in the box
 */
export function refusal(text, row, current) {
  const symbol = row.symbol || row.word;
  return problem(text, { label: row.label, symbol, ...rangeOf(row) }, current);
}
