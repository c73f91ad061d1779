// A scene read from text: whatever fits is taken, and a sentence says what was left out.
import { FORM, inputs, opening } from "./scene.js";
import { readSetting, SettingError } from "./setting.js";

/** @typedef {{ standardise: boolean, interaction: boolean, moved: Scene["moved"] }} Form */

/** @type {Record<string, { kind: string }>} */
const FORM_ROWS = {
  standardise: { kind: "check" },
  interaction: { kind: "check" },
  moved: { kind: "moved" },
};

/**
 * The scene with these values, and a sentence for each that could not be taken. Whatever they do not
 * name is as the data set opens.
 * @param {Block} block
 * @param {Record<string, any>} values
 * @param {Page["bounds"]} bounds
 * @returns {{ scene: Scene, problems: string[] }}
 */
export function open(block, values, bounds) {
  /** @type {string[]} */
  const problems = [];
  const scene = opening(block, readForm(block, values, bounds, problems));
  const known = { ...inputs(block, scene), sample: { kind: "count" } };
  /** @type {Page["bounds"]} */
  const ranges = { ...bounds, sample: [0, block.y.length] };
  for (const [name, text] of Object.entries(values)) {
    if (FORM.includes(name)) continue;
    const value = take(name, text, known, problems);
    if (value !== undefined) scene[name] = within(name, value, ranges[name], problems);
  }
  if (scene.cost_fp === 0 && scene.cost_fn === 0) {
    problems.push("cost_fp and cost_fn are both 0, so no decision would matter; 1 each.");
    scene.cost_fp = 1;
    scene.cost_fn = 1;
  }
  return { scene, problems };
}

/**
 * The value of a setting, or undefined if there is none that fits.
 * @param {string} name
 * @param {any} text
 * @param {Record<string, { kind: string, options?: string[] }>} known
 * @param {string[]} problems takes a sentence if nothing fits
 */
function take(name, text, known, problems) {
  if (!Object.hasOwn(known, name)) {
    problems.push(`There is no setting “${name.slice(0, 40)}” here.`);
    return undefined;
  }
  try {
    return readSetting(name, String(text).trim(), known[name]);
  } catch (error) {
    if (!(error instanceof SettingError)) throw error;
    problems.push(error.message);
    return undefined;
  }
}

/**
 * A number at the nearest end of its range if it is outside; any other value as it is.
 * @template Value
 * @param {string} name
 * @param {Value} value
 * @param {number[] | undefined} range
 * @param {string[]} problems takes a sentence if the number has changed
 */
function within(name, value, range, problems) {
  if (!range || typeof value !== "number") return value;
  const fitting = Math.min(range[1], Math.max(range[0], value));
  if (fitting !== value)
    problems.push(`${name} goes from ${range[0]} to ${range[1]}; ${value} became ${fitting}.`);
  return fitting;
}

/**
 * @param {Block} block
 * @param {Record<string, any>} values
 * @param {Page["bounds"]} bounds
 * @param {string[]} problems
 * @returns {Form}
 */
function readForm(block, values, bounds, problems) {
  const named = Object.keys(FORM_ROWS).filter((name) => name in values);
  const taken = named.map((name) => [name, take(name, values[name], FORM_ROWS, problems)]);
  const asked = Object.fromEntries(taken.filter(([, value]) => value !== undefined));
  const form = { standardise: false, interaction: false, moved: {}, ...asked };
  const wrongMove = problemOfMoves(block, form.moved, bounds);
  const wrongProduct = form.interaction ? problemOfProduct(block) : "";
  problems.push(...[wrongMove, wrongProduct].filter(Boolean));
  return {
    ...form,
    moved: wrongMove ? {} : form.moved,
    interaction: form.interaction && !wrongProduct,
  };
}

/**
 * Why samples cannot be moved so; empty if they can.
 * @param {Block} block
 * @param {Scene["moved"]} moved
 * @param {Page["bounds"]} bounds
 */
function problemOfMoves(block, moved, bounds) {
  const [n, d] = [block.y.length, block.x.length];
  const rows = Object.entries(moved);
  if (rows.some(([row, x]) => Number(row) < 1 || Number(row) > n || x.length !== d))
    return `moved names samples 1 to ${n} of ${block.name}, ${d} value(s) each.`;
  const [low, high] = bounds.w0; // No number of a scene goes further than a weight.
  const isFar = rows.some(([, x]) => x.some((v) => v < low || v > high));
  return isFar ? `moved goes from ${low} to ${high}.` : "";
}

/** @param {Block} block */
function problemOfProduct({ name, x }) {
  return x.length === 2 ? "" : `interaction needs two features; ${name} has ${x.length}.`;
}
