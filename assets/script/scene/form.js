// A data set in the form that a scene asks for.
import { interaction, standardise } from "../frame/features.js";
import { formKey } from "./scene.js";

const KEPT = 20; // A sample that the hand moves makes a new form for every pixel.

/** @type {Map<string, Data>} */
const made = new Map();

/**
 * The data set in the form of a scene. The same form gives the same object, so that whatever is
 * computed for a data set can be kept with it.
 * @param {Block} block
 * @param {Pick<Scene, "standardise" | "interaction" | "moved">} scene
 * @returns {Data}
 */
export function derive(block, scene) {
  const key = JSON.stringify([block.name, scene.moved, scene.standardise, scene.interaction]);
  const known = made.get(key);
  if (known) return known;
  if (made.size > KEPT) made.clear();
  const data = formed(block, scene);
  made.set(key, data);
  return data;
}

/**
 * @param {Block} block
 * @param {Pick<Scene, "standardise" | "interaction" | "moved">} scene
 * @returns {Data}
 */
function formed(block, scene) {
  const { separable } = block.forms[formKey(scene)];
  const isMoved = Object.keys(scene.moved).length > 0;
  let [x, features, units] = [withMoves(block.x, scene.moved), block.features, block.units];
  if (scene.interaction) {
    x = interaction(x);
    features = [...features, features.join(" × ")];
    units = [...units, units.filter(Boolean).join(" ")];
  }
  const scaled = scene.standardise ? standardise(x) : { x };
  if (scene.standardise) units = units.map(() => "sd");
  return { ...scaled, y: block.y, features, units, separable: isMoved ? undefined : separable };
}

/**
 * The columns of the features with some of their rows at other places.
 * @param {number[][]} x
 * @param {Scene["moved"]} moved the row, counted from 1, to its values
 * @returns {number[][]}
 */
function withMoves(x, moved) {
  const rows = Object.entries(moved);
  if (rows.length === 0) return x;
  return x.map((column, j) => {
    const other = column.slice();
    for (const [row, values] of rows) other[Number(row) - 1] = values[j];
    return other;
  });
}
