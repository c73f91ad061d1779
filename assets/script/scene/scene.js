// A scene: a data set and everything that can be set about it, as logreg_app.state has it.
import { short } from "../frame/numbers.js";

/** The name of the reader's own data set. */
export const OWN = "own";

/** The settings that give the data their form; the form decides which other settings there are. */
export const FORM = ["dataset", "standardise", "interaction", "moved"];

const WEIGHT = /^w\d$/;

/**
 * Every input of a data set in the form of a scene, by name.
 * @param {Block} block
 * @param {Pick<Scene, "standardise" | "interaction">} scene
 */
export const inputs = (block, scene) => block.forms[formKey(scene)].inputs;

/**
 * The names of a scene's weights: w0, w1 and so on.
 * @param {Block} block
 * @param {Pick<Scene, "standardise" | "interaction">} scene
 */
export const names = (block, scene) => Object.keys(inputs(block, scene)).filter(isWeight);

/**
 * Whether a name is that of a weight.
 * @param {string} name
 */
export const isWeight = (name) => WEIGHT.test(name);

/**
 * The key under which a block holds the form of a scene.
 * @param {Pick<Scene, "standardise" | "interaction">} scene
 */
export const formKey = ({ standardise, interaction }) =>
  `${Number(standardise)}${Number(interaction)}`;

/**
 * The scene that a data set opens with, in one of its forms.
 * @param {Block} block
 * @param {Partial<Scene>} [form]
 * @returns {Scene}
 */
export function opening(block, { standardise = false, interaction = false, moved = {} } = {}) {
  const form = { dataset: block.name, standardise, interaction, moved };
  const values = Object.entries(inputs(block, form)).map(([name, row]) => [name, row.opening]);
  const { sample } = block.forms[formKey(form)];
  const own = block.own && { own: block.own };
  return { ...Object.fromEntries(values), ...form, sample, ...own };
}

/**
 * The settings of a scene's address: the data set, its form, and what differs from the way it
 * opens.
 * @param {Block} block
 * @param {Scene} scene
 * @returns {Record<string, string>}
 */
export function settings(block, scene) {
  const form = FORM.map((name) => [name, written(scene[name])]);
  const usual = opening(block, scene);
  const others = Object.keys(usual).filter((name) => name !== "own" && !FORM.includes(name));
  return Object.fromEntries([
    ...form.filter(([, text]) => text !== "0" && text !== ""),
    ...others
      .map((name) => [name, written(scene[name])])
      .filter(([name, text]) => text !== written(usual[name])),
  ]);
}

/**
 * Every setting of a scene as text, also those that are as the data set opens.
 * @param {Scene} scene
 * @param {Pick<Schema, "settings">} schema
 * @returns {Record<string, string>}
 */
export function texts(scene, { settings }) {
  const names = Object.keys(settings).filter((name) => name in scene);
  return Object.fromEntries(names.map((name) => [name, written(scene[name])]));
}

/**
 * One setting as it stands in an address.
 * @param {string | number | boolean | Scene["moved"]} value
 * @returns {string}
 */
function written(value) {
  if (typeof value === "boolean") return String(Number(value));
  if (typeof value === "number") return String(short(value));
  if (typeof value === "string") return value;
  const rows = Object.entries(value).map(([row, x]) => `${row}:${x.map(written).join(",")}`);
  return rows.join(";");
}

/**
 * Settings as the query of an address, without the question mark.
 * @param {Record<string, string>} values
 */
export function query(values) {
  return new URLSearchParams(values).toString().replace(/%(3A|3B|2C)/g, decodeURIComponent);
}
