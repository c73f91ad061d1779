// How long a function may be.
import ts from "typescript";
import { below, line, lines, parse } from "./syntax.js";

const LONGEST = 40; // lines; functions inside a function count as lines of it

/**
 * Functions of a module that are too long, in sentences.
 * @param {string} path
 * @param {string} source
 */
export function tooLong(path, source) {
  return [...below(parse(path, source))]
    .filter((node) => ts.isFunctionLike(node) && lines(node) > LONGEST)
    .map((node) => `The function on line ${line(node)} has ${lines(node)} lines.`);
}
