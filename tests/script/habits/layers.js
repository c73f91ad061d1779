// Who may import whom in the browser half.
import { posix } from "node:path";
import { parse } from "./syntax.js";

const PLAIN = ["frame", "scene", "words"]; // runs where there is no page
const PARTS = [...PLAIN, "dom"]; // what the parts of a page are made of

/**
 * What each part of assets/script may import besides itself; a part is a folder or a file.
 * @type {Record<string, string[]>}
 */
export const LAYERS = {
  frame: [],
  words: ["frame"],
  scene: ["frame", "words"],
  dom: [],
  plots: PARTS,
  controls: PARTS,
  panels: PARTS,
  lesson: PARTS,
  share: PARTS,
  data: PARTS,
  "resting.js": PLAIN,
  "store.js": [...PLAIN, "resting.js"],
  "connection.js": [],
  "plain.js": [],
  "unpacked.js": [],
  "session.js": ["connection.js", "plain.js", "unpacked.js"],
  "asking.js": ["scene", "session.js"],
  "page.js": [...PARTS, "plots", "controls", "panels", "lesson", "share", "store.js", "asking.js"],
  "lesson.js": ["page.js"],
  "lab.js": ["page.js", "controls", "data", "dom", "plots", "share", "words"],
};

/** @param {string} path */
export const part = (path) => path.split("/")[0];

/**
 * Paths of the modules that a module imports.
 * @param {string} path
 * @param {string} source
 */
export function imports(path, source) {
  return parse(path, source)
    .body.filter((statement) => statement.type === "ImportDeclaration")
    .map((statement) => posix.join(posix.dirname(path), String(statement.source.value)));
}

/**
 * Imports of a module that its part must not have, in sentences.
 * @param {string} path
 * @param {string} source
 */
export function forbidden(path, source) {
  const allowed = LAYERS[part(path)];
  if (!allowed) return [`${part(path)} is not in the table of tests/script/habits/layers.js.`];
  return imports(path, source)
    .filter((other) => part(other) !== part(path) && !allowed.includes(part(other)))
    .map((other) => `${part(path)} must not import ${other}.`);
}

/**
 * Modules that import each other in a circle, with those that lead to one.
 * @param {Map<string, string>} sources by path
 */
export function circular(sources) {
  let left = new Map([...sources].map(([path, source]) => [path, imports(path, source)]));
  for (;;) {
    const rest = [...left].filter(([, others]) => others.some((other) => left.has(other)));
    if (rest.length === left.size) return rest.map(([path]) => path);
    left = new Map(rest);
  }
}
