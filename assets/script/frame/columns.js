// Tables of named columns.
import { general, MINUS } from "./numbers.js";

/**
 * A table of one row.
 * @param {Record<string, number | string>} values
 * @returns {Table}
 */
export const row = (values) =>
  Object.fromEntries(Object.entries(values).map(([name, v]) => [name, [v]]));

/**
 * One column for each feature: `name` if there is one feature, else `name1`, `name2`, ...
 * @template T
 * @param {string} name
 * @param {T[]} columns
 * @returns {Record<string, T>}
 */
export function perFeature(name, columns) {
  if (columns.length === 1) return { [name]: columns[0] };
  return Object.fromEntries(columns.map((column, j) => [`${name}${j + 1}`, column]));
}

/**
 * One value for each weight: `name0`, `name1`, ...
 * @template T
 * @param {string} name
 * @param {T[]} values
 * @returns {Record<string, T>}
 */
export const perWeight = (name, values) =>
  Object.fromEntries(values.map((v, j) => [`${name}${j}`, v]));

/**
 * Columns to draw values on a ruler: those beyond its ends stand at the end, with a note.
 * `name`_drawn is where to draw, `name`_over the end that a value is pinned at, nan if it is on the
 * ruler, and `name`_note its value and an arrow outwards.
 * @param {string} name
 * @param {number[]} values
 * @param {number} low
 * @param {number} high
 * @returns {Table}
 */
export function pinned(name, values, low, high) {
  const drawn = values.map((v) => Math.min(Math.max(v, low), high));
  return {
    [`${name}_drawn`]: drawn,
    [`${name}_over`]: drawn.map((v, i) => (v === values[i] ? Number.NaN : v)),
    [`${name}_note`]: drawn.map((v, i) => (v === values[i] ? "" : noteOf(values[i], high))),
  };
}

/**
 * @param {number} value beyond an end of its ruler
 * @param {number} high the upper end
 */
const noteOf = (value, high) =>
  `${general(value, 3).replaceAll("-", MINUS)} ${value > high ? "↑" : "↓"}`;

/**
 * A column that holds one image: its rows from below, end to end.
 * @param {Float64Array} flat
 * @param {number} rows
 * @param {number} across numbers in a row
 * @returns {ImageColumn[]}
 */
export const image = (flat, rows, across) => [{ flat, shape: [rows, across] }];
