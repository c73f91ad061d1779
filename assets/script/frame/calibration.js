// Whether probabilities come true: samples grouped by the probability that they were given.
import { linspace } from "./ranges.js";

const BINS = 10;
const EDGES = linspace(0, 1, BINS + 1);
// standard errors on both sides that hold 95 % of a normal distribution
const Z = 1.959963984540054;

/**
 * Reliability diagram, one row for each bin that holds a sample: its ends, the mean probability of
 * its samples, the share of them with y = 1, and the interval that chance leaves to this share. A
 * bin holds low <= p < high, the last one also 1.
 * @param {number[]} p of each sample
 * @param {number[]} y of each sample
 * @returns {Record<"low" | "high" | "mean_p" | "share" | "n" | "share_low" | "share_high",
 *   number[]>}
 */
export function reliability(p, y) {
  const bins = EDGES.slice(0, BINS).map((low, k) => ({
    low,
    high: EDGES[k + 1],
    p: 0,
    y: 0,
    n: 0,
  }));
  p.forEach((v, i) => {
    const bin = bins[place(v)];
    bin.p += v;
    bin.y += y[i];
    bin.n += 1;
  });
  const used = bins.filter(({ n }) => n > 0);
  const interval = used.map(({ y, n }) => wilson(y, n));
  return {
    low: used.map(({ low }) => low),
    high: used.map(({ high }) => high),
    mean_p: used.map(({ p, n }) => p / n),
    share: used.map(({ y, n }) => y / n),
    n: used.map(({ n }) => n),
    share_low: interval.map(([low]) => low),
    share_high: interval.map(([, high]) => high),
  };
}

/**
 * The interval of Wilson (1927) for a share that was counted: the shares that 95 % of such counts
 * fit.
 * @param {number} ones how many were counted
 * @param {number} n out of how many
 * @returns {[number, number]}
 */
function wilson(ones, n) {
  const room = Z * Math.sqrt(Z * Z + 4 * ones * (1 - ones / n));
  const middle = 2 * ones + Z * Z;
  const whole = 2 * (n + Z * Z);
  return [(middle - room) / whole, Math.min((middle + room) / whole, 1)];
}

/**
 * The bin of a probability. The edges are rounded, so the first guess may be one off.
 * @param {number} p
 */
function place(p) {
  const guess = Math.min(Math.trunc(p * BINS), BINS - 1);
  if (p < EDGES[guess]) return guess - 1;
  return guess < BINS - 1 && p >= EDGES[guess + 1] ? guess + 1 : guess;
}
