// Ranges: evenly spaced numbers, and the parts of the axes that a plot shows.
import { perData } from "./per-data.js";

const MARGIN = 0.15; // of the data's range, left free on both sides of the plot

/**
 * So many evenly spaced numbers, both ends among them.
 * @param {number} low
 * @param {number} high
 * @param {number} count at least 2
 * @returns {number[]}
 */
export function linspace(low, high, count) {
  const step = (high - low) / (count - 1);
  return Array.from({ length: count }, (_, i) => (i === count - 1 ? high : i * step + low));
}

/**
 * Ends of a feature's axis in a plot: the data and a margin on both sides. The values are compared
 * one by one because there may be more than Math.min takes as arguments.
 * @param {number[]} x
 * @returns {[number, number]}
 */
export function plotRange(x) {
  let [low, high] = [x[0], x[0]];
  for (const v of x) {
    if (v < low) low = v;
    if (v > high) high = v;
  }
  const margin = MARGIN * (high - low) || 1;
  return [low - margin, high + margin];
}

/** The plot range of each feature of a data set, wide enough for what else its axis should hold. */
export const spans = perData(
  ({ x, shows = [], holds }) => holds ?? x.map((v) => plotRange(v.concat(shows))),
);
