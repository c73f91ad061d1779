// Text tables: the bytes of a CSV file to a header, rows with line numbers, and comments. This is
// the browser's twin of logreg_core.table, with the same rules, sentences and codes.
import { thousands } from "../frame/numbers.js";
import { textOf } from "./bytes.js";
import { DataError } from "./refusal.js";
import { pastBlank, rows } from "./rows.js";
import { checkHeader, ragged } from "./shape.js";
import { strip, WHITE } from "./white.js";

const MAX_ROWS = 50_000;
const MAX_COMMENTS = 100;
// On a tie the earlier wins: a semicolon file may hold decimal commas, and bars stand in names.
const DELIMITERS = [";", "\t", ",", "|"];
const COMMENT = new RegExp(`[${WHITE}]*#[#${WHITE}]*([^:\\n]*)(?::([^\\n]*))?`, "y");
const SEPARATOR = new RegExp(`sep=([;\\t,|])[${WHITE}]*(?=\\n|$)`, "iuy");

/**
 * Values as text: the header and its line number, the rows and theirs, the comments above.
 * @typedef {object} TextTable
 * @property {number} top
 * @property {string[]} header
 * @property {string[][]} rows
 * @property {number[]} lines
 * @property {string} delimiter
 * @property {Map<string, string>} comments
 */

/**
 * The table of a CSV file, in which every row is as long as the header.
 * @param {Uint8Array} bytes
 * @returns {TextTable}
 * @throws {DataError} if the file cannot be used
 */
export function readTable(bytes) {
  const text = textOf(bytes);
  const { comments, separator, at, line } = preamble(text);
  const delimiter = separator || sniffed(text, at);
  const records = rows(text, at, line, delimiter);
  const { cells: header, line: top } = records.next().value ?? { cells: [], line: 0 };
  checkHeader(top, header);
  const table = { top, header, rows: [], lines: [], delimiter, comments };
  for (const record of records) add(table, record);
  if (table.rows.length > 0) return table;
  throw new DataError("The file has a header but no rows; add rows below it.", "no_rows");
}

/**
 * @param {TextTable} table
 * @param {import("./rows.js").Row} record
 */
function add(table, { cells, line }) {
  if (cells.length !== table.header.length) throw ragged(line, cells, table);
  table.rows.push(cells);
  table.lines.push(line);
  if (table.rows.length <= MAX_ROWS) return;
  throw new DataError(
    `The file has more than ${thousands(MAX_ROWS)} rows, which is the limit; keep fewer.`,
    "too_many_rows",
  );
}

/**
 * The comments, the delimiter of a `sep=` line, where the header starts, and its line.
 * @param {string} text
 */
function preamble(text) {
  /** @type {Map<string, string>} */
  const comments = new Map();
  let separator = "";
  let [at, line] = pastBlank(text, 0, 1);
  for (let count = 1; ; count++) {
    const found = above(text, at);
    if (!found) return { comments, separator, at, line };
    separator = found.separator ?? separator;
    if (found.key !== undefined) comments.set(strip(found.key).toLowerCase(), strip(found.value));
    if (count > MAX_COMMENTS) throw manyComments(line);
    [at, line] = pastBlank(text, found.end, line);
  }
}

/**
 * A comment or a `sep=` line at a place above the header.
 * @param {string} text
 * @param {number} at
 * @returns {{ end: number, key?: string, value: string, separator?: string } | undefined}
 */
function above(text, at) {
  for (const pattern of [COMMENT, SEPARATOR]) pattern.lastIndex = at;
  const comment = COMMENT.exec(text);
  if (comment) return { end: COMMENT.lastIndex, key: comment[1], value: comment[2] ?? "" };
  const separator = SEPARATOR.exec(text);
  return separator ? { end: SEPARATOR.lastIndex, value: "", separator: separator[1] } : undefined;
}

/** @param {number} line */
const manyComments = (line) =>
  new DataError(
    `Line ${line}: more than ${MAX_COMMENTS} comments stand above the header; keep fewer.`,
    "too_many_comments",
  );

/**
 * The delimiter that cuts header and first row into equally many values, else into the most.
 * @param {string} text
 * @param {number} at
 */
function sniffed(text, at) {
  let best = { delimiter: "", isEven: false, head: -1 };
  for (const delimiter of DELIMITERS) {
    const { head, isEven } = fit(text, at, delimiter);
    const isBetter = isEven === best.isEven ? head > best.head : isEven;
    if (isBetter) best = { delimiter, isEven, head };
  }
  return best.delimiter;
}

/**
 * @param {string} text
 * @param {number} at
 * @param {string} delimiter
 */
function fit(text, at, delimiter) {
  const records = rows(text, at, 1, delimiter);
  let [head, second] = [0, 0];
  try {
    head = records.next().value?.cells.length ?? 1;
    second = records.next().value?.cells.length ?? 1;
  } catch (error) {
    if (!(error instanceof DataError)) throw error; // a quote that this delimiter does not close
  }
  return { head, isEven: head > 1 && head === second };
}
