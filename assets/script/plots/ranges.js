// The ends of axes, from the columns of a table.
const ROOM = 0.08; // of a range, left free on both sides
const LOG_ROOM = 1.2; // times the ends, on a logarithmic axis

/**
 * The ends of an axis by a rule of a figure's RANGES: [low column, width column], or [columns,
 * options] for the least to the greatest finite value in the columns.
 * @param {Table} table
 * @param {RangeRule} rule
 * @returns {{ start: number, end: number }}
 */
export function ends(table, [columns, option]) {
  if (typeof columns === "string") {
    const [low] = table[columns];
    return { start: low, end: low + table[/** @type {string} */ (option)][0] };
  }
  const { include_zero = false, log = false } = Object(option);
  const all = columns.flatMap((name) => [...table[name]]);
  const values = all.filter((v) => Number.isFinite(v) && (!log || v > 0));
  if (include_zero) values.push(0, ...(values.some(Boolean) ? [] : [1])); // no amount goes below 0
  return log ? logEnds(values) : linearEnds(values);
}

/** @param {number[]} values */
function linearEnds(values) {
  const [low, high] = extent(values, [0, 1]);
  const room = ROOM * (high - low || 1);
  return { start: low - room, end: high + room };
}

/** @param {number[]} values */
function logEnds(values) {
  const [low, high] = extent(values, [1, 1]);
  return { start: low / LOG_ROOM, end: Math.max(high, 10 * low) * LOG_ROOM };
}

/**
 * The least and the greatest value, or something else where there is none.
 * @param {number[]} values
 * @param {[number, number]} otherwise
 */
const extent = (values, otherwise) =>
  values.length > 0 ? [Math.min(...values), Math.max(...values)] : otherwise;
