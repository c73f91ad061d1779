// The inputs of a scene: what stands in each, how they are grouped, and where a moved sample goes.
import { inForce } from "./made.js";
import { inputs, names } from "./scene.js";
import { boundsOf } from "./setting.js";

const FEATURE = /^x\d$/;

/**
 * What stands in each input by name: the weights in force, not those that training started from.
 * @param {Pick<Now, "block" | "scene" | "data" | "path">} now
 * @returns {Record<string, any>}
 */
export function values({ block, scene, data, path }) {
  const last = inForce(data, path);
  const weights = names(block, scene).map((name, j) => [name, last[j]]);
  const moved = scene.moved[scene.sample] ?? [];
  const x = block.x.map((column, j) => [`x${j + 1}`, moved[j] ?? column[scene.sample - 1]]);
  return { ...scene, ...Object.fromEntries([...weights, ...x]), steps: path.length - 1 };
}

/**
 * The inputs that the page offers, each group under its title.
 * @param {Block} block
 * @param {Scene} scene
 * @param {Pick<Schema, "groups" | "settings">} schema
 * @param {{ offers: View["offers"], mostSteps: number, ending?: string }} limits
 * @returns {[title: string, rows: Input[]][]}
 */
export function groups(block, scene, schema, { offers, mostSteps, ending }) {
  const known = inputs(block, scene);
  /** @param {string} name */
  const rows = (name) => {
    if (name === "x") return scene.sample ? featureRows(block, scene.sample, schema) : [];
    if (!known[name] || !offers(name)) return [];
    const row = { ...known[name], name, bounds: boundsOf(name, block, schema) };
    return [name === "steps" ? { ...row, high: mostSteps, ending } : row];
  };
  return Object.entries(schema.groups)
    .map(
      ([title, all]) =>
        /** @type {[string, Input[]]} */ ([
          title,
          all.flatMap(rows).filter((row) => offers(row.name)),
        ]),
    )
    .filter(([, found]) => found.length > 0);
}

/**
 * One row for each feature of a sample.
 * @param {Block} block
 * @param {number} sample
 * @param {Pick<Schema, "settings">} schema
 * @returns {Input[]}
 */
function featureRows(block, sample, schema) {
  const who = block.named[sample - 1] ?? `sample ${sample}`;
  return block.sliders.map((row, j) => {
    const words = { word: `${who}:`, symbol: row.word, label: `${who}: ${row.label}` };
    return { ...row, ...words, name: `x${j + 1}`, bounds: boundsOf("moved", block, schema) };
  });
}

/**
 * The same changes, in which values of the chosen sample's features have become the place that the
 * sample is moved to. A sample that is back where the data set has it is no longer moved.
 * @param {Pick<Now, "block" | "scene" | "data" | "path">} now
 * @param {Record<string, any>} changes
 * @returns {Record<string, any>}
 */
export function withMoves(now, changes) {
  const others = Object.entries(changes).filter(([name]) => !FEATURE.test(name));
  if (others.length === Object.keys(changes).length) return changes;
  const { sample, moved } = now.scene;
  const columns = now.block.x;
  const at = { ...values(now), ...changes };
  const x = columns.map((_, j) => at[`x${j + 1}`]);
  const isHome = columns.every((column, j) => column[sample - 1] === x[j]);
  const { [sample]: _, ...away } = moved;
  return { ...Object.fromEntries(others), moved: isHome ? away : { ...away, [sample]: x } };
}
