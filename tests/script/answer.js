// Answers the Python tests: each line of standard input is a question, each line of output its
// answer. { "set": { name: value, ... } } keeps values for later; { "ask": expression, "args":
// [...] } works the expression out. It may use every export of the modules below, `held` and its
// arguments `a`.
import { createInterface } from "node:readline";
import * as block from "../../assets/script/data/block.js";
import * as csv from "../../assets/script/data/csv.js";
import * as parse from "../../assets/script/data/parse.js";
import * as separable from "../../assets/script/data/separable.js";
import * as compute from "../../assets/script/frame/compute.js";
import * as descent from "../../assets/script/frame/descent.js";
import * as features from "../../assets/script/frame/features.js";
import * as newton from "../../assets/script/frame/newton.js";
import * as numbers from "../../assets/script/frame/numbers.js";
import * as stability from "../../assets/script/frame/stability.js";
import * as made from "../../assets/script/scene/made.js";
import * as read from "../../assets/script/scene/read.js";
import * as scene from "../../assets/script/scene/scene.js";
import * as share from "../../assets/script/share/python.js";
import * as formulas from "../../assets/script/words/formulas.js";
import * as trace from "../../assets/script/words/trace-csv.js";

const known = { ...compute, ...descent, ...features, ...newton, ...numbers, ...stability };
Object.assign(known, scene, read, made, formulas, block, csv, parse, separable, share, trace);
/** @type {Record<string, unknown>} */
const held = {};

/**
 * Arrays of numbers become lists, and numbers that JSON does not have become texts.
 * @param {string} _
 * @param {unknown} value
 */
function plain(_, value) {
  if (ArrayBuffer.isView(value)) return Array.from(/** @type {Float64Array} */ (value));
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}

/** @param {{ set?: Record<string, unknown>, ask?: string, args?: unknown[] }} question */
function answer({ set, ask, args = [] }) {
  if (set) Object.assign(held, set);
  if (!ask) return {};
  try {
    const work = new Function("held", "a", ...Object.keys(known), `return (${ask});`);
    return { value: work(held, args, ...Object.values(known)) ?? null };
  } catch (error) {
    return { error: String(error) };
  }
}

createInterface({ input: process.stdin }).on("line", (line) => {
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)), plain)}\n`);
});
