// Columns that a table has once for each weight or feature.

/**
 * The numbered values of a table in their order: x1, x2, ... or, where there is only one, x itself.
 * @param {Table} table
 * @param {string} name
 */
export function all(table, name) {
  const numbered = new RegExp(`^${name}\\d*$`);
  return Object.keys(table)
    .filter((key) => numbered.test(key))
    .map((key) => table[key]);
}
