// The rows of the page in a Python program: written into it, or read from a file beside it.
import { derive } from "../scene/form.js";
import { cell, safe } from "../words/csv.js";
import { comment, listed, literal, numeral, remark } from "./python-words.js";

const INSIDE = 300; // numbers at most that a program has in it; more would hide what it does
const FIRST = 10; // rows of a file whose probabilities are printed

/** @typedef {import("./share.js").Shown} Shown */

/**
 * The features as they were measured, with moved samples, one array for each.
 * @param {Shown} now
 */
const features = ({ block, scene: { moved } }) =>
  derive(block, { moved, standardise: false, interaction: false }).x;

/**
 * Whether the rows are too many to stand in the program.
 * @param {Shown} now
 */
export const isLarge = ({ block }) => block.x.length * block.y.length > INSIDE;

/**
 * The name of the file with the rows.
 * @param {Shown} now
 */
export const fileName = ({ block }) => `${block.name}.csv`;

/**
 * The rows as CSV, the label y last.
 * @param {Shown} now
 */
export function fileText(now) {
  const { block } = now;
  const x = features(now);
  const rows = block.y.map((y, i) => [...x.map((column) => numeral(column[i])), y].join());
  return [[...block.features.map((name) => cell(safe(name))), "y"].join(), ...rows, ""].join("\n");
}

/**
 * The end of an expression that takes those values of a column which are printed.
 * @param {Shown} now
 */
export const printed = (now) => (isLarge(now) ? `[:${FIRST}]` : "");

/**
 * The lines that say what the data are.
 * @param {Shown} now
 * @returns {string[]}
 */
export function about({ block }) {
  const words = block.features.map((name, j) => `x${j + 1} is ${name}${unit(block.units[j])}`);
  return [
    ...comment(remark(block.title)),
    ...comment(remark(`y = 1 is ${block.positive}, y = 0 is ${block.negative}.`)),
    ...comment(remark(`${words.join("; ")}.`)),
  ];
}

/** @param {string} text */
const unit = (text) => (text ? ` in ${text}` : "");

/**
 * The lines that make X, one row for each sample, and y.
 * @param {Shown} now
 * @returns {string[]}
 */
export const rows = (now) => (isLarge(now) ? read(now) : inside(now));

/** @param {Shown} now */
function inside(now) {
  const x = features(now);
  const each = now.block.y.map((_, i) => `[${x.map((column) => numeral(column[i])).join(", ")}]`);
  return [
    ...listed("X = np.array([", each, "], dtype=float)"),
    ...listed("y = np.array([", now.block.y.map(String), "])"),
  ];
}

/** @param {Shown} now */
function read(now) {
  return [
    ...comment(`The page offers ${fileName(now)} for download beside this program.`),
    `with open(${literal(fileName(now))}, encoding="utf-8", newline="") as file:`,
    "    header, *table = csv.reader(file)",
    "X = np.array([row[:-1] for row in table], dtype=float)",
    "y = np.array([row[-1] for row in table], dtype=int)",
  ];
}

/**
 * The line that adds the product of both features, if the page has it.
 * @param {Shown} now
 * @returns {string[]}
 */
export const product = ({ scene }) =>
  scene.interaction
    ? ["X = np.column_stack([X, X[:, 0] * X[:, 1]])  # x1 x2 as a third feature"]
    : [];
