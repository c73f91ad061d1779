// Own data as CSV text, which the parser reads back to the last digit.
import { allDigits } from "../frame/numbers.js";
import { cell } from "../words/csv.js";
import { isPair, keysOf } from "./pair.js";
import { parseCsv } from "./parse.js";
import { DataError } from "./refusal.js";

/**
 * How a text names its columns: by what they mean or by letters, whether comments tell the classes,
 * and whether the label 0 stands for y = 1, as a class that is called 0 asks for.
 * @typedef {{ isNamed: boolean, isTold: boolean, isSwapped: boolean }} Form
 */

/** The forms from the shortest to the one that holds everything. @type {Form[]} */
const FORMS = [
  { isNamed: true, isTold: false, isSwapped: false },
  { isNamed: true, isTold: true, isSwapped: false },
  { isNamed: false, isTold: true, isSwapped: false },
  { isNamed: false, isTold: true, isSwapped: true },
];

/**
 * CSV text that the parser reads back as the same data; null where there is none, as for data of
 * one class.
 * @param {Own} own
 * @returns {string | null}
 */
export function csvOf(own) {
  const some = twoOf(own);
  const form = FORMS.find((each) => isSame(some, written(some, each)));
  return form ? written(own, form) : null;
}

/**
 * CSV text of data to edit; where nothing can be read back, as for data of one class, the nearest
 * to it.
 * @param {Own} own
 */
export const rowsOf = (own) => csvOf(own) ?? written(own, FORMS[2]);

/**
 * The same data with one sample of each class: what holds of their text holds of all.
 * @param {Own} own
 * @returns {Own}
 */
function twoOf(own) {
  const rows = [0, 1].map((label) => own.y.indexOf(label)).filter((row) => row >= 0);
  const some = (/** @type {number[]} */ column) => rows.map((row) => column[row]);
  return { ...own, x: own.x.map(some), y: some(own.y), named: own.named?.slice(0, rows.length) };
}

/**
 * Whether a text gives the data back.
 * @param {Own} own
 * @param {string} text
 */
function isSame(own, text) {
  try {
    const found = parseCsv(new TextEncoder().encode(text), { name: "" });
    return identity(found) === identity(own);
  } catch (error) {
    if (error instanceof DataError) return false;
    throw error;
  }
}

/** @param {Own} own */
function identity({ title, source = "", features, units, positive, negative, x, y, ...others }) {
  const { opening = [], named = [], shows = [] } = others;
  const words = [title, source, features, units, positive, negative, named];
  return JSON.stringify([words, x, y, opening, shows]);
}

/**
 * @param {Own} own
 * @param {Form} form
 */
function written(own, form) {
  const { name, values } = labelOf(own, form);
  const header = form.isNamed ? own.features : own.x.map((_, j) => `x${j + 1}`);
  const label = (/** @type {number} */ i) => cell(values[own.y[i]]);
  const rows = own.y.map((_, i) =>
    [...own.x.map((column) => allDigits(column[i])), label(i)].join(),
  );
  return [...comments(own, form), [...header, name].map(cell).join(), ...rows, ""].join("\n");
}

/**
 * The name of the label column, and its values for y = 0 and y = 1.
 * @param {Own} own
 * @param {Form} form
 */
function labelOf({ positive, negative }, { isNamed, isSwapped }) {
  const at = positive.indexOf(" = ");
  const name = positive.slice(0, at);
  const values = [negative, positive].map((text) => text.slice(at + 3));
  const isPlain = at > 0 && negative.startsWith(`${name} = `) && isPair(keysOf(values));
  if (isNamed && isPlain) return { name, values };
  return { name: "y", values: isSwapped ? ["1", "0"] : ["0", "1"] };
}

/**
 * @param {Own} own
 * @param {Form} form
 */
function comments(own, { isNamed, isTold }) {
  const { title, source, units, features, positive, negative, opening, named, shows } = own;
  /** @type {[key: string, value: string | undefined][]} */
  const all = [
    ["title", title],
    ["source", source],
    ["feature", isNamed ? "" : features.join("; ")],
    ["unit", units.some(Boolean) ? units.join("; ") : ""],
    ["positive", isTold ? positive : ""],
    ["negative", isTold ? negative : ""],
    ["opening", opening?.map(allDigits).join(" ")],
    ["named", named?.join("; ")],
    ["shows", shows?.map(allDigits).join(" ")],
  ];
  return all.filter(([, value]) => value).map(([key, value]) => `# ${key}: ${value}`);
}
