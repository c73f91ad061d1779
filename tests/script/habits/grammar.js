// The part of the language in which modules are tied together. The page joins them into one classic
// script, and its joiner reads no other imports and exports than these.
import { below, isFunction, line, parse } from "./syntax.js";

/** @import { AnyNode, ExportNamedDeclaration, ImportDeclaration } from "acorn" */

/**
 * What the joiner could not read in a module, in sentences.
 * @param {string} path
 * @param {string} source
 */
export function unreadable(path, source) {
  const file = parse(path, source);
  return [
    ...file.body.map(problemOfStatement),
    ...[...below(file)].map(problemAnywhere),
    ...[...below(file, (node) => !isFunction(node))].map(problemOutsideFunctions),
  ].filter((problem) => problem !== undefined);
}

/** @param {AnyNode} statement */
function problemOfStatement(statement) {
  if (statement.type === "ImportDeclaration" && !isNamedImport(statement)) {
    return `The import on line ${line(statement)} is not like import { a, b as c } from "./x.js".`;
  }
  if (statement.type.startsWith("Export") && !isNamedExport(statement)) {
    return `The export on line ${line(statement)} is no named function, class or const.`;
  }
  return undefined;
}

/** @param {AnyNode} node */
function problemAnywhere(node) {
  if (node.type === "TemplateElement" && node.value.raw.includes("\n")) {
    return `The text on line ${line(node)} goes over several lines, whose ends the joiner leaves out.`;
  }
  if (node.type === "ImportExpression") {
    return `The import on line ${line(node)} waits until it is called.`;
  }
  return node.type === "MetaProperty" && node.meta.name === "import"
    ? `A classic script has no import.meta, as on line ${line(node)}.`
    : undefined;
}

/** @param {AnyNode} node */
function problemOutsideFunctions(node) {
  return node.type === "AwaitExpression" || (node.type === "ForOfStatement" && node.await)
    ? `The await on line ${line(node)} stands outside a function.`
    : undefined;
}

/** @param {ImportDeclaration} statement */
function isNamedImport({ specifiers, source, attributes }) {
  const isNamed = specifiers.length && specifiers.every(({ type }) => type === "ImportSpecifier");
  return isNamed && !attributes.length && /^\.{1,2}\/.+\.js$/.test(String(source.value));
}

/** @param {AnyNode} statement */
function isNamedExport(statement) {
  const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : undefined;
  if (declared?.type === "FunctionDeclaration") return !declared.generator;
  if (declared?.type !== "VariableDeclaration") return declared?.type === "ClassDeclaration";
  const { kind, declarations } = declared;
  return kind === "const" && declarations.length === 1 && declarations[0].id.type === "Identifier";
}
