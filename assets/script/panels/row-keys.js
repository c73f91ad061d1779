// How the keyboard goes through the rows of a table, of which one can be chosen.
import { ROWS } from "./window.js";

/**
 * The row that a key leads to; null for none, undefined for a key that leads nowhere.
 * @param {string} key
 * @param {number} row the row that has the focus
 * @param {number} last
 * @returns {number | null | undefined}
 */
export function rowAfter(key, row, last) {
  /** @type {Record<string, number | null>} */
  const ways = {
    ArrowDown: Math.min(row + 1, last),
    ArrowUp: Math.max(row - 1, 0),
    PageDown: Math.min(row + ROWS, last),
    PageUp: Math.max(row - ROWS, 0),
    Home: 0,
    End: last,
    Enter: row,
    " ": row,
    Escape: null,
  };
  return ways[key];
}

/**
 * The row that the Tab key leads to: the chosen one, else the first.
 * @param {number} chosen -1 for none
 */
export const entryRow = (chosen) => Math.max(chosen, 0);
