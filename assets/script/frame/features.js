// Features made from features, and weights from one unit into the other.
import { mean } from "./columns.js";

// Mean and standard deviation of a column, of the population; 1 for the deviation of a constant.
export function spread(x) {
  if (x.every((v) => v === x[0])) return [x[0], 1];
  const middle = mean(x);
  const away = x.map((v) => v - middle);
  const size = away.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  return [middle, size * Math.sqrt(mean(away.map((v) => (v / size) ** 2)))];
}

export function standardise(x) {
  const found = x.map(spread);
  const scaled = x.map((column, j) => column.map((v) => (v - found[j][0]) / found[j][1]));
  return { x: scaled, mean: found.map(([m]) => m), sd: found.map(([, s]) => s) };
}

export const interaction = ([a, b]) => [a, b, a.map((v, i) => v * b[i])];

export const dot = (a, b) => a.reduce((total, v, j) => total + v * b[j], 0);

// Weights [w0, w1, ...] on (x - mean) / sd that give the same logits as these give on x, and back.
export const to_standardised = ([w0, ...w], mean, sd) => [
  w0 + dot(w, mean),
  ...w.map((c, j) => c * sd[j]),
];

export function to_raw([w0, ...w], mean, sd) {
  const raw = w.map((c, j) => c / sd[j]);
  return [w0 - dot(raw, mean), ...raw];
}
