// The label column: which it is, what its two values mean, and which of them is y = 1.
import { checkFilled, isMeant, marksMissing, refusal } from "./column.js";
import { DataError, shown } from "./refusal.js";
import { isNumber } from "./table.js";

/** @typedef {import("./column.js").TextColumn} TextColumn */

/**
 * The value by which labels are the same: 1 and 1.0, Yes and yes.
 * @typedef {number | string} Key
 */

const NAMES = ["y", "label", "class", "target", "outcome"];
const NUMERIC_PAIRS = ["0,1", "-1,1", "1,2"];
// Only words the alphabet may put first, as in ja/nein or true/unknown, need to be here.
const AFFIRMATIVE = ["yes", "y", "true", "t", "positive", "pos", "pass", "passed", "ja"];

/**
 * Whether a column has the name of a label.
 * @param {string} name
 */
export const isLabelName = (name) => NAMES.includes(name.toLowerCase());

/**
 * @param {string} cell
 * @returns {Key}
 */
const keyOf = (cell) => (isNumber(cell) ? Number(cell) : cell.toLowerCase().normalize("NFC"));

/**
 * The first three different label values; a third is enough to tell that there is no pair.
 * @param {string[]} cells
 */
export function keysOf(cells) {
  /** @type {Set<Key>} */
  const keys = new Set();
  const seen = new Set();
  for (const cell of cells) {
    if (seen.has(cell)) continue;
    seen.add(cell);
    if (!marksMissing(cell)) keys.add(keyOf(cell));
    if (keys.size > 2) break;
  }
  return [...keys];
}

/**
 * Whether label values are 0/1, -1/1, 1/2 or two words.
 * @param {Key[]} keys
 */
export function isPair(keys) {
  const values = keys.filter((key) => typeof key === "number").sort((a, b) => a - b);
  const words = keys.filter((key) => typeof key === "string");
  if (values.length > 0) return words.length === 0 && NUMERIC_PAIRS.includes(values.join());
  return words.length === 2 && !words.some(isMeant);
}

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
 * Both label values, the positive one last.
 * @param {Key[]} keys
 * @param {string} name
 * @param {Map<string, string>} comments
 */
export function ordered(keys, name, comments) {
  const [low, high] = [...keys].sort(byMeaning);
  const [negative, positive] = ["negative", "positive"].map((comment) => {
    const text = comments.get(comment) ?? "";
    return keyOf(text.startsWith(`${name} = `) ? text.slice(name.length + 3) : text);
  });
  // A file that says `# positive: default` of paid/default must not get paid under that name.
  if (positive === low || (negative === high && positive !== high)) return [high, low];
  return [low, high];
}

/**
 * @param {Key} a
 * @param {Key} b
 */
function byMeaning(a, b) {
  const [first, second] = [a, b].map((key) => Number(AFFIRMATIVE.includes(String(key))));
  if (first !== second) return first - second;
  if (typeof a === "number" && typeof b === "number") return a - b;
  return byCodePoint(String(a), String(b));
}

/**
 * The order of texts in which Python sorts them.
 * @param {string} a
 * @param {string} b
 */
function byCodePoint(a, b) {
  const [left, right] = [Array.from(a), Array.from(b)];
  const at = left.findIndex((character, i) => character !== right[i]);
  if (at < 0) return left.length - right.length;
  if (at >= right.length) return 1;
  return Number(left[at].codePointAt(0)) - Number(right[at].codePointAt(0));
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
