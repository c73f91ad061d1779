// Tables of named columns.

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
 * A column that holds one image: its rows from below, end to end.
 * @param {Float64Array} flat
 * @param {number} rows
 * @param {number} across numbers in a row
 * @returns {ImageColumn[]}
 */
export const image = (flat, rows, across) => [{ flat, shape: [rows, across] }];
