// Syntax trees of modules, as acorn reads them.
import * as acorn from "acorn";

/** @import { AnyNode, SourceLocation } from "acorn" */

/**
 * The tree of a module.
 * @param {string} path
 * @param {string} source
 */
export function parse(path, source) {
  return acorn.parse(source, {
    ecmaVersion: "latest",
    sourceType: "module",
    locations: true,
    sourceFile: path,
  });
}

/**
 * The nodes right below a node.
 * @param {AnyNode} node
 * @param {string[]} keys under which the node has them
 * @returns {AnyNode[]}
 */
export function children(node, keys = Object.keys(node)) {
  const values = keys.flatMap((key) => Reflect.get(node, key));
  return values.filter((value) => typeof value?.type === "string");
}

/**
 * All nodes below a node, without those below a node that is not to be entered.
 * @param {AnyNode} node
 * @param {(node: AnyNode) => boolean} enters
 * @returns {Generator<AnyNode>}
 */
export function* below(node, enters = () => true) {
  for (const child of children(node)) {
    yield child;
    if (enters(child)) yield* below(child, enters);
  }
}

/** @param {AnyNode} node */
export const isFunction = ({ type }) => type.includes("Function");

/**
 * Number of the line on which a node starts, its comments left out.
 * @param {AnyNode} node
 */
export const line = (node) => place(node).start.line;

/**
 * Lines from the first of a node to its last.
 * @param {AnyNode} node
 */
export const lines = (node) => place(node).end.line - line(node) + 1;

/** @param {AnyNode} node */
const place = (node) => /** @type {SourceLocation} */ (node.loc);
