// Columns, sums and ranges that the tables share.
const MARGIN = 0.15; // of the data's range, left free on both sides of the plot

export function linspace(low, high, count) {
  const step = (high - low) / (count - 1);
  return Array.from({ length: count }, (_, i) => (i === count - 1 ? high : i * step + low));
}

// What is made from a data set alone: made once for each data set and key.
export function perData(make) {
  const held = new WeakMap();
  return (data, key) => {
    if (!held.has(data)) held.set(data, new Map());
    const made = held.get(data);
    if (!made.has(key)) made.set(key, make(data, key));
    return made.get(key);
  };
}

function plotRange(x) {
  let [low, high] = [x[0], x[0]];
  for (const v of x) {
    if (v < low) low = v;
    if (v > high) high = v;
  }
  const margin = MARGIN * (high - low) || 1;
  return [low - margin, high + margin];
}

export const spans = perData(({ x }) => x.map(plotRange));

// A sum that keeps what each addition rounds away (Neumaier 1974).
export class Sum {
  total = 0;
  lost = 0;
  add(v) {
    const next = this.total + v;
    this.lost +=
      Math.abs(this.total) >= Math.abs(v) ? this.total - next + v : v - next + this.total;
    this.total = next;
  }
  get value() {
    return Number.isFinite(this.lost) ? this.total + this.lost : this.total;
  }
}

export function sum(values) {
  const total = new Sum();
  for (const v of values) total.add(v);
  return total.value;
}

export const mean = (values) => sum(values) / values.length;

export function cumsum(values) {
  let total = 0;
  return values.map((v) => (total += v));
}

// One column for each feature: `name` if there is one, else `name1`, `name2`, ...
export function perFeature(name, columns) {
  if (columns.length === 1) return { [name]: columns[0] };
  return Object.fromEntries(columns.map((column, j) => [`${name}${j + 1}`, column]));
}

export const numbered = (name, values) =>
  Object.fromEntries(values.map((v, j) => [`${name}${j}`, v]));

// A table of one row.
export const row = (values) =>
  Object.fromEntries(Object.entries(values).map(([name, v]) => [name, [v]]));

// An image in a column: rows from below, end to end.
export const image = (flat, rows, across) => [{ flat, shape: [rows, across] }];

// Python's format(value, ".{digits}g").
export function general(value, digits) {
  const [lead, power] = value
    .toExponential(digits - 1)
    .split("e")
    .map(Number);
  if (value !== 0 && (power < -4 || power >= digits)) {
    return `${lead}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  return String(Number(value.toPrecision(digits)));
}

// The part of a segment inside a rectangle (Liang and Barsky 1984).
export function clipSegment(start, end, low, high) {
  let [enter, leave] = [0, 1];
  const move = [end[0] - start[0], end[1] - start[1]];
  for (const i of [0, 1]) {
    if (move[i] === 0) {
      if (!(low[i] <= start[i] && start[i] <= high[i])) return null;
      continue;
    }
    const cuts = [(low[i] - start[i]) / move[i], (high[i] - start[i]) / move[i]];
    enter = Math.max(enter, Math.min(...cuts));
    leave = Math.min(leave, Math.max(...cuts));
  }
  const at = (t) => [start[0] + t * move[0], start[1] + t * move[1]];
  return enter > leave ? null : [at(enter), at(leave)];
}

export const isInside = ([a, b], low, high) =>
  low[0] <= a && a <= high[0] && low[1] <= b && b <= high[1];

// The parts of a polyline inside a rectangle, nan before each part that enters it.
export function clipPath(points, low, high) {
  const found = points.slice(0, 1).filter((point) => isInside(point, low, high));
  for (let i = 1; i < points.length; i++) {
    const [start, end] = [points[i - 1], points[i]];
    const piece = clipSegment(start, end, low, high);
    if (!piece) continue;
    if (!isInside(start, low, high)) found.push([NaN, NaN], piece[0]);
    found.push(isInside(end, low, high) ? end : piece[1]);
  }
  return found;
}
