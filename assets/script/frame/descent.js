// The mean loss, its slope, and going downhill step by step.
import { Sum } from "./columns.js";
import { squaredLoss } from "./link.js";

const BLOCK = 128; // samples: plain sums of so many, added up with care, keep digits and speed

// Everything in one pass over all samples, without a column in between: there may be a hundred
// thousand. The many ln(1 + e) of a block are one logarithm, of the product of all 1 + e.
export function totals({ x, y }, w0, w, cut = 0) {
  const [n, loss, slope] = [y.length, new Sum(), [new Sum(), ...w.map(() => new Sum())]];
  const part = new Float64Array(slope.length); // the residual, then the residual times each x
  let [said1, right1, right0] = [0, 0, 0];
  for (let start = 0; start < n; start += BLOCK) {
    const end = Math.min(start + BLOCK, n);
    let [above, product] = [0, 0]; // product less 1, which keeps the digits of a small e
    part.fill(0);
    for (let i = start; i < end; i++) {
      let z = w[0] * x[0][i];
      for (let j = 1; j < w.length; j++) z += w[j] * x[j][i];
      z += w0;
      const e = Math.exp(-Math.abs(z));
      const wrong = y[i] ? -z : z;
      const r = ((wrong >= 0 ? 1 : e) / (1 + e)) * (y[i] ? -1 : 1);
      above += wrong > 0 ? wrong : 0;
      product += e * (1 + product);
      part[0] += r;
      for (let j = 0; j < w.length; j++) part[j + 1] += r * x[j][i];
      if (z >= cut) (said1 += 1), (right1 += y[i]);
      else right0 += 1 - y[i];
    }
    loss.add(above + Math.log1p(product));
    slope.forEach((s, j) => s.add(part[j]));
  }
  return { mean_loss: loss.value / n, slope: slope.map((s) => s.value / n), said1, right1, right0 };
}

// The same loss and nothing else, for the many weights of a surface.
export function meanLoss({ x, y }, w0, w) {
  const loss = new Sum();
  for (let start = 0; start < y.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, y.length);
    let [above, product] = [0, 0];
    for (let i = start; i < end; i++) {
      let z = w[0] * x[0][i];
      for (let j = 1; j < w.length; j++) z += w[j] * x[j][i];
      z += w0;
      const wrong = y[i] ? -z : z;
      above += wrong > 0 ? wrong : 0;
      product += Math.exp(-Math.abs(z)) * (1 + product);
    }
    loss.add(above + Math.log1p(product));
  }
  return loss.value / y.length;
}

export function meanSquared({ x, y }, w0, [w1]) {
  const loss = new Sum();
  for (let i = 0; i < y.length; i++) loss.add(squaredLoss(w0 + w1 * x[0][i], y[i]));
  return loss.value / y.length;
}

// With its penalty, as it pulls at the weights [w0, w1, ...].
export function gradient(data, [w0, ...w], l2) {
  const { slope } = totals(data, w0, w);
  return slope.map((s, j) => s + (j ? l2 * w[j - 1] : 0));
}

// Every weight moves from the same point; l1 draws a coefficient towards 0 and lets it rest there.
export function step(data, weights, { learning_rate = 1, l1 = 0, l2 = 0 }) {
  const slope = gradient(data, weights, l2);
  const moved = weights.map((v, j) => v - learning_rate * slope[j]);
  if (!l1) return moved;
  const shrunk = (v) => Math.sign(v) * Math.max(Math.abs(v) - learning_rate * l1, 0);
  return moved.map((v, j) => (j ? shrunk(v) : v));
}

// The last path is kept, so that one step more costs one step. Its points are kept objects too.
let last = {};

// So many steps downhill, the start included; the path ends early where a weight would overflow.
export function descend(data, start, steps, rates) {
  const key = [rates.learning_rate, rates.l1, rates.l2, ...start].join();
  if (last.data !== data || last.key !== key) last = { data, key, path: [[...start]] };
  const { path } = last;
  while (path.length <= steps) {
    const next = step(data, path.at(-1), rates);
    if (!next.every(Number.isFinite)) break;
    path.push(next);
  }
  return path.slice(0, steps + 1);
}
