// The numbers of a formula, and what stands directly around them.
import { MINUS, number, setting } from "../frame/numbers.js";
import { group, mi, mn, mo } from "./mathml.js";

const DIGITS = 7; // of a setting that training has found

/**
 * A setting to the digits that a formula shows.
 * @param {number} value
 */
export const rounded = (value) => Number(value.toPrecision(DIGITS));

/**
 * A number that somebody has set, or that training has found; “?” where none of its digits holds.
 * @param {number} value
 */
export const given = (value) => mn(setting(value, DIGITS));

/**
 * A number that was computed; “?” where a question covers it.
 * @param {number | undefined} value
 */
export const found = (value) => mn(number(value));

/**
 * How many there are; “?” where a question covers it.
 * @param {number | undefined} value
 */
export const count = (value) => mn(Number.isFinite(value) ? String(value) : "?");

/**
 * A value as it stands after a sign: in parentheses if it is negative.
 * @param {number | undefined} value
 * @param {string} inner its markup
 */
export const within = (value, inner) => (value !== undefined && value < 0 ? group(inner) : inner);

/**
 * A multiplication sign and a number that somebody has set.
 * @param {number} value
 */
export const factor = (value) => `${mo("×")}${within(value, given(value))}`;

/**
 * A minus sign and a number that somebody has set.
 * @param {number} value
 */
export const less = (value) => `${mo(MINUS)}${within(value, given(value))}`;

/**
 * The logarithm that gives a loss in a unit.
 * @param {string} unit
 */
export const log = (unit) => (unit === "bits" ? mi("log", "2") : mi("ln"));
