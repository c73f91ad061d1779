// A data set in the form that a scene asks for.
import { interaction, standardise } from "../frame/features.js";
import { formKey } from "./scene.js";

const KEPT = 20; // A sample that the hand moves makes a new form for every pixel.

/** The forms that were made of each data set. @type {WeakMap<Block, Map<string, Data>>} */
const formsOf = new WeakMap();

/**
 * The data set in the form of a scene. The same form gives the same object, so that whatever is
 * computed for a data set can be kept with it.
 * @param {Block} block
 * @param {Pick<Scene, "standardise" | "interaction" | "moved">} scene
 * @returns {Data}
 */
export function derive(block, scene) {
  const key = JSON.stringify([scene.moved, scene.standardise, scene.interaction]);
  const made = formsOf.get(block) ?? new Map();
  formsOf.set(block, made);
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
  const form = { x, y: block.y, features, units, shows: block.shows };
  const axes = block.holds ? { holds: block.holds } : {};
  const kept = { ...form, ...axes, separable: isMoved ? undefined : separable };
  return scene.standardise ? inDeviations(kept) : kept;
}

/**
 * The data with every feature in standard deviations from its mean.
 * @param {Data} data
 * @returns {Data}
 */
function inDeviations(data) {
  const scaled = standardise(data.x);
  const [[mean], [sd]] = [scaled.mean, scaled.sd];
  const shows = data.shows?.map((v) => (v - mean) / sd);
  return { ...data, ...scaled, shows, units: data.units.map(() => "sd") };
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
