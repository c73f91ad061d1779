// Own data as the page knows a data set: with inputs and ranges that fit, as logreg_app.controls
// and logreg_app.opening make them for the data sets of the page.
import { interaction, standardise, to_standardised } from "../frame/features.js";
import { sampleLoss } from "../frame/loss.js";
import { logits } from "../frame/model.js";
import { short } from "../frame/numbers.js";
import { separability } from "../frame/separability.js";
import { isWeight, OWN } from "../scene/scene.js";
import { featureSlider, fitted, scaled, startingRate } from "./ranges.js";
import { DataError } from "./refusal.js";
import { separable } from "./separable.js";

const UNTITLED = "Your data";
/** Features that a page can show, because there is a weight for each. */
export const MOST_FEATURES = 4;
const FURTHEST = 1e9; // size of a weight, as logreg_core.walk has it

/** @type {WeakMap<Own, Block>} */
const made = new WeakMap();

/**
 * Own data as a data set of the page. The same data give the same block.
 * @param {Own} own
 * @param {Pick<Page, "schema" | "limits">} page
 * @returns {Block}
 * @throws {DataError} if there are more features than weights, or a weight is too large
 */
export function blockOf(own, page) {
  const known = made.get(own);
  if (known) return known;
  const d = own.x.length;
  if (d > MOST_FEATURES) {
    throw new DataError(
      `There are ${d} features, and the page has weights for ${MOST_FEATURES}; choose fewer.`,
      "too_many_features",
    );
  }
  checkOpening(own);
  const block = newBlock(own, page);
  made.set(own, block);
  return block;
}

/**
 * Refuses weights that no page can open with, as logreg_app.catalog does.
 * @param {Own} own
 * @throws {DataError}
 */
export function checkOpening({ opening = [] }) {
  if (opening.every((weight) => Math.abs(weight) <= FURTHEST)) return;
  throw new DataError("An opening weight is beyond 1e+09 in size; use a smaller one.", "opening");
}

/**
 * @param {Own} own
 * @param {Pick<Page, "schema" | "limits">} page
 * @returns {Block}
 */
function newBlock(own, page) {
  const { title, features, units, positive, negative, x, y } = own;
  const keys = x.length === 2 ? ["00", "01", "10", "11"] : ["00", "10"];
  return {
    name: OWN,
    title: title || UNTITLED,
    source: own.source ?? "",
    features,
    units,
    positive,
    negative,
    x,
    y,
    shows: own.shows ?? [],
    ...(own.holds && { holds: own.holds }),
    named: own.named ?? [],
    sliders: x.map((column, j) => featureSlider(column, features[j], units[j])),
    forms: lazily(Object.fromEntries(keys.map((key) => [key, () => form(own, page, key)]))),
    own,
  };
}

/**
 * An object whose values are made when they are first asked for.
 * @template {object} Made
 * @param {{ [name in keyof Made]: () => Made[name] }} makers
 * @returns {Made}
 */
function lazily(makers) {
  const object = /** @type {Made} */ ({});
  for (const name of /** @type {(keyof Made)[]} */ (Object.keys(makers))) {
    const get = () => {
      const value = makers[name]();
      Object.defineProperty(object, name, { value, enumerable: true });
      return value;
    };
    Object.defineProperty(object, name, { get, enumerable: true, configurable: true });
  }
  return object;
}

/**
 * @param {Own} own
 * @param {Pick<Page, "schema" | "limits">} page
 * @param {string} key whether the data are standardised and have a product, as two digits
 */
function form(own, page, key) {
  const { data, weights } = formed(own, key);
  const isProduct = key[1] === "1";
  return lazily({
    inputs: () => inputsOf(data, weights, page.schema, { isPair: own.x.length === 2, isProduct }),
    sample: () => costliest(data, weights, page.limits.dots),
    separable: () => (isOfSeveral(data) ? separable(data) : separability(data)),
  });
}

/**
 * Whether the classes can only be separated along several features at once.
 * @param {Data} data
 */
const isOfSeveral = ({ x, y }) => x.length > 1 && new Set(y).size > 1;

/**
 * The data in a form, and the weights that it opens with.
 * @param {Own} own
 * @param {string} key
 * @returns {{ data: Data, weights: number[] }}
 */
function formed(own, key) {
  let { x, features, units } = own;
  let weights = own.opening?.length ? own.opening : [0, ...x.map(() => 0)];
  if (key[1] === "1") {
    x = interaction(x);
    [features, units] = [
      [...features, ""],
      [...units, ""],
    ];
    weights = [...weights, 0];
  }
  if (key[0] === "1") {
    const scale = standardise(x);
    weights = to_standardised(weights, scale.mean, scale.sd);
    x = scale.x;
  }
  return { data: { x, y: own.y, features, units }, weights };
}

/**
 * Every input of the data in a form, by name.
 * @param {Data} data
 * @param {number[]} weights that it opens with
 * @param {Schema} schema
 * @param {{ isPair: boolean, isProduct: boolean }} about whether there are two features, and their
 *   product
 * @returns {Record<string, Input>}
 */
function inputsOf(data, weights, { settings }, { isPair, isProduct }) {
  const scales = fitted(data, weights, settings.w0.bounds?.[1] ?? Infinity);
  // to the digits that an address holds, so that it gives the same scene
  const opening = Object.fromEntries(weights.map((weight, j) => [`w${j}`, short(weight)]));
  opening.learning_rate = startingRate(data);
  const isHere = (/** @type {string} */ name) =>
    settings[name].group &&
    name !== "moved" &&
    (isPair || name !== "interaction") &&
    (!isWeight(name) || name in opening);
  const names = Object.keys(settings).filter(isHere);
  const rows = names.map((name) => {
    const setting = settings[name];
    const words = isProduct && name === `w${data.x.length}` ? ofProduct(setting) : wordsOf(setting);
    const scale = scales[name] ?? setting.scale ?? scaled(setting);
    return [name, { ...words, opening: opening[name] ?? setting.default, ...scale }];
  });
  return Object.fromEntries(rows);
}

/** @param {Setting} setting */
const wordsOf = ({ label, word, symbol }) => ({ label, word, symbol });

/** @param {Setting} setting */
function ofProduct({ symbol }) {
  const word = "Coefficient of x₁x₂,";
  return { label: `${word} ${symbol}`, word, symbol };
}

/**
 * The sample with the largest loss among those that are drawn, counted from 1.
 * @param {Data} data
 * @param {number[]} weights
 * @param {number} dots samples that are drawn at most
 */
function costliest(data, [w0, ...w], dots) {
  const every = Math.ceil(data.y.length / dots);
  const loss = logits(data, w0, w).map((z, i) => sampleLoss(z, data.y[i]));
  let most = 0;
  for (let i = 0; i < loss.length; i += every) if (loss[i] > loss[most]) most = i;
  return most + 1;
}
