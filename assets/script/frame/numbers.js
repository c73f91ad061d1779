// Numbers as text: the only place where the browser writes one.

/** The sign of negative numbers on the page. */
export const MINUS = "−";
/** Digits set below the line; the digit d stands at place d. */
export const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const RAISED_MINUS = "⁻";
const COVERED = "?"; // what an open question asks for
const DIGITS = 12; // hold all that anybody typed, and no binary noise
const FOUND_DIGITS = 5; // of a setting that training has found
/** Decimals of a computed number, as many as in a trace that is written by hand. */
export const DECIMALS = 6;
const MEASURED_LENGTH = 8; // a value with more characters was computed

/**
 * What holds of the numbers that training has led to: significant digits of the weights, and
 * decimals of all that follows from them.
 * @typedef {{ digits: number, decimals: number }} Held
 */

/** @type {Held} */
const ALL = { digits: Infinity, decimals: Infinity };
let held = ALL;

/**
 * From now on no more digits are written than hold.
 * @param {Held} found
 */
export function trust(found) {
  held = found;
}

/**
 * Writes numbers that no training has led to, such as the best weights: all of their digits hold.
 * @template Text
 * @param {() => Text} write
 * @returns {Text}
 */
export function exactly(write) {
  const before = held;
  held = ALL;
  const text = write();
  held = before;
  return text;
}

/**
 * A text that follows from numbers of which some digit holds; “?” where none does.
 * @param {string} text
 * @returns {string}
 */
export const certain = (text) => (held.decimals < 1 ? COVERED : text);

/**
 * A number to the digits that an address holds.
 * @param {number} value
 * @returns {number}
 */
export const short = (value) => Number(value.toPrecision(DIGITS));

/**
 * A number to so many digits without zeros at the end, as logreg_core.words writes the labels of
 * plots.
 * @param {number} value
 * @param {number} digits
 * @returns {string}
 */
export function general(value, digits) {
  if (!Number.isFinite(value)) return String(value).replace("Infinity", "inf").toLowerCase();
  const [lead, power] = value
    .toExponential(digits - 1)
    .split("e")
    .map(Number);
  if (value !== 0 && (power < -4 || power >= digits)) {
    const sign = power < 0 ? "-" : "+";
    return `${lead}e${sign}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  return String(Number(value.toPrecision(digits)));
}

/**
 * A computed number with six decimals, as a trace is written by hand. “?” stands where it is
 * covered.
 * @param {number | undefined} value
 * @param {number} digits decimals
 * @returns {string}
 */
export function number(value, digits = DECIMALS) {
  if (value === undefined) return COVERED;
  if (Number.isNaN(value)) return "none";
  const size = Math.abs(value);
  if (held.decimals < digits) return uncertain(value);
  if (size === Infinity) return value < 0 ? `${MINUS}∞` : "∞";
  const text = value.toFixed(digits);
  const isLost = size > 0 && Number(text) === 0; // all of its digits are further right
  return size >= 1e6 || isLost ? scientific(value, digits) : signed(text);
}

/**
 * A number with the digits that hold of it; “?” if none does.
 * @param {number} value
 */
function uncertain(value) {
  const { decimals } = held;
  const size = Math.abs(value);
  if (decimals < 1 || size === Infinity) return COVERED;
  if (size < 1) return signed(value.toFixed(decimals));
  return size < 10 ** decimals
    ? signed(value.toPrecision(decimals))
    : scientific(value, decimals - 1);
}

/**
 * A number as a decimal times a power of ten.
 * @param {number} value
 * @param {number} digits decimals
 * @returns {string}
 */
export function scientific(value, digits) {
  const [lead, power] = value.toExponential(digits).split("e");
  const raised = Array.from(power.replace("+", ""), (c) =>
    c === "-" ? RAISED_MINUS : SUPERSCRIPTS[Number(c)],
  );
  return `${signed(lead)}×10${raised.join("")}`;
}

/**
 * A number that somebody set, as short as it was typed.
 * @param {number} value
 * @returns {string}
 */
export const plain = (value) => String(short(value)).replaceAll("-", MINUS);

/**
 * A setting in its box: as it was typed, or with five digits where training has found it.
 * @param {number} value
 * @returns {string}
 */
export const boxed = (value) => setting(value, FOUND_DIGITS);

/**
 * A setting as it was typed, or with so many digits at most where training has found it; “?” where
 * none of its digits holds.
 * @param {number} value
 * @param {number} most
 * @returns {string}
 */
export function setting(value, most) {
  if (String(value).length <= DIGITS) return plain(value);
  const digits = Math.min(most, held.digits);
  return digits < 1 ? COVERED : plain(Number(value.toPrecision(digits)));
}

/**
 * A measured value, as short as it is; one that was computed has six decimals. “?” stands where it
 * is covered.
 * @param {number | undefined} value
 * @returns {string}
 */
export function measured(value) {
  const isComputed = value === undefined || String(value).length > MEASURED_LENGTH;
  return isComputed ? exactly(() => number(value)) : plain(value);
}

/**
 * A whole number with its thousands set apart, such as 10,000.
 * @param {number} count
 * @returns {string}
 */
export const thousands = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

/**
 * A place in an order: 1st, 2nd, 3rd, 4th, 11th, 22nd, 112th.
 * @param {number} k
 * @returns {string}
 */
export function ordinal(k) {
  const isTeen = k % 100 > 10 && k % 100 < 14;
  const ending = isTeen ? undefined : ["th", "st", "nd", "rd"][k % 10];
  return `${k}${ending ?? "th"}`;
}

/**
 * A text whose first hyphen becomes a minus sign.
 * @param {string} text
 */
const signed = (text) => text.replace("-", MINUS);

/**
 * A number with all of its digits.
 * @param {number} value
 */
export const allDigits = (value) => (Object.is(value, -0) ? "-0" : String(value));
