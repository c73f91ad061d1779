// One setting of a scene, read from text as the schema says.
import { problem } from "./problem.js";

/** Says in a sentence which setting cannot be taken, and what would fit. */
export class SettingError extends Error {}

/**
 * A reader of settings: where text does not fit, it refuses with the schema's sentence.
 * @typedef {(name: string, text: string, schema: Schema) => any} Reader
 */

/**
 * The value of a setting.
 * @param {string} name a setting of the schema
 * @param {string} text
 * @param {Schema} schema
 * @throws {SettingError} if the text is not of the setting's kind
 */
export const readSetting = (name, text, schema) =>
  READERS[schema.settings[name].kind](name, text, schema);

/**
 * Today's name of a setting that older addresses may call otherwise.
 * @param {string} name
 * @param {Pick<Schema, "former">} schema
 */
export const current = (name, { former }) => (Object.hasOwn(former, name) ? former[name] : name);

/**
 * The lowest and the highest value of a setting; an open end is the number of samples.
 * @param {string} name
 * @param {Pick<Block, "y">} block
 * @param {Pick<Schema, "settings">} schema
 * @returns {[number, number]}
 */
export function boundsOf(name, block, { settings }) {
  const [low, high] = settings[name].bounds ?? [-Infinity, Infinity];
  return [low, high ?? block.y.length];
}

/**
 * @param {Schema} schema
 * @param {string} key
 * @param {Record<string, string>} places
 */
const refusal = (schema, key, places) => new SettingError(problem(schema, key, places));

/** @param {string} pattern */
const matcher = (pattern) => new RegExp(pattern, "i");

/** @type {Record<Setting["kind"], Reader>} */
const READERS = { check, choice, number, count, moved };

/** @type {Reader} */
function check(name, text, schema) {
  const said = text.toLowerCase();
  if (schema.yes.includes(said)) return true;
  if (schema.no.includes(said)) return false;
  throw refusal(schema, "check", { name, got: text });
}

/** @type {Reader} */
function choice(name, text, schema) {
  const options = schema.settings[name].options ?? [];
  if (options.includes(text)) return text;
  throw refusal(schema, "choice", { name, got: text, options: options.join(", ") });
}

/** @type {Reader} */
function number(name, text, schema) {
  const ascii = text.trim().replaceAll("−", "-");
  const value = matcher(schema.patterns.number).test(ascii) ? Number(ascii) : NaN;
  if (Number.isFinite(value)) return value;
  throw refusal(schema, "number", { name, got: text });
}

/** @type {Reader} */
function count(name, text, schema) {
  const value = number(name, text, schema);
  if (Number.isInteger(value)) return value;
  throw refusal(schema, "count", { name, got: text });
}

/** @type {Reader} */
function moved(name, text, schema) {
  const entries = text.split(";").filter(Boolean);
  return Object.fromEntries(entries.map((entry) => move(name, entry, schema)));
}

/** @type {Reader} */
function move(name, entry, schema) {
  const [row, ...rest] = entry.split(":");
  if (!matcher(schema.patterns.row).test(row.trim()) || rest.length === 0)
    throw refusal(schema, "moved", { name, got: entry });
  const values = rest.join(":").split(",");
  return [Number(row), values.map((value) => number(name, value, schema))];
}
