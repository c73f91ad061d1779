// Columns of a table: decimal commas, missing values, and numbers, or why they are not numbers.
// This is the browser's twin of logreg_core.column.

import { isNumber } from "./number.js";
import { DataError, shown } from "./refusal.js";
import { WHITE } from "./white.js";

// Beyond this neighbouring numbers lie more than 1e-4 apart, and no axis or slider is of use.
export const MAX_MAGNITUDE = 1e12;
const MIN_MAGNITUDE = 1e-300; // A number loses digits from 2e-308 on, and is 0 from 2e-324 on.
const MISSING = new Set([
  "",
  "na",
  "n/a",
  "#n/a",
  "<na>",
  "nan",
  "null",
  "none",
  "nil",
  "missing",
  "?",
  ".",
  "-",
  "--",
]);

// Python takes the Turkish İ and ı for an i where case does not matter.
const INFINITY = "[iİı]nf(?:[iİı]n[iİı]ty)?";
const NOT_FINITE = new RegExp(`^[+-]?(?:nan|${INFINITY})$`, "i");
const MEANT = new RegExp(
  `^[+-]?(?:${INFINITY}|[^\\p{L}\\p{N}_\\n]?[${WHITE}]?\\p{Nd}[\\p{Nd}.,'_${WHITE}]*` +
    "(?:e[+-]?\\p{Nd}+)?[^\\p{L}\\p{N}_\\n]?)$",
  "iu",
);
const GROUPED = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * Values of a column as text, with the lines that they stand in.
 * @typedef {{ name: string, cells: string[], lines: number[] }} TextColumn
 */

/**
 * What is wrong with one value.
 * @param {TextColumn} column
 * @param {number} row
 * @param {string} says
 * @param {string} code
 */
export function refusal({ name, cells, lines }, row, says, code) {
  const sentence = `Line ${lines[row]}: ${shown(cells[row])} in column ${shown(name)} ${says}.`;
  return new DataError(sentence, code);
}

/**
 * Refuses an empty value, and one that marks a missing one, besides one mark.
 * @param {TextColumn} column
 * @param {string} [besides]
 * @throws {DataError}
 */
export function checkFilled(column, besides = "") {
  const row = column.cells.findIndex(
    (cell) => marksMissing(cell) && (cell === "" || cell.toLowerCase() !== besides),
  );
  if (row < 0) return;
  if (column.cells[row] === "") {
    const where = `Line ${column.lines[row]}: no value in column ${shown(column.name)}`;
    throw new DataError(`${where}; fill it in or drop the line.`, "missing");
  }
  const says = "marks a missing value; fill it in, drop the line, or use another word";
  throw refusal(column, row, says, "missing");
}

/**
 * Whether a value stands for none.
 * @param {string} cell
 */
export const marksMissing = (cell) => cell.length < 8 && MISSING.has(cell.toLowerCase());

/**
 * Whether a text is meant as a number.
 * @param {string} text
 */
export const isMeant = (text) => MEANT.test(text);

/**
 * Whether a value of a column is meant as a number, so that every value has to be one.
 * @param {Pick<TextColumn, "cells">} column
 */
export const isMeantAsNumbers = ({ cells }) =>
  cells.some((cell) => (cell.includes("\n") ? cell.split("\n").some(isMeant) : isMeant(cell)));

/**
 * The columns with decimal commas made points, unless points beside them make them unclear.
 * @param {TextColumn[]} columns
 * @throws {DataError} if a mark may part thousands as well as decimals
 */
export function withPoints(columns) {
  const pointed = columns.map(withPoint);
  if (columns.every((column, j) => column === pointed[j])) return columns;
  for (const [j, column] of columns.entries()) {
    if (column === pointed[j]) checkClear(column, ".");
  }
  return pointed;
}

/**
 * The column with points for decimal commas; itself if it has none.
 * @param {TextColumn} column
 * @returns {TextColumn}
 */
function withPoint(column) {
  const { cells } = column;
  const made = cells.map((cell) => {
    const point = cell.includes(",") ? cell.replace(",", ".") : cell;
    return point !== cell && isNumber(point) ? point : cell;
  });
  if (made.every((cell, row) => cell === cells[row])) return column;
  if (cells.some((cell) => cell.includes(".") && isNumber(cell))) return column;
  checkClear(column, ",");
  return { ...column, cells: made };
}

/**
 * Asks back where a mark may part thousands as well as decimals.
 * @param {TextColumn} column
 * @param {string} mark
 */
function checkClear(column, mark) {
  const { cells } = column;
  const row = cells.findIndex((cell) => cell.includes(mark));
  if (row < 0 || !cells.every((cell) => !cell.includes(mark) || GROUPED.test(cell))) return;
  const whole = cells[row].replaceAll(mark, "");
  const decimal = `${whole.slice(0, -3)}${mark}${whole.slice(-3)}0`;
  const says = `may mean ${whole} or ${decimal}; write the one or the other`;
  throw refusal(column, row, says, "ambiguous");
}

/**
 * The values of a column of numbers.
 * @param {TextColumn} column
 * @returns {number[]}
 * @throws {DataError} for the first value that is no number or out of range
 */
export function numbers(column) {
  checkFilled(column, "nan"); // which is refused below as what it is
  return column.cells.map((cell, row) => {
    if (!isNumber(cell)) throw notNumber(column, row);
    const value = Number(cell);
    const size = Math.abs(value);
    if (size > MAX_MAGNITUDE) {
      const says = "is beyond the limit of ±1e12; use a larger unit";
      throw refusal(column, row, says, "out_of_range");
    }
    if (size < MIN_MAGNITUDE && /[1-9]/.test(cell.split(/e/i)[0])) {
      const says = "is nearer to 0 than 1e-300, where digits are lost; use a smaller unit, or 0";
      throw refusal(column, row, says, "out_of_range");
    }
    return value;
  });
}

/**
 * @param {TextColumn} column
 * @param {number} row
 */
function notNumber(column, row) {
  if (NOT_FINITE.test(column.cells[row])) {
    const says = "is not a finite number; mend it or remove the line";
    return refusal(column, row, says, "not_finite");
  }
  const says = "is not a number; write digits with a decimal point only, as in 1234.5";
  return refusal(column, row, says, "not_number");
}
