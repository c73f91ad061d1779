// What a reader typed as a number, into a number box or as an answer.
import { plain } from "../frame/numbers.js";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const THOUSANDS = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?(e[+-]?\d+)?$/i;
const MINUS_SIGNS = /[−–—‐‑‒﹣－]/g; // what keyboards, phones and copied texts have for a minus
const SPACED_THOUSANDS = /^[+-]?[1-9]\d{0,2}(\s\d{3})+(?=$|[.,e])/i;
const SPACES_AROUND_SIGNS = /\s*([+/-])\s*/g;
const SHOWN = 20; // characters of an entry that a sentence repeats

/**
 * The number that a text stands for, whatever its minus sign; NaN if it is none. It may be a
 * fraction, have a comma as decimal sign, or spaces or commas between its thousands.
 * @param {string} text
 */
export function parse(text) {
  const found = readings(text);
  return found.length === 1 ? found[0] : NaN;
}

/**
 * The numbers that a text can stand for: none, one, or both where nobody can tell whether its comma
 * is a decimal sign or parts the thousands, as in 1,000.
 * @param {string} text
 */
export function readings(text) {
  const ascii = text.trim().replace(MINUS_SIGNS, "-").replace(SPACES_AROUND_SIGNS, "$1");
  const found = [fraction(ascii, withComma), fraction(ascii, withThousands)];
  return [...new Set(found.filter((value) => !Number.isNaN(value)))];
}

/**
 * The number of a text that may be a fraction.
 * @param {string} text
 * @param {(part: string) => number} read reads its numerator and its denominator
 */
function fraction(text, read) {
  const [over, under, ...more] = text.split("/").map(read);
  if (under === undefined) return over;
  return under === 0 || more.length > 0 ? NaN : over / under;
}

/** @param {string} text */
const ofDigits = (text) => (NUMBER.test(text) ? Number(text) : NaN);

/** @param {string} text */
function withComma(text) {
  const joined = text.replace(SPACED_THOUSANDS, (lead) => lead.replace(/\s/g, ""));
  return ofDigits(joined.replace(",", "."));
}

/** @param {string} text */
const withThousands = (text) => ofDigits(THOUSANDS.test(text) ? text.replaceAll(",", "") : text);

/**
 * Why a text is not one number and what to type instead, as the two ends of a sentence.
 * @param {string} text
 * @returns {[why: string, ask: string]}
 */
export function doubt(text) {
  const typed = `“${text.trim().slice(0, SHOWN)}”`;
  const found = readings(text).map(plain);
  if (found.length > 1) return [`${typed} can mean ${found.join(" or ")}`, "type the one you mean"];
  return [`${typed} is not a number`, "type one such as 0.25 or 1/4"];
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
  const stays = `${label} stays at ${plain(current)}`;
  const typed = text.trim().slice(0, SHOWN);
  if (typed === "") return `The box is empty: ${stays}.`;
  const range = `${symbol} goes from ${plain(low)} to ${plain(high)}`;
  if (!Number.isNaN(value)) return `${typed} is out of range: ${stays}; ${range}.`;
  const [why, ask] = doubt(text);
  return `${why}: ${stays}; ${ask}.`;
}
