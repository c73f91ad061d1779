// Syntax trees of modules, as the TypeScript compiler reads them.
import ts from "typescript";

/**
 * The tree of a module. It is read as TypeScript, since the compiler takes `name.property = 1` for
 * a declaration of the name in JavaScript.
 * @param {string} path
 * @param {string} source
 */
export function parse(path, source) {
  return ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

/**
 * All nodes below a node, without those below a node that is not to be entered.
 * @param {ts.Node} node
 * @param {(node: ts.Node) => boolean} enters
 * @returns {Generator<ts.Node>}
 */
export function* below(node, enters = () => true) {
  /** @type {ts.Node[]} */
  const children = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) {
    yield child;
    if (enters(child)) yield* below(child, enters);
  }
}

/**
 * Number of the line on which a node starts, its comments left out.
 * @param {ts.Node} node
 */
export const line = (node) => lineAt(node, node.getStart());

/**
 * @param {ts.Node} node
 * @param {number} position
 */
function lineAt(node, position) {
  return node.getSourceFile().getLineAndCharacterOfPosition(position).line + 1;
}

/**
 * Lines from the first of a node to its last.
 * @param {ts.Node} node
 */
export const lines = (node) => lineAt(node, node.getEnd()) - line(node) + 1;
