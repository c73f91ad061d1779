// White space as Python knows it, which is a little more and a little less than JavaScript trims.

/** White space within a line, as the inside of a character class. */
export const WHITE =
  "\\t\\v\\f\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

const ENDS = new RegExp(`^[${WHITE}\\n]|[${WHITE}\\n]$`);
const SPACE = new RegExp(`[${WHITE}\\n]`);

/**
 * Whether a character is white space; the end of a line is some too.
 * @param {string} character
 */
export const isWhite = (character) => SPACE.test(character);

/**
 * The words of a text, with white space between.
 * @param {string} text
 */
export const wordsOf = (text) => text.split(new RegExp(`[${WHITE}\\n]+`)).filter(Boolean);

/**
 * A text without white space at its ends.
 * @param {string} text
 */
export function strip(text) {
  if (!ENDS.test(text)) return text;
  let [start, end] = [0, text.length];
  while (start < end && isWhite(text[start])) start += 1;
  while (end > start && isWhite(text[end - 1])) end -= 1;
  return text.slice(start, end);
}
