// Second derivatives of the mean loss, and the learning rate that they allow.
import { eigen } from "./eigen.js";
import { curvature } from "./link.js";

// Second derivatives of the mean loss by [w0, w1, ...].
export function hessian({ x, y }, [w0, ...w], l2) {
  const [size, sample] = [w.length + 1, new Float64Array(w.length + 1).fill(1)];
  const total = Array.from({ length: size }, () => new Float64Array(size));
  for (let i = 0; i < y.length; i++) {
    let z = w0;
    for (let j = 1; j < size; j++) z += w[j - 1] * (sample[j] = x[j - 1][i]);
    const bend = curvature(z);
    for (let j = 0; j < size; j++) {
      for (let k = j; k < size; k++) total[j][k] += bend * sample[j] * sample[k];
    }
  }
  const entry = (j, k) =>
    total[Math.min(j, k)][Math.max(j, k)] / y.length + (j === k && j ? l2 : 0);
  return total.map((line, j) => Array.from(line, (_, k) => entry(j, k)));
}

// Learning rate below which a step lowers the loss from anywhere.
export function rateLimit(data, l2) {
  const steepest = Math.max(...eigen(hessian(data, [0, ...data.x.map(() => 0)], l2)).values);
  return steepest > 0 ? 2 / steepest : Infinity;
}
