// The part of the language in which modules are tied together. The page joins them into one classic
// script, and its joiner reads no other imports and exports than these.
import ts from "typescript";
import { below, line, parse } from "./syntax.js";

/**
 * What the joiner could not read in a module, in sentences.
 * @param {string} path
 * @param {string} source
 */
export function unreadable(path, source) {
  const file = parse(path, source);
  return [
    ...file.statements.map(problemOfStatement),
    ...[...below(file)].map(problemAnywhere),
    ...[...below(file, (node) => !ts.isFunctionLike(node))].map(problemOutsideFunctions),
  ].filter((problem) => problem !== undefined);
}

/** @param {ts.Statement} statement */
function problemOfStatement(statement) {
  if (ts.isImportDeclaration(statement) && !isNamedImport(statement)) {
    return `The import on line ${line(statement)} is not like import { a, b as c } from "./x.js".`;
  }
  if (isExport(statement) && !isNamedExport(statement)) {
    return `The export on line ${line(statement)} is no named function, class or const.`;
  }
  return undefined;
}

/** @param {ts.Node} node */
function problemAnywhere(node) {
  if (isTextPart(node) && node.getText().includes("\n")) {
    return `The text on line ${line(node)} goes over several lines, whose ends the joiner leaves out.`;
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return `The import on line ${line(node)} waits until it is called.`;
  }
  return ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword
    ? `A classic script has no import.meta, as on line ${line(node)}.`
    : undefined;
}

/**
 * @param {ts.Node} node
 * @returns {node is ts.TemplateLiteralLikeNode}
 */
const isTextPart = (node) =>
  ts.isNoSubstitutionTemplateLiteral(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node);

/** @param {ts.Node} node */
function problemOutsideFunctions(node) {
  return ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier)
    ? `The await on line ${line(node)} stands outside a function.`
    : undefined;
}

/** @param {ts.ImportDeclaration} statement */
function isNamedImport({ importClause, moduleSpecifier, attributes }) {
  const names = importClause?.name ? undefined : importClause?.namedBindings;
  const path = /** @type {ts.StringLiteral} */ (moduleSpecifier).text;
  return names && ts.isNamedImports(names) && !attributes && /^\.{1,2}\/.+\.js$/.test(path);
}

/** @param {ts.Statement} statement */
function isExport(statement) {
  return (
    ts.isExportDeclaration(statement) ||
    ts.isExportAssignment(statement) ||
    has(statement, ts.SyntaxKind.ExportKeyword)
  );
}

/** @param {ts.Statement} statement */
function isNamedExport(statement) {
  if (has(statement, ts.SyntaxKind.DefaultKeyword)) return false;
  if (ts.isVariableStatement(statement)) return isOneConstant(statement.declarationList);
  return (
    ts.isClassDeclaration(statement) ||
    (ts.isFunctionDeclaration(statement) && !statement.asteriskToken)
  );
}

/** @param {ts.VariableDeclarationList} list */
function isOneConstant({ declarations, flags }) {
  return (
    flags & ts.NodeFlags.Const && declarations.length === 1 && ts.isIdentifier(declarations[0].name)
  );
}

/**
 * @param {ts.Statement} statement
 * @param {ts.SyntaxKind} kind
 */
function has(statement, kind) {
  return (
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some((modifier) => modifier.kind === kind)
  );
}
