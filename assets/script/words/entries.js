// What a reader typed into a number box.
import { plain } from "../frame/numbers.js";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const SHOWN = 20; // characters of an entry that a sentence repeats

/**
 * The number that a text stands for, with a dot or a comma and any minus sign; NaN if it is none.
 * @param {string} text
 */
export function parse(text) {
  const ascii = text.trim().replace(/[−–]/g, "-").replace(",", ".");
  return NUMBER.test(ascii) ? Number(ascii) : NaN;
}

/**
 * Why an entry cannot be taken, in one sentence; empty if it can.
 * @param {string} text
 * @param {{ label: string, symbol: string, low: number, high: number }} box
 * @param {number} current what stands in the box
 */
export function problem(text, { label, symbol, low, high }, current) {
  const value = parse(text);
  if (value >= low && value <= high) return "";
  const typed = text.trim().slice(0, SHOWN);
  const stays = `${label} stays at ${plain(current)}`;
  const range = `from ${plain(low)} to ${plain(high)}`;
  if (typed === "") return `The box is empty: ${stays}; type a number ${range}.`;
  if (Number.isNaN(value)) return `“${typed}” is not a number: ${stays}; type a number ${range}.`;
  return `${typed} is out of range: ${stays}; ${symbol} goes ${range}.`;
}
