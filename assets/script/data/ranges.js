// Ends and steps of sliders that fit a data set, as logreg_app.controls gives them.
import { spread } from "../frame/features.js";
import { learningRateLimit } from "../frame/hessian.js";

const STEPS = 1000; // steps of a weight's slider from zero to either end
const DECADES = 3; // powers of ten on the learning rate's slider to either side of the stable limit
const ROOM = 1 + 1e-12; // for the rounding of a quotient that should be a round number

/**
 * A slider as the page reads it.
 * @typedef {Pick<Input, "kind" | "low" | "high"> & { step?: number, zero?: boolean }} Slider
 */

/** @param {number} value */
const powerOf = (value) => Math.floor(Math.log10(value));

/**
 * The smallest of 1, 2, 5 and powers of ten times them that is not below a value.
 * @param {number} value
 */
export function roundUp(value) {
  const power = powerOf(value);
  const lead = [1, 2, 5, 10].find((each) => value <= each * 10 ** power * ROOM);
  return Number(`${lead}e${power}`); // through text, so that it is the nearest number and no sum
}

/**
 * The largest of 1, 2, 5 and powers of ten times them that is not above a value.
 * @param {number} value
 */
export function roundDown(value) {
  const power = powerOf(value);
  const lead = [5, 2, 1].find((each) => each * 10 ** power <= value * ROOM);
  return Number(`${lead}e${power}`);
}

/**
 * The learning rate that a data set opens with: half of the stable limit, rounded down.
 * @param {Data} data
 */
export const startingRate = (data) => roundDown(learningRateLimit(data, 0) / 2);

/**
 * The sliders that a data set gives their ends, by name.
 * @param {Data} data
 * @param {number[]} opening weights
 * @param {number} most that a weight may be
 * @returns {Record<string, Slider>}
 */
export function fitted(data, opening, most) {
  const limit = powerOf(learningRateLimit(data, 0));
  const [low, high] = [limit - DECADES, limit + DECADES].map((power) => Number(`1e${power}`));
  const weights = weightReach(data.x, opening).map((wished, j) => {
    const reach = Math.min(wished, most);
    return [`w${j}`, { kind: "range", low: -reach, high: reach, step: reach / STEPS }];
  });
  const learning_rate = { kind: "log", low, high, zero: false };
  return { ...Object.fromEntries(weights), learning_rate };
}

/**
 * Largest intercept and coefficients that a slider offers. In standard deviations of x that is a
 * slope of ten, and an intercept that moves the boundary over the whole plot at half that slope.
 * @param {number[][]} x
 * @param {number[]} opening
 */
function weightReach(x, opening) {
  const found = x.map(spread);
  const furthest = Math.max(...found.map(([mean, sd]) => Math.abs(mean) / sd));
  const reach = [10 + 5 * furthest, ...found.map(([, sd]) => 10 / sd)];
  return reach.map((most, j) => roundUp(Math.max(most, Math.abs(opening[j]))));
}

/**
 * What an input without a slider has instead: its kind, and the options of a choice.
 * @param {Setting} setting
 */
export const scaled = ({ kind, options }) =>
  kind === "choice" ? { kind, options: options ?? [] } : { kind };

/**
 * The slider of one feature of the chosen sample.
 * @param {number[]} x
 * @param {string} feature
 * @param {string} unit
 * @returns {Input}
 */
export function featureSlider(x, feature, unit) {
  const label = [feature, unit].filter(Boolean).join(", ");
  const words = { label, word: feature, symbol: "", kind: "range" };
  return /** @type {Input} */ ({ ...words, ...reachOf(x) });
}

/** @param {number[]} x */
function reachOf(x) {
  if (x.every((v) => v === 0 || v === 1)) return { low: 0, high: 1, step: 1 };
  const low = x.reduce((least, v) => Math.min(least, v));
  const high = x.reduce((most, v) => Math.max(most, v));
  if (low === high) {
    const ends = { low: Math.min(0, 2 * low), high: Math.max(0, 2 * low) };
    return { ...ends, step: roundUp((ends.high - ends.low) / 200) };
  }
  const fine = roundUp((high - low) / 200);
  const step = x.every(Number.isInteger) ? Math.max(1, fine) : fine;
  const room = Math.ceil((high - low) / 2 / step) * step;
  // A feature without negative values gets none on its slider.
  return { low: low >= 0 ? Math.max(low - room, 0) : low - room, high: high + room, step };
}
