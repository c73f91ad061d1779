// How long a function may be, and how wide a comment.
import { below, isFunction, line, lines, parse } from "./syntax.js";

const LONGEST = 40; // lines; functions inside a function count as lines of it
const WIDEST = 100; // columns; the formatter breaks code there and leaves comments as they are

/**
 * Functions of a module that are too long, in sentences.
 * @param {string} path
 * @param {string} source
 */
export function tooLong(path, source) {
  return [...below(parse(path, source))]
    .filter((node) => isFunction(node) && lines(node) > LONGEST)
    .map((node) => `The function on line ${line(node)} has ${lines(node)} lines.`);
}

/**
 * Lines of comments that are too wide, in sentences.
 * @param {string} source
 */
export function tooWide(source) {
  return source
    .split("\n")
    .map((text, i) => ({ text, at: i + 1 }))
    .filter(({ text }) => /^\s*(\/\/|\/?\*)/.test(text) && [...text].length > WIDEST)
    .map(({ text, at }) => `The comment on line ${at} has ${[...text].length} columns.`);
}
