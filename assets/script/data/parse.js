// Files that people bring: the columns of a CSV table to own data, or one sentence why not. The
// rules stand in logreg_core.parse, whose twin this is: the same files give the same rows, and the
// same sentences and codes.
import { isMeant, isMeantAsNumbers, marksMissing, numbers, withPoints } from "./column.js";
import { entries, openingOf, showsOf } from "./comments.js";
import { labelOf, labels, listing } from "./label.js";
import { DataError, shown } from "./refusal.js";
import { readTable } from "./table.js";
import { strip } from "./white.js";

/** @typedef {import("./column.js").TextColumn} TextColumn */
/** @typedef {import("./table.js").TextTable} TextTable */

/**
 * What a reader chooses of a file: its label column, the columns that are features, and the label
 * value that is y = 1. Whatever is not chosen follows from the file. The name is its title if it
 * has none.
 * @typedef {object} Mapping
 * @property {string} [label]
 * @property {string[]} [features]
 * @property {string} [positive]
 * @property {string} [name]
 */

/**
 * The data of a CSV file.
 * @param {Uint8Array} bytes
 * @param {Mapping} [mapping]
 * @returns {Own}
 * @throws {DataError} if the file cannot be used, in one sentence that says how to mend it
 */
export function parseCsv(bytes, mapping = {}) {
  return ownOf(readTable(bytes), mapping);
}

/**
 * The data of a table.
 * @param {TextTable} table
 * @param {Mapping} mapping
 * @returns {Own}
 * @throws {DataError}
 */
function ownOf(table, mapping) {
  const { comments } = table;
  const columns = columnsOf(table);
  const target = targetOf(columns, mapping);
  const told = labels(target, comments, mapping.positive);
  const { numeric, chosen } = featuresOf(columns, target, mapping);
  const x = chosen.map(numbers);
  const picked = chosen.map((column) => numeric.findIndex(({ name }) => name === column.name));
  const named = entries(comments.get("feature") ?? "", numeric.length, picked);
  const units = entries(comments.get("unit") ?? "", numeric.length, picked);
  const opening = openingOf(comments, numeric.length);
  return {
    title: comments.get("title") || (mapping.name ?? "data"),
    source: comments.get("source") ?? "",
    features: chosen.map(({ name }, j) => named[j] || name),
    units,
    ...told,
    // Weights fitted beside other features mean nothing for some of them alone.
    opening: chosen.length === numeric.length && picked.every((j, i) => j === i) ? opening : [],
    named: (comments.get("named") ?? "")
      .split(";")
      .map(strip)
      .filter(Boolean)
      .slice(0, x[0].length),
    shows: showsOf(comments, x.length),
    x,
  };
}

/**
 * The columns of a table, whose header is one.
 * @param {TextTable} table
 * @returns {TextColumn[]}
 */
export function columnsOf({ top, header, rows, lines, delimiter }) {
  // Without this the first row of a file without a header would be taken for one, and be lost.
  const value = header.find((name) => isMeant(name) || marksMissing(name));
  if (value !== undefined) {
    throw new DataError(
      `Line ${top}: ${shown(value)} is a value, not the name of a column; add a header line that names the columns above it.`,
      "no_header",
    );
  }
  const columns = header.map((name, j) => ({ name, cells: rows.map((row) => row[j]), lines }));
  return delimiter === ";" ? withPoints(columns) : columns;
}

/**
 * @param {TextColumn[]} columns
 * @param {Mapping} mapping
 */
function targetOf(columns, { label, features = [] }) {
  return label === undefined ? labelOf(columns, features) : named(columns, label);
}

/**
 * @param {TextColumn[]} columns
 * @param {string} name
 */
function named(columns, name) {
  const found = columns.find((column) => column.name === name);
  if (found) return found;
  throw new DataError(
    `There is no column ${shown(name)} to choose; there are ${listing(columns)}.`,
    "no_column",
  );
}

/**
 * The columns that could be features, and those that are.
 * @param {TextColumn[]} columns
 * @param {TextColumn} target
 * @param {Mapping} mapping
 */
function featuresOf(columns, target, { features }) {
  const others = columns.filter((column) => column !== target);
  const meant = others.filter(isMeantAsNumbers);
  // Without a numeric column the first is taken, so that its refusal says what is wrong.
  const numeric = meant.length ? meant : others.slice(0, 1);
  const chosen = features?.length ? features.map((name) => named(others, name)) : numeric;
  const twice = features?.find((name, j) => features.indexOf(name) < j);
  if (twice !== undefined) {
    throw new DataError(
      `The feature ${shown(twice)} is chosen twice; choose it once.`,
      "dup_feature",
    );
  }
  return { numeric, chosen };
}
