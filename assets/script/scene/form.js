// A data set in the form that a scene asks for, and the path of training through it.
import { descend } from "../frame/descent.js";
import { interaction, standardise } from "../frame/features.js";

const KEPT = 20; // forms; a sample that moves makes one for every pixel
const made = new Map();

// The data set in the scene's form; the same object for the same form.
export function derive(block, scene) {
  const key = JSON.stringify([block.name, scene.moved, scene.standardise, scene.interaction]);
  if (!made.has(key)) {
    if (made.size > KEPT) made.clear();
    made.set(key, formed(block, scene));
  }
  return made.get(key);
}

function formed(block, scene) {
  const separable =
    block.forms[`${Number(scene.standardise)}${Number(scene.interaction)}`].separable;
  const isMoved = Object.keys(scene.moved).length > 0;
  let [x, features, units] = [moved(block.x, scene.moved), block.features, block.units];
  if (scene.interaction) {
    x = interaction(x);
    features = [...features, features.join(" × ")];
    units = [...units, units.filter(Boolean).join(" ")];
  }
  const scaled = scene.standardise ? standardise(x) : { x };
  if (scene.standardise) units = units.map(() => "sd");
  return { ...scaled, y: block.y, features, units, separable: isMoved ? undefined : separable };
}

// Columns with some of their rows at other places; `moves` has row (from 1) to values.
function moved(x, moves) {
  const rows = Object.entries(moves);
  if (rows.length === 0) return x;
  return x.map((column, j) => {
    const other = column.slice();
    for (const [row, values] of rows) other[row - 1] = values[j];
    return other;
  });
}

// The weights at every step of training from a start. It ends where a weight is further out than any
// may be, and after as many steps as `work` losses allow.
export function train(data, start, scene, { work, furthest }) {
  const whole = descend(data, start, stepsTaken(data, scene.steps, work), scene);
  const end = whole.findIndex((w) => !w.every((v) => Math.abs(v) <= furthest));
  return end < 0 ? whole : whole.slice(0, end);
}

// A large data set takes fewer steps than asked for.
export const stepsTaken = (data, steps, work) => Math.min(steps, Math.floor(work / data.y.length));
