// What is wrong with the shape of a table: its header, and rows that are shorter or longer.
import { isNumber } from "./number.js";
import { DataError, shown } from "./refusal.js";
import { MAX_COLUMNS } from "./rows.js";

/**
 * Refuses a header that is none, or has names that do not tell its columns apart.
 * @param {number} line
 * @param {string[]} header
 * @throws {DataError}
 */
export function checkHeader(line, header) {
  const why = headless(header);
  if (why) throw new DataError(header.length ? `Line ${line}: ${why[0]}` : why[0], why[1]);
}

/**
 * What is wrong with a header, and the code of that.
 * @param {string[]} header
 * @returns {[sentence: string, code: string] | undefined}
 */
function headless(header) {
  const name = shown(header[0] ?? "");
  if (header.length === 0)
    return ["The file is empty; it needs a header line and rows below it.", "empty"];
  if (header.length === 1)
    return [
      `the header has only one column, ${name}; separate columns with a comma, semicolon, tab or bar.`,
      "one_column",
    ];
  if (header.length > MAX_COLUMNS)
    return [
      `the header has more than ${MAX_COLUMNS} columns, which is the limit; keep fewer.`,
      "too_many_columns",
    ];
  if (header.includes(""))
    return [
      `column ${header.indexOf("") + 1} of the header has no name; give it one.`,
      "no_header",
    ];
  if (new Set(header).size === header.length) return undefined;
  const twice = shown(mostCommon(header));
  return [`the column name ${twice} occurs twice; rename one of them.`, "dup_column"];
}

/** @param {string[]} names */
function mostCommon(names) {
  const times = (/** @type {string} */ name) => names.filter((each) => each === name).length;
  return names.reduce((best, name) => (times(name) > times(best) ? name : best));
}

/**
 * What is wrong with a row that is not as long as the header.
 * @param {number} line
 * @param {string[]} row
 * @param {{ header: string[], delimiter: string }} table
 */
export function ragged(line, row, { header, delimiter }) {
  const count = row.length > MAX_COLUMNS ? `more than ${MAX_COLUMNS}` : String(row.length);
  const values = row.length > 1 ? "values" : "value";
  const cure = raggedCure(row, header.length, delimiter);
  return new DataError(
    `Line ${line} has ${count} ${values}, the header ${header.length}; ${cure}.`,
    "ragged",
  );
}

/**
 * @param {string[]} row
 * @param {number} width
 * @param {string} delimiter
 */
function raggedCure(row, width, delimiter) {
  if (row.length < width) return "fill in what is missing";
  if (row.slice(width).every((cell) => cell === "")) return "remove the delimiter at its end";
  if (delimiter === "," && row.every(isNumber))
    return "if a comma is a decimal mark, write a point or separate columns with semicolons";
  return "remove what is too much, or put text that holds the delimiter in quotes";
}
