// CSV text as a table to edit: the lines above its header, the header, and rows of cells as text.
import { cell } from "./csv.js";
import { readTable } from "./table.js";

/**
 * The lines above the header stay as they are.
 * @typedef {object} Grid
 * @property {string[]} above
 * @property {string[]} header
 * @property {string[][]} rows
 * @property {string} delimiter
 */

/**
 * The table of a text.
 * @param {string} text
 * @returns {Grid}
 * @throws {import("./refusal.js").DataError} if it is none
 */
export function gridOf(text) {
  const { top, header, rows, delimiter } = readTable(new TextEncoder().encode(text));
  return { above: text.split("\n").slice(0, top - 1), header, rows, delimiter };
}

/**
 * The text of a table, with one line for each row.
 * @param {Grid} grid
 */
export function textOf({ above, header, rows, delimiter }) {
  const line = (/** @type {string[]} */ cells) => cells.map(cell).join(delimiter);
  return [...above, line(header), ...rows.map(line), ""].join("\n");
}

/**
 * The line of a row in the text, as the sentences about files count it.
 * @param {Grid} grid
 * @param {number} row
 */
export const lineOf = ({ above }, row) => above.length + row + 2;

/**
 * The row that a sentence about a file speaks of; -1 for none.
 * @param {Grid} grid
 * @param {string} sentence
 */
export function rowIn(grid, sentence) {
  const found = /^Line (\d+)/.exec(sentence);
  const row = found ? Number(found[1]) - lineOf(grid, 0) : -1;
  return row < grid.rows.length ? row : -1;
}

/**
 * The column that a sentence about a file speaks of; -1 for none.
 * @param {Grid} grid
 * @param {string} sentence
 */
export const columnIn = ({ header }, sentence) =>
  header.findIndex((name) => sentence.includes(`column "${name}"`));

/**
 * Adds an empty row at the end.
 * @param {Grid} grid
 */
export const addRow = ({ header, rows }) => rows.push(header.map(() => ""));
