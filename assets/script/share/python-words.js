// Numbers, texts and lists as a Python program writes them.
const WIDTH = 88; // characters of a line of the program
const INDENT = "    ";
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]/gu; // would end a line, or show it in another order

/**
 * A number with all of its digits.
 * @param {number} value
 */
export const numeral = (value) => (Object.is(value, -0) ? "-0.0" : String(value));

/**
 * A text as a literal, whatever stands in it.
 * @param {string} text
 */
export const literal = (text) =>
  JSON.stringify(text).replace(INVISIBLE, (each) =>
    Array.from({ length: each.length }, (_, i) => escaped(each.charCodeAt(i))).join(""),
  );

/** @param {number} code */
const escaped = (code) => `\\u${code.toString(16).padStart(4, "0")}`;

/**
 * Words from outside as part of a comment, which ends with its line.
 * @param {string} text
 */
export const remark = (text) => text.replace(INVISIBLE, " ").trim();

/**
 * A comment that breaks its lines.
 * @param {string} text
 * @returns {string[]}
 */
export const comment = (text) => broken(text.split(" "), " ", WIDTH - 2).map((row) => `# ${row}`);

/**
 * The lines of a list that stands in brackets: one line if it is short enough.
 * @param {string} before what stands before the list, its bracket included
 * @param {string[]} items
 * @param {string} after what stands after it, from its bracket on
 * @returns {string[]}
 */
export function listed(before, items, after) {
  const whole = `${before}${items.join(", ")}${after}`;
  if (whole.length <= WIDTH) return [whole];
  const rows = broken(items, ", ", WIDTH - INDENT.length - 1);
  return [before, ...rows.map((row) => `${INDENT}${row},`), after];
}

/**
 * Items in rows that are no longer than a width.
 * @param {string[]} items
 * @param {string} between
 * @param {number} width
 */
function broken(items, between, width) {
  /** @type {string[]} */
  const rows = [];
  for (const item of items) {
    const last = rows.length - 1;
    const longer = `${rows[last]}${between}${item}`;
    if (rows.length && longer.length <= width) rows[last] = longer;
    else rows.push(item);
  }
  return rows;
}
