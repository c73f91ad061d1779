// The frame: from a data set and settings to everything that is drawn or said.

import { CURVES } from "./curves.js";
import { DECIDING } from "./deciding.js";
import { LANDSCAPE } from "./landscape.js";
import { OVERVIEW } from "./overview.js";
import { PLANE } from "./plane.js";
import { Scene } from "./scene.js";
import { TRAINING } from "./training.js";

const PARTS = { ...OVERVIEW, ...CURVES, ...TRAINING, ...LANDSCAPE, ...DECIDING, ...PLANE };

function partOf(name) {
  if (name in PARTS) return PARTS[name];
  throw new RangeError(`parts must be among ${Object.keys(PARTS).join(", ")}; got "${name}".`);
}

// data: { x: one array of floats for each feature, y: labels, features: names, separable: "no",
// "quasi", "complete" or not given }; settings: { w0, w: one coefficient for each feature } and
// what else of the core's Settings is not at its default, the path as [[w0, w1, ...], ...];
// every: of so many samples one becomes a row of the table samples, and all count elsewhere.
// An image is { flat: Float64Array, shape: [rows, columns] }, its rows from below.
export function compute(data, settings, parts, every = 1) {
  const scene = new Scene(data, settings, every);
  return Object.fromEntries(parts.map((name) => [name, partOf(name)(scene)]));
}
