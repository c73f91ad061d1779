// Numbers of a scene by their place in its frame, as the text of a lesson names them.
import { sigmoid } from "./link.js";
import { general, MINUS, number, scientific } from "./numbers.js";

const PLACE = /^(?:(\w+)\.)?(\w+)(?:\[(-?\d+)\])?$/;
const AT = /^([pz])\((-?[\d.]+)\)$/;

/**
 * The number at a place: a column of the summary, a row of the samples or of another table, or the
 * model at a value of its feature, as in p(31). Undefined stands for what is covered or not there.
 * @param {string} place
 * @param {{ frame: Frame, rows: number[] }} seen rows are the samples in the table samples, from 0
 * @returns {number | undefined}
 */
export function valueAt(place, { frame, rows }) {
  const at = AT.exec(place);
  if (at) return modelAt(at[1], Number(at[2]), frame.summary);
  const [, named, column, row] = PLACE.exec(place) ?? [];
  const table = frame[named ?? (row ? "samples" : "summary")];
  const values = table?.[column];
  if (row === undefined) return typeof values === "object" ? values?.[0] : values;
  if (Number(row) < 0) return values?.[values.length + Number(row)];
  return values?.[named ? Number(row) - 1 : rows.indexOf(Number(row) - 1)];
}

/**
 * @param {string} what the probability or the logit
 * @param {number} x
 * @param {Table} summary
 */
function modelAt(what, x, { w0, w1 }) {
  const z = w0 + w1 * x;
  return what === "z" ? z : sigmoid(z);
}

/**
 * A number in one of the forms of Python that lessons use: .2f, .3g or .0%.
 * @param {number | undefined} value
 * @param {string} form
 */
export function inForm(value, form) {
  if (value === undefined || Number.isNaN(value)) return number(value);
  const digits = Number(form.slice(1, -1));
  if (form.endsWith("f")) return number(value, digits);
  if (form.endsWith("%")) return `${number(100 * Number(value.toFixed(digits + 2)), digits)}%`;
  const text = general(value, digits);
  if (!text.includes("e")) return text.replace("-", MINUS);
  const decimals = text.split("e")[0].split(".")[1]?.length ?? 0;
  return scientific(value, decimals).replace("×", " × "); // as the text has it before it is live
}
