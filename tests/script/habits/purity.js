// Modules that know no page run anywhere: in a test, in a worker, for a teacher's script.
import { runInNewContext } from "node:vm";
import ts from "typescript";
import { part } from "./layers.js";
import { below, line, parse } from "./syntax.js";

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

/**
 * Names that a module must not use since it knows no page, in sentences.
 * @param {string} path
 * @param {string} source
 */
export function impure(path, source) {
  const more = PURE[part(path)];
  if (!more) return [];
  return free(path, source)
    .filter(({ text }) => !LANGUAGE.has(text) && !more.includes(text))
    .map((name) => `${part(path)} must not use ${name.text}, as on line ${line(name)}.`);
}

/**
 * Identifiers of a module that neither it nor an import of it declares.
 * @param {string} path
 * @param {string} source
 */
function free(path, source) {
  const options = { allowJs: true, noLib: true, noResolve: true };
  const file = parse(path, source);
  const host = ts.createCompilerHost(options);
  host.getSourceFile = (name) => (name === path ? file : undefined);
  const checker = ts.createProgram([path], options, host).getTypeChecker();
  return [...below(file)]
    .filter((node) => ts.isIdentifier(node))
    .filter((node) => isReference(node) && !isDeclared(checker, node));
}

/**
 * @param {ts.TypeChecker} checker
 * @param {ts.Identifier} name
 */
function isDeclared(checker, name) {
  const symbol = ts.isShorthandPropertyAssignment(name.parent)
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : checker.getSymbolAtLocation(name);
  return Boolean(symbol?.declarations?.length); // globalThis has a symbol that nothing declares
}

/**
 * Whether an identifier stands for a value, and is no name of a property, an import or a label.
 * @param {ts.Identifier} name
 */
function isReference(name) {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === name;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === name;
  if (ts.isBindingElement(parent)) return parent.propertyName !== name;
  return ![ts.isImportSpecifier, ts.isLabeledStatement, ts.isBreakOrContinueStatement].some((is) =>
    is(parent),
  );
}
