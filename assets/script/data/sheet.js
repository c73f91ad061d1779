// What a file offers before anything of it is chosen: its columns, and which of them could be what.
import { isMeantAsNumbers, numbers } from "./column.js";
import { labelOf } from "./label.js";
import { isPair, keysOf, ordered } from "./pair.js";
import { columnsOf } from "./parse.js";
import { DataError } from "./refusal.js";
import { readTable } from "./table.js";

/**
 * What stands in a file.
 * @param {Uint8Array} bytes
 * @returns {Sheet}
 * @throws {DataError} if no mapping could make the file usable
 */
export function sheet(bytes) {
  const table = readTable(bytes);
  const columns = columnsOf(table);
  return {
    title: table.comments.get("title") ?? "",
    columns: columns.map((column) => describe(column, table.comments)),
    label: usualLabel(columns),
  };
}

/**
 * @param {import("./column.js").TextColumn} column
 * @param {Map<string, string>} comments
 * @returns {SheetColumn}
 */
function describe(column, comments) {
  const { name, cells } = column;
  const keys = keysOf(cells);
  const isNumeric = isMeantAsNumbers(column);
  const sorted = isPair(keys) ? ordered(keys, name, comments) : [];
  return {
    name,
    isNumeric,
    problem: isNumeric ? problemOf(column) : "",
    classes: sorted.map((key) => cells.find((cell) => keysOf([cell])[0] === key) ?? ""),
  };
}

/**
 * Why a column cannot be a feature; empty if it can.
 * @param {import("./column.js").TextColumn} column
 */
function problemOf(column) {
  try {
    numbers(column);
    return "";
  } catch (error) {
    if (error instanceof DataError) return error.message;
    throw error;
  }
}

/** @param {import("./column.js").TextColumn[]} columns */
function usualLabel(columns) {
  try {
    return labelOf(columns, []).name;
  } catch (error) {
    if (error instanceof DataError) return "";
    throw error;
  }
}
