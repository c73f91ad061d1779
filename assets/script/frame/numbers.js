// Numbers as text: the only place where the browser writes one.
export const MINUS = "−";
const DIGITS = 12; // hold all that anybody typed, and no binary noise
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
export const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

// A number to the digits that an address holds.
export const short = (value) => Number(value.toPrecision(DIGITS));

// Python's format(value, ".{digits}g").
export function general(value, digits = DIGITS) {
  const [lead, power] = value
    .toExponential(digits - 1)
    .split("e")
    .map(Number);
  if (value !== 0 && (power < -4 || power >= digits)) {
    return `${lead}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  return String(Number(value.toPrecision(digits)));
}

// A computed number with six decimals, as the trace is written by hand; “?” where it is covered.
export function number(value, digits = 6) {
  if (value === undefined) return "?";
  if (Number.isNaN(value)) return "none";
  const size = Math.abs(value);
  if (size === Infinity) return value < 0 ? `${MINUS}∞` : "∞";
  if (size >= 1e6 || (size > 0 && size < 0.5 * 10 ** -digits)) return scientific(value, digits);
  return signed(value.toFixed(digits));
}

// A number as a decimal times a power of ten.
export function scientific(value, digits) {
  const [lead, power] = value.toExponential(digits).split("e");
  const raised = [...power.replace("+", "")].map((c) => SUPERSCRIPTS[c] ?? "⁻");
  return `${signed(lead)}×10${raised.join("")}`;
}

// A number that somebody set, as short as it was typed.
export const plain = (value) => signed(String(short(value)));

// A setting in its box: as it was typed, or with five digits where training has found it.
export function boxed(value) {
  return plain(String(value).length > DIGITS ? Number(value.toPrecision(5)) : value);
}

// A measured value, as short as it is; one that was computed with six decimals.
export const measured = (value) => (String(value).length <= 8 ? plain(value) : number(value));

// A place in an order: 1st, 2nd, 3rd, 4th, 11th, 22nd, 112th.
export function ordinal(k) {
  const teen = k % 100 > 10 && k % 100 < 20;
  return `${k}${(!teen && { 1: "st", 2: "nd", 3: "rd" }[k % 10]) || "th"}`;
}

const signed = (text) => text.replace("-", MINUS);
