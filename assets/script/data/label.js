// The label column: which it is, and what its two values mean.
import { checkFilled, refusal } from "./column.js";
import { isPair, keyOf, keysOf, ordered } from "./pair.js";
import { DataError, shown } from "./refusal.js";

/** @typedef {import("./column.js").TextColumn} TextColumn */
/** @typedef {import("./pair.js").Key} Key */

const NAMES = ["y", "label", "class", "target", "outcome"];
/**
 * Whether a column has the name of a label.
 * @param {string} name
 */
const isLabelName = (name) => NAMES.includes(name.toLowerCase());

/**
 * The label column of a table.
 * @param {TextColumn[]} columns
 * @param {string[]} features names of the columns that are features
 * @throws {DataError} if none or several could be it
 */
export function labelOf(columns, features) {
  const free = columns.filter(({ name }) => !features.includes(name));
  const named = free.filter(({ name }) => isLabelName(name));
  if (named.length > 1) {
    throw new DataError(
      `Columns ${listing(named)} could each be the label; rename what is not the label.`,
      "two_labels",
    );
  }
  const found = named.length ? named : free.filter(({ cells }) => isPair(keysOf(cells)));
  if (found.length === 1) return found[0];
  const why = found.length ? "several have" : "none has";
  throw new DataError(
    `No column can be the label: none is named y, label, class, target or outcome, and ${why} just two label values; rename one of ${listing(columns)} to y.`,
    "no_label",
  );
}

/**
 * The names of columns, the first three of them.
 * @param {TextColumn[]} columns
 */
export function listing(columns) {
  const names = columns.slice(0, 3).map(({ name }) => shown(name));
  const more = columns.length - 3;
  return names.join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/**
 * The labels, and what 0 and 1 mean.
 * @param {TextColumn} column
 * @param {Map<string, string>} comments
 * @param {string} [chosen] the value that is y = 1, if it is chosen
 * @returns {{ y: number[], negative: string, positive: string }}
 * @throws {DataError} if there are not just two label values
 */
export function labels(column, comments, chosen) {
  checkFilled(column);
  const keys = keysOf(column.cells);
  const cached = new Map(Array.from(new Set(column.cells), (cell) => [cell, keyOf(cell)]));
  const rows = column.cells.map((cell) => /** @type {Key} */ (cached.get(cell)));
  checkPair(column, keys, rows);
  const [low, high] = ordered(keys, column.name, comments);
  const told = {
    negative: comments.get("negative") || meaning(column, rows.indexOf(low)),
    positive: comments.get("positive") || meaning(column, rows.indexOf(high)),
  };
  const one = chosen === undefined ? high : keyOf(chosen);
  if (!keys.includes(one)) throw unknownClass(column, String(chosen), rows, [low, high]);
  const y = rows.map((key) => Number(key === one));
  if (one === high) return { y, ...told };
  return { y, negative: told.positive, positive: told.negative };
}

/**
 * @param {TextColumn} column
 * @param {Key[]} keys
 * @param {Key[]} rows
 */
function checkPair(column, keys, rows) {
  const first = shown(column.cells[0]);
  if (keys.length > 2) {
    const says = "is a third label value; there must be exactly two, such as 0 and 1";
    throw refusal(column, rows.indexOf(keys[2]), says, "label");
  }
  if (keys.length === 1) {
    throw new DataError(
      `Every row has ${first} in column ${shown(column.name)}; both classes are needed, so add rows of the other.`,
      "one_class",
    );
  }
  if (isPair(keys)) return;
  const says = `makes no pair of labels with ${first}; use 0/1, -1/1, 1/2 or words`;
  throw refusal(column, rows.indexOf(keys[1]), says, "label");
}

/**
 * @param {TextColumn} column
 * @param {string} chosen
 * @param {Key[]} rows
 * @param {Key[]} keys
 */
function unknownClass({ name, cells }, chosen, rows, keys) {
  const [a, b] = keys.map((key) => shown(cells[rows.indexOf(key)]));
  return new DataError(
    `Column ${shown(name)} has no ${shown(chosen)} to be the positive class; it has ${a} and ${b}.`,
    "no_class",
  );
}

/**
 * @param {TextColumn} column
 * @param {number} row
 */
function meaning({ name, cells }, row) {
  const key = keyOf(cells[row]);
  if (typeof key === "string") return `${name} = ${cells[row]}`;
  return `${name} = ${Object.is(key, -0) ? "-0" : key}`;
}
