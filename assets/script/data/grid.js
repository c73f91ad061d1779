// CSV text as a table to edit: the lines above its header, the header, and rows of cells as text.
import { cell } from "../words/csv.js";
import { readTable } from "./table.js";

/**
 * The lines above the header stay as they are.
 * @typedef {object} Grid
 * @property {string[]} above
 * @property {string[]} header
 * @property {string[][]} rows
 * @property {number[]} lines the line of each row in the text, as the sentences about files count
 *   it
 * @property {string} delimiter
 */

/**
 * The table of a text.
 * @param {string} text
 * @returns {Grid}
 * @throws {import("./refusal.js").DataError} if it is none
 */
export function gridOf(text) {
  const { top, header, rows, lines, delimiter } = readTable(new TextEncoder().encode(text));
  return { above: text.split("\n").slice(0, top - 1), header, rows, lines, delimiter };
}

/**
 * The text of a table. Blank lines keep each row at its line.
 * @param {Grid} grid
 */
export function textOf({ above, header, rows, lines, delimiter }) {
  const text = [...above];
  const write = (/** @type {string[]} */ cells) =>
    text.push(...cells.map(cell).join(delimiter).split("\n"));
  write(header);
  for (const [i, cells] of rows.entries()) {
    while (text.length < lines[i] - 1) text.push("");
    write(cells);
  }
  return [...text, ""].join("\n");
}

/**
 * The row that a sentence about a file speaks of; -1 for none.
 * @param {Grid} grid
 * @param {string} sentence
 */
export function rowIn(grid, sentence) {
  const found = /^Line (\d+)/.exec(sentence);
  return found ? grid.lines.indexOf(Number(found[1])) : -1;
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
export function addRow(grid) {
  grid.lines.push(textOf(grid).split("\n").length);
  grid.rows.push(grid.header.map(() => ""));
}

/**
 * Removes a row. The rows below it move up.
 * @param {Grid} grid
 * @param {number} row
 */
export function removeRow({ rows, lines }, row) {
  const height = lines[row + 1] - lines[row];
  rows.splice(row, 1);
  lines.splice(row, 1);
  for (let below = row; below < lines.length; below++) lines[below] -= height;
}
