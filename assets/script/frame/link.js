// The second producer of a frame: the same columns as logreg_core.frame from the same settings, for
// whatever a slider moves. The core is the authority; a parity test holds the two together. These
// files are one script in this order: link, columns, features, descent, newton, scene, curves,
// overview, plane, training, landscape, deciding, compute. A data set is never changed in place:
// what depends on it alone is kept for as long as the object lives.
// What a score means and what it costs.

export function sigmoid(z) {
  const e = Math.exp(-Math.abs(z));
  return (z >= 0 ? 1 : e) / (1 + e);
}

export function logit(p) {
  const middle = Math.abs(p - 0.5) < 0.25;
  return middle ? 2 * Math.atanh(2 * p - 1) : Math.log(p / (1 - p));
}

export const residual = (z, y) => (y ? -sigmoid(-z) : sigmoid(z));

export function sampleLoss(z, y) {
  const wrong = y ? -z : z; // ln(1 + exp(wrong)), without overflow
  return Math.max(wrong, 0) + Math.log1p(Math.exp(-Math.abs(wrong)));
}

export function curvature(z) {
  const e = Math.exp(-Math.abs(z));
  return e / (1 + e * (2 + e));
}

export function squaredLoss(z, y) {
  const e = Math.exp(-Math.abs(z));
  return Math.exp(-2 * Math.max(y ? z : -z, 0)) / (1 + e * (2 + e));
}

export const squaredSlope = (z, y) => 2 * residual(z, y) * curvature(z);
