// A page's address: its query, or what follows # in a file, is the scene and what the page shows of
// it.
import { problem } from "./problem.js";
import { OWN, query } from "./scene.js";
import { current } from "./setting.js";

/**
 * What of a setting's text can be had, if anything, and a sentence if that is not all of it.
 * @typedef {{ text?: string, problem?: string }} Read
 */

/**
 * How each setting of a view is read.
 * @type {Record<string, (text: string, page: Page) => Read>}
 */
const VIEW = {
  theme: readTheme,
  embed: readEmbed,
  present: readPresent,
  lesson: readLesson,
  step: readStep,
  hide: (text, { schema }) => readParts("hide", text, schema),
  lock: readLocks,
  figures: readFigures,
};

/**
 * The names in a text that has a comma between them.
 * @param {string | undefined} text
 */
export function list(text = "") {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
}

/**
 * The settings of the scene and those of the view in an address, as text, and a sentence for
 * whatever of the view cannot be had.
 * @param {Pick<Location, "search" | "hash">} location
 * @param {Page} page
 * @returns {{ scene: Record<string, string>, view: Record<string, string>, problems: string[] }}
 */
export function read({ search, hash }, page) {
  const fragment = hash.includes("=") ? hash.slice(1) : "";
  const all = [...new URLSearchParams(search), ...new URLSearchParams(fragment)];
  /** @param {boolean} isView */
  const of = (isView) =>
    Object.fromEntries(all.filter(([name]) => Object.hasOwn(VIEW, name) === isView));
  return { scene: of(false), ...readView(of(true), page) };
}

/**
 * @param {Record<string, string>} asked
 * @param {Page} page
 */
function readView(asked, page) {
  const view = { ...asked };
  /** @type {string[]} */
  const problems = [];
  for (const name of Object.keys(VIEW).filter((each) => each in asked)) {
    const { text, problem } = VIEW[name](asked[name], page);
    if (text === undefined) delete view[name];
    else view[name] = text;
    if (problem) problems.push(problem);
  }
  return { view, problems };
}

/**
 * @param {string} text
 * @param {Page} page
 * @returns {Read}
 */
function readTheme(text, { schema }) {
  const { themes } = schema.view;
  if (themes.includes(text)) return { text };
  const options = themes.join(", ");
  return { problem: problem(schema, "choice", { name: "theme", got: text, options }) };
}

/**
 * @param {string} text
 * @param {Page} page
 * @returns {Read}
 */
function readEmbed(text, { schema }) {
  const said = text.toLowerCase();
  if (schema.yes.includes(said)) return { text: "1" };
  if (schema.no.includes(said)) return { text: "" };
  return { problem: problem(schema, "check", { name: "embed", got: text }) };
}

/**
 * @param {string} text
 * @param {Page} page
 * @returns {Read}
 */
function readPresent(text, { schema }) {
  if (schema.yes.includes(text.toLowerCase())) return { text: "1" };
  return {};
}

/**
 * @param {string} text
 * @param {Page} page
 * @returns {Read}
 */
function readStep(text, { lesson, schema }) {
  if (!lesson) return {};
  const last = lesson.steps.length + 1; // the end is a step of its own
  if (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= last) return { text };
  return { problem: problem(schema, "step", { got: text, last }) };
}

/**
 * @param {string} text
 * @param {Page} page
 * @returns {Read}
 */
function readLesson(text, { server, lesson, schema }) {
  if (text === lesson?.number) return { text };
  if (server) return {}; // The server's notice has said so already.
  return { problem: problem(schema, "lesson", { got: text }) };
}

/**
 * @param {string} name
 * @param {string} text
 * @param {Schema} schema
 */
function readParts(name, text, schema) {
  return readNames(text, schema.view.parts, (got) => problem(schema, "part", { name, got }));
}

/**
 * The parts that are locked. What older addresses lock is the setting: a figure has nothing to fix.
 * @param {string} text
 * @param {Page} page
 * @returns {Read}
 */
function readLocks(text, { schema }) {
  const names = list(text).map((name) => current(name, schema));
  return readParts("lock", names.join(), schema);
}

/**
 * @param {string} text
 * @param {Page} page
 * @returns {Read}
 */
function readFigures(text, { server, catalogue, schema }) {
  const known = catalogue.map(({ name }) => name);
  const found = readNames(text, known, (got) => problem(schema, "figures", { got }));
  return server ? { text: found.text } : found; // The server's notice has said so already.
}

/**
 * Those of the names in a text that are known, and a sentence about the first of the others.
 * @param {string} text
 * @param {string[]} known
 * @param {(wrong: string) => string} why
 * @returns {Read}
 */
function readNames(text, known, why) {
  const names = list(text);
  const good = names.filter((name) => known.includes(name));
  const wrong = names.find((name) => !known.includes(name));
  return {
    text: good.length > 0 ? good.join(",") : undefined,
    problem: wrong === undefined ? undefined : why(wrong),
  };
}

/**
 * The end of an address that opens a scene in a view: a query, or in a file what follows #. The
 * reader's own data follow # everywhere.
 * @param {Pick<Location, "protocol">} location
 * @param {Record<string, string>} scene
 * @param {Record<string, string>} view
 */
export function ending({ protocol }, scene, view) {
  if (protocol === "file:") return `#${query({ ...view, ...scene })}`;
  if (scene.dataset !== OWN) return `?${query({ ...view, ...scene })}`;
  const { dataset, ...own } = scene;
  // What stands behind # stays in the browser: the server learns nothing of the reader's data.
  return `?${query({ ...view, dataset })}#${query(own)}`;
}
