// The scale of a slider: a plain one, or a log scale, on which each place stands for so many times
// the value of the one before.
import { short } from "../frame/numbers.js";

const DIGITS = 2; // significant digits of a value on a log scale
const PER_DECADE = 24; // places; with more of them, neighbours would round to the same value

/** @param {Input} row */
const isLog = ({ kind }) => kind === "log";

/** @param {Input} row */
const placesOf = ({ low, high }) => Math.round(PER_DECADE * Math.log10(high / low));

/**
 * Ends and step of the native slider.
 * @param {Input} row
 * @returns {{ low: number, high: number, step: number }}
 */
export function track(row) {
  return isLog(row) ? { low: 0, high: placesOf(row), step: 1 } : row;
}

/**
 * The lowest and the highest value of the track.
 * @param {Input} row
 * @returns {[number, number]}
 */
export const endsOf = ({ low, high, zero }) => [zero ? 0 : low, high];

/**
 * The place of a value on the scale, which goes on beyond the ends of the track. Where 0 has a
 * place, it is the lowest one of a log scale.
 * @param {Input} row
 * @param {number} value
 */
function placeOf(row, value) {
  if (!isLog(row)) return value;
  if (value <= 0) return 0;
  const share = Math.log(value / row.low) / Math.log(row.high / row.low);
  const place = Math.round(share * placesOf(row));
  return row.zero ? Math.max(1, place) : place;
}

/**
 * The place of a value on the track; that of its end for a value beyond.
 * @param {Input} row
 * @param {number} value
 */
export function toPlace(row, value) {
  const { low, high } = track(row);
  return Math.min(high, Math.max(low, placeOf(row, value)));
}

/**
 * The value at a place of the track.
 * @param {Input} row
 * @param {number} place
 */
export function fromPlace(row, place) {
  if (!isLog(row)) return place;
  if (row.zero && place === 0) return 0;
  return Number((row.low * (row.high / row.low) ** (place / placesOf(row))).toPrecision(DIGITS));
}

/**
 * How far along the track a value lies, from 0 to 1; other numbers are beyond its ends.
 * @param {Input} row
 * @param {number} value
 */
export function shareOf(row, value) {
  const { low, high } = track(row);
  return (placeOf(row, value) - low) / (high - low);
}

/**
 * The value that lies a number of whole steps away, within a range.
 * @param {Input} row
 * @param {number} value
 * @param {number} steps
 * @param {[low: number, high: number]} range
 */
export function nearby(row, value, steps, [least, most]) {
  const { low, step } = track(row);
  const place = Math.round((placeOf(row, value) - low) / step) + steps;
  const next = fromPlace(row, low + place * step);
  return short(Math.min(most, Math.max(least, next)));
}
