// What the number box of a slider takes.
import { problem } from "../words/entries.js";

/**
 * Why a box cannot take an entry, in one sentence; empty if it can.
 * @param {string} text
 * @param {Input} row
 * @param {number} current what stands in the box
 */
export function refusal(text, row, current) {
  const symbol = row.symbol || row.word;
  const [low, high] = row.bounds;
  return problem(text, { label: row.label, symbol, low, high }, current);
}
