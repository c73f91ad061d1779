// The scale of a slider: plain, or one of powers, on which every place is so many times the one before.
import { short } from "../frame/numbers.js";

const PLACES = 240; // of a scale of powers
const DIGITS = 2; // of a value on it

const isLog = ({ kind }) => kind === "log";

// Ends and step of the native slider.
export function track(row) {
  return isLog(row) ? { low: 0, high: PLACES, step: 1 } : row;
}

// Where on the track a value lies; the lowest place of a scale of powers may stand for 0.
export function toPlace(row, value) {
  if (!isLog(row)) return value;
  if (value <= 0) return 0;
  const share = Math.log(value / row.low) / Math.log(row.high / row.low);
  return Math.round(Math.min(1, Math.max(row.zero ? 1 / PLACES : 0, share)) * PLACES);
}

export function fromPlace(row, place) {
  if (!isLog(row)) return place;
  if (row.zero && place === 0) return 0;
  return Number((row.low * (row.high / row.low) ** (place / PLACES)).toPrecision(DIGITS));
}

// How far along the track a value lies, from 0 to 1.
export function shareOf(row, value) {
  const { low, high } = track(row);
  return (toPlace(row, value) - low) / (high - low);
}

// The value so many whole steps away, as the slider's keys go.
export function nearby(row, value, steps) {
  const { low, high, step } = track(row);
  const place = Math.round((toPlace(row, value) - low) / step) + steps;
  return short(fromPlace(row, Math.min(high, Math.max(low, low + place * step))));
}
