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
 * The place of a value on the track. Where 0 has a place, it is the lowest one of a log scale.
 * @param {Input} row
 * @param {number} value
 */
export function toPlace(row, value) {
  if (!isLog(row)) return value;
  if (value <= 0) return 0;
  const share = Math.log(value / row.low) / Math.log(row.high / row.low);
  const [lowest, highest] = [row.zero ? 1 : 0, placesOf(row)];
  return Math.min(highest, Math.max(lowest, Math.round(share * highest)));
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
 * How far along the track a value lies, from 0 to 1.
 * @param {Input} row
 * @param {number} value
 */
export function shareOf(row, value) {
  const { low, high } = track(row);
  return (toPlace(row, value) - low) / (high - low);
}

/**
 * The value that lies a number of whole steps away, at most at an end of the track.
 * @param {Input} row
 * @param {number} value
 * @param {number} steps
 */
export function nearby(row, value, steps) {
  const { low, high, step } = track(row);
  const place = Math.round((toPlace(row, value) - low) / step) + steps;
  return short(fromPlace(row, Math.min(high, Math.max(low, low + place * step))));
}
