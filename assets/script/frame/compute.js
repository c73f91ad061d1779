// The frame: from a data set and settings to everything that is drawn or said. It is the browser's
// twin of logreg_core.frame, for whatever moves: the same columns from the same settings. The core
// is the authority, and a parity test holds the two together.
import { CURVES } from "./curves.js";
import { DECIDING } from "./deciding.js";
import { LANDSCAPE } from "./landscape.js";
import { OF_LOSSES } from "./losses.js";
import { OVERVIEW } from "./overview.js";
import { PLANE } from "./plane.js";
import { Scene } from "./scene.js";
import { TRAINING } from "./training.js";

/** @type {Record<string, (scene: Scene) => Table>} */
const PARTS = {
  ...OVERVIEW,
  ...CURVES,
  ...OF_LOSSES,
  ...TRAINING,
  ...LANDSCAPE,
  ...DECIDING,
  ...PLANE,
};

/**
 * The tables of these names. Of every so many samples one becomes a row of the table samples, and
 * so does the chosen one; all of them count elsewhere.
 * @param {Data} data
 * @param {Settings} settings
 * @param {string[]} names
 * @param {number} every
 * @returns {Frame}
 */
export function compute(data, settings, names, every = 1) {
  const scene = new Scene(data, settings, every);
  return Object.fromEntries(names.map((name) => [name, partOf(name)(scene)]));
}

/** @param {string} name */
function partOf(name) {
  if (name in PARTS) return PARTS[name];
  throw new RangeError(`parts must be among ${Object.keys(PARTS).join(", ")}; got "${name}".`);
}
