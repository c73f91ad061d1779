// Of many rows, the table shows some at a time.

/** Rows that the table shows at most. */
export const ROWS = 50;

/**
 * The first of the rows that the table shows: those around the chosen one, or the first of all.
 * @param {number} chosen -1 for none
 * @param {number} total
 */
export function firstShown(chosen, total) {
  const page = Math.floor(Math.max(chosen, 0) / ROWS) * ROWS;
  return Math.max(Math.min(page, total - ROWS), 0);
}
