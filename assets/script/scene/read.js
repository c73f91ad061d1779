// A scene read from text: whatever fits is taken, and a sentence says what was left out or changed.
import { plain } from "../frame/numbers.js";
import { problem } from "./problem.js";
import { FORM, isWeight, names, opening } from "./scene.js";
import { boundsOf, current, readSetting, SettingError } from "./setting.js";

/**
 * A function that takes the key of a problem and what its sentence names.
 * @typedef {(key: string, places: Record<string, string | number>) => void} Say
 */

/**
 * The scene with these values, and a sentence for each that could not be taken. Whatever they do
 * not name is as the data set opens.
 * @param {Block} block
 * @param {Record<string, any>} values
 * @param {Schema} schema
 * @returns {{ scene: Scene, problems: string[] }}
 */
export function open(block, values, schema) {
  /** @type {string[]} */
  const problems = [];
  /** @type {Say} */
  const say = (key, places) => {
    problems.push(problem(schema, key, places));
  };
  const { dataset: _, ...others } = values; // the block is that of the data set
  const taken = takenFrom(renamed(others, schema), schema, problems);
  const form = formOf(block, taken, schema, say);
  const scene = opening(block, form);
  const weights = names(block, scene);
  for (const [name, value] of Object.entries(taken)) {
    if (FORM.includes(name)) continue;
    if (isWeight(name) && !weights.includes(name)) say("weight", { name, dataset: block.name });
    else scene[name] = within(name, value, block, schema, say);
  }
  if (scene.cost_fp === 0 && scene.cost_fn === 0) {
    say("costs", {});
    Object.assign(scene, { cost_fp: 1, cost_fn: 1 });
  }
  return { scene, problems };
}

/**
 * The same values under the names that settings have today.
 * @param {Record<string, any>} values
 * @param {Schema} schema
 * @returns {Record<string, any>}
 */
function renamed(values, schema) {
  const entries = Object.entries(values).map(([name, value]) => [current(name, schema), value]);
  return Object.fromEntries(entries);
}

/**
 * The values of the settings that are known and of the right kind.
 * @param {Record<string, any>} values
 * @param {Schema} schema
 * @param {string[]} problems takes a sentence for each of the others
 * @returns {Record<string, any>}
 */
function takenFrom(values, schema, problems) {
  const taken = Object.entries(values).flatMap(([name, text]) => {
    try {
      if (!Object.hasOwn(schema.settings, name))
        throw new SettingError(problem(schema, "unknown", { name }));
      return [[name, readSetting(name, String(text).trim(), schema)]];
    } catch (error) {
      if (!(error instanceof SettingError)) throw error;
      problems.push(error.message);
      return [];
    }
  });
  return Object.fromEntries(taken);
}

/**
 * The form of the data, without what the data set cannot have.
 * @param {Block} block
 * @param {Record<string, any>} taken
 * @param {Schema} schema
 * @param {Say} say
 * @returns {Pick<Scene, "standardise" | "interaction" | "moved">}
 */
function formOf(block, taken, schema, say) {
  const { standardise = false, interaction = false, moved = {} } = taken;
  const d = block.x.length;
  const isProduct = interaction && d === 2;
  if (interaction && !isProduct)
    say("interaction", { name: "interaction", dataset: block.name, d });
  return { standardise, interaction: isProduct, moved: movable(block, moved, schema, say) };
}

/**
 * Moves of samples, or none where one of them names what is not there or lies too far out.
 * @param {Block} block
 * @param {Scene["moved"]} moved
 * @param {Schema} schema
 * @param {Say} say
 */
function movable(block, moved, schema, say) {
  const [n, d] = [block.y.length, block.x.length];
  const rows = Object.entries(moved);
  if (rows.some(([row, x]) => Number(row) < 1 || Number(row) > n || x.length !== d)) {
    say("rows", { name: "moved", n, dataset: block.name, d });
    return {};
  }
  const [low, high] = boundsOf("moved", block, schema);
  const far = rows.flatMap(([, x]) => x).find((v) => v < low || v > high);
  if (far === undefined) return moved;
  const ends = { low: plain(low), high: plain(high) };
  say("range", { name: "moved", ...ends, got: plain(far), fitting: "none" });
  return {};
}

/**
 * A number at the nearest end of its range if it lies outside; any other value as it is.
 * @param {string} name
 * @param {any} value
 * @param {Block} block
 * @param {Schema} schema
 * @param {Say} say
 */
function within(name, value, block, schema, say) {
  if (typeof value !== "number") return value;
  const [low, high] = boundsOf(name, block, schema);
  const fitting = Math.min(high, Math.max(low, value));
  if (fitting !== value) {
    const ends = { low: plain(low), high: plain(high) };
    say("range", { name, ...ends, got: plain(value), fitting: plain(fitting) });
  }
  return fitting;
}
