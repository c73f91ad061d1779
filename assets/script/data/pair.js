// The two values of a label: when two are the same, which make a pair, and which of them is y = 1.
import { isMeant, marksMissing } from "./column.js";
import { isNumber } from "./number.js";

/**
 * The value by which labels are the same: 1 and 1.0, Yes and yes.
 * @typedef {number | string} Key
 */

const NUMERIC_PAIRS = ["0,1", "-1,1", "1,2"];
// Only words the alphabet may put first, as in ja/nein or true/unknown, need to be here.
const AFFIRMATIVE = ["yes", "y", "true", "t", "positive", "pos", "pass", "passed", "ja"];

/**
 * The key of a label value.
 * @param {string} cell
 * @returns {Key}
 */
export const keyOf = (cell) =>
  isNumber(cell) ? Number(cell) : cell.toLowerCase().normalize("NFC");

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
