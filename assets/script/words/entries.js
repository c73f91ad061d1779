// What a reader typed into a number box.
import { plain } from "../frame/numbers.js";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const SHOWN = 20; // characters of an entry that a sentence repeats

// Dot or comma, any minus sign; NaN when it is no number.
export function parse(text) {
  const ascii = text.trim().replace(/[−–]/g, "-").replace(",", ".");
  return NUMBER.test(ascii) ? Number(ascii) : NaN;
}

// Why an entry cannot be taken, in one sentence; empty when it can.
export function problem(text, { label, symbol, low, high }, current) {
  const value = parse(text);
  const typed = text.trim().slice(0, SHOWN);
  const stays = `${label} stays at ${plain(current)}`;
  const asked = typed === "" ? "The box is empty" : `“${typed}” is not a number`;
  if (Number.isNaN(value))
    return `${asked}: ${stays}; type a number from ${plain(low)} to ${plain(high)}.`;
  if (value >= low && value <= high) return "";
  return `${typed} is out of range: ${stays}; ${symbol} goes from ${plain(low)} to ${plain(high)}.`;
}
