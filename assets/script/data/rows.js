// Text to rows of values. The rules are those of logreg_core.table. A ready reader such as Papa
// Parse does not follow them: it does not tell the line that a row begins on, with which a refusal
// starts, it passes over rows of empty values as if they were blank lines, and it takes a quote
// after a blank for text, so that a comma cuts the value. What would be left of it is the cutting,
// which is short.
import { DataError } from "./refusal.js";
import { isWhite, strip } from "./white.js";

/** Columns of the widest table that is read. */
export const MAX_COLUMNS = 100;

/**
 * A row: its values, and the number of the line that it begins on.
 * @typedef {{ cells: string[], line: number }} Row
 */

/**
 * Where the next line that is not blank starts, and its number.
 * @param {string} text
 * @param {number} at
 * @param {number} line
 * @returns {[at: number, line: number]}
 */
export function pastBlank(text, at, line) {
  let end = at;
  let next = line;
  for (let i = at; ; i++) {
    if (i >= text.length) return [text.length, next];
    if (!isBlank(text, i)) return [end, next];
    if (text[i] === "\n") [end, next] = [i + 1, next + 1];
  }
}

/**
 * Whether there is white space at a place; most places are letters and digits.
 * @param {string} text
 * @param {number} at
 */
function isBlank(text, at) {
  const code = text.charCodeAt(at);
  return (code <= 32 || code >= 127) && isWhite(text[at]);
}

/**
 * The rows of a text that are not blank.
 * @param {string} text
 * @param {number} start
 * @param {number} first number of the line there
 * @param {string} delimiter
 * @returns {Generator<Row, void>}
 */
export const rows = function* (text, start, first, delimiter) {
  let [at, line] = pastBlank(text, start, first);
  while (at < text.length) {
    const { cells, end } = row(text, at, line, delimiter);
    yield { cells, line };
    [at, line] = pastBlank(text, end + 1, line + 1 + newlines(text, at, end));
  }
};

/**
 * How many lines end between two places.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 */
function newlines(text, from, to) {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1))
    count += 1;
  return count;
}

/**
 * The values of the row that starts here, and where it ends.
 * @param {string} text
 * @param {number} start
 * @param {number} line
 * @param {string} delimiter
 */
function row(text, start, line, delimiter) {
  const newline = text.indexOf("\n", start);
  const end = newline < 0 ? text.length : newline;
  const raw = text.slice(start, end);
  const cells = split(raw, delimiter).map(strip);
  if (!raw.includes('"')) return { cells, end };
  const isWhole = cells.slice(0, MAX_COLUMNS).every((cell) => cell[0] !== '"' || inQuotes(cell));
  if (!isWhole) return quotedRow(text, start, line, delimiter);
  return { cells: cells.map((cell) => (cell[0] === '"' ? unquoted(cell) : cell)), end };
}

/**
 * One value too many is enough to be refused; it holds all that is left of the row.
 * @param {string} raw
 * @param {string} delimiter
 */
function split(raw, delimiter) {
  const cells = raw.split(delimiter);
  if (cells.length <= MAX_COLUMNS) return cells;
  return [...cells.slice(0, MAX_COLUMNS), cells.slice(MAX_COLUMNS).join(delimiter)];
}

/**
 * Whether a value is one in quotes that no delimiter has cut.
 * @param {string} cell that begins with a quote
 */
const inQuotes = (cell) =>
  cell.length > 1 && cell.endsWith('"') && !cell.slice(1, -1).replaceAll('""', "").includes('"');

/** @param {string} cell */
const unquoted = (cell) => strip(cell.slice(1, -1).replaceAll('""', '"'));

/**
 * The values of a row in which quotes may hold delimiters and line ends, and where the row ends.
 * @param {string} text
 * @param {number} start
 * @param {number} line
 * @param {string} delimiter
 */
function quotedRow(text, start, line, delimiter) {
  /** @type {string[]} */
  const cells = [];
  for (let at = start; ; at += 1) {
    const value = valueAt(text, at, delimiter);
    if (value.isOpen) {
      const opened = line + newlines(text, start, at);
      throw new DataError(
        `Line ${opened} opens a quote in value ${cells.length + 1} that is not closed before the next value; close or remove it.`,
        "quote",
      );
    }
    cells.push(strip(value.text));
    at = value.end;
    if (text[at] !== delimiter || cells.length > MAX_COLUMNS) return { cells, end: at };
  }
}

/**
 * The value that starts here, where it ends, and whether it is one in quotes that does not end
 * well.
 * @param {string} text
 * @param {number} start
 * @param {string} delimiter
 */
function valueAt(text, start, delimiter) {
  const first = pastSpace(text, start, delimiter);
  if (text[first] !== '"') {
    const end = nextOf(text, start, delimiter);
    return { text: text.slice(start, end), end, isOpen: false };
  }
  let quote = text.indexOf('"', first + 1);
  while (quote >= 0 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  if (quote < 0) return { text: "", end: text.length, isOpen: true };
  const end = pastSpace(text, quote + 1, delimiter);
  const isOpen = end < text.length && text[end] !== "\n" && text[end] !== delimiter;
  return { text: text.slice(first + 1, quote).replaceAll('""', '"'), end, isOpen };
}

/**
 * @param {string} text
 * @param {number} at
 * @param {string} delimiter
 */
function pastSpace(text, at, delimiter) {
  let end = at;
  while (end < text.length && text[end] !== "\n" && text[end] !== delimiter && isWhite(text[end]))
    end += 1;
  return end;
}

/**
 * Where the next delimiter or line end stands.
 * @param {string} text
 * @param {number} at
 * @param {string} delimiter
 */
function nextOf(text, at, delimiter) {
  let end = at;
  while (end < text.length && text[end] !== "\n" && text[end] !== delimiter) end += 1;
  return end;
}
