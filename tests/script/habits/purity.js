// Modules that know no page run anywhere: in a test, in a worker, for a teacher's script.
import { runInNewContext } from "node:vm";
import { part } from "./layers.js";
import { children, line, parse } from "./syntax.js";

/** @import { AnyNode, Identifier } from "acorn" */

/**
 * Parts that know no page, with the names that each may use beyond those of the language.
 * @type {Record<string, string[]>}
 */
const PURE = {
  frame: [],
  words: [],
  scene: ["URLSearchParams"],
  "resting.js": ["setTimeout", "clearTimeout"],
  "store.js": [],
};

// All that the language defines, and nothing that only a browser or Node does. Through globalThis a
// module would reach the rest, and console is no part of the language.
const LANGUAGE = new Set([
  ...runInNewContext("Object.getOwnPropertyNames(globalThis)"),
  "arguments",
]);
LANGUAGE.delete("globalThis");
LANGUAGE.delete("console");

// Keys under which declarations and patterns have the names that they give values to.
const IN_DECLARATIONS = ["specifiers", "local", "declaration", "declarations", "id"];
const IN_PATTERNS = ["properties", "value", "elements", "left", "argument"];

/**
 * Names that a module must not use since it knows no page, in sentences.
 * @param {string} path
 * @param {string} source
 */
export function impure(path, source) {
  const more = PURE[part(path)];
  if (!more) return [];
  return free(parse(path, source))
    .filter(({ name }) => !LANGUAGE.has(name) && !more.includes(name))
    .map((node) => `${part(path)} must not use ${node.name}, as on line ${line(node)}.`);
}

/**
 * Identifiers in a node that stand for values and that nothing in the node declares. `var` counts
 * as `let`.
 * @param {AnyNode} node
 * @returns {Identifier[]}
 */
function free(node) {
  if (node.type === "Identifier") return [node];
  const names = declared(node);
  const keys = Object.keys(node).filter((key) => !isMereName(node, key));
  return children(node, keys)
    .flatMap(free)
    .filter(({ name }) => !names.includes(name));
}

/**
 * Whether what a node has under a key is a name of a property, an import or a label, and no value.
 * @param {AnyNode} node
 * @param {string} key
 */
function isMereName(node, key) {
  if (key === "key" || key === "property") return !("computed" in node && node.computed);
  return ["imported", "exported", "label", "meta"].includes(key);
}

/**
 * Names that all of a node knows: those of the declarations right below it, its parameters, and its
 * own.
 * @param {AnyNode} node
 */
function declared(node) {
  const declarations = children(node).filter(({ type }) => type.endsWith("Declaration"));
  return [...declarations, ...children(node, ["id", "param", "params"])].flatMap(named);
}

/**
 * Names that a declaration or a pattern gives values to.
 * @param {AnyNode} node
 * @returns {string[]}
 */
function named(node) {
  if (node.type === "Identifier") return [node.name];
  return children(node, [...IN_DECLARATIONS, ...IN_PATTERNS]).flatMap(named);
}
