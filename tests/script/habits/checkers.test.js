// The checkers themselves, on made-up modules.
import assert from "node:assert/strict";
import { test } from "node:test";
import { unreadable } from "./grammar.js";
import { circular, forbidden } from "./layers.js";
import { tooLong, tooWide } from "./length.js";
import { impure } from "./purity.js";

/**
 * One test for each case: a path, a source, and the start of the sentence about it, if any.
 * @param {string} rule
 * @param {(path: string, source: string) => string[]} check
 * @param {[string, string, string?][]} cases
 */
function examples(rule, check, cases) {
  for (const [path, source, sentence] of cases) {
    test(`${rule}: ${path}: ${source.slice(0, 60)}`, () => {
      const found = check(path, source);
      assert.equal(found.length, sentence ? 1 : 0, found.join(" "));
      if (sentence) assert.ok(found[0].startsWith(sentence), found[0]);
    });
  }
}

/** @param {string} path */
const take = (path, name = "a") => `import { ${name} } from "${path}";`;

examples("an import across parts", forbidden, [
  ["frame/link.js", take("./numbers.js")],
  ["frame/link.js", take("../words/words.js"), "frame must not import words/words.js."],
  ["words/words.js", take("../frame/link.js")],
  ["words/words.js", take("../scene/scene.js"), "words must not import scene/scene.js."],
  ["words/deep/more.js", take("../../dom/write.js"), "words must not import dom/write.js."],
  ["scene/scene.js", take("../words/words.js")],
  ["scene/scene.js", take("../store.js"), "scene must not import store.js."],
  ["dom/write.js", take("./element.js")],
  ["dom/write.js", take("../frame/link.js"), "dom must not import frame/link.js."],
  ["plots/plots.js", take("../dom/write.js")],
  ["plots/plots.js", take("../controls/slider.js"), "plots must not import controls/slider.js."],
  ["controls/slider.js", take("../panels/trace.js"), "controls must not import panels/trace.js."],
  ["panels/trace.js", take("../lesson/card.js"), "panels must not import lesson/card.js."],
  ["lesson/card.js", take("../share/share.js"), "lesson must not import share/share.js."],
  ["share/share.js", take("../plots/plots.js"), "share must not import plots/plots.js."],
  ["share/share.js", take("../store.js"), "share must not import store.js."],
  ["store.js", take("./scene/scene.js") + take("./resting.js", "b")],
  ["resting.js", take("./store.js"), "resting.js must not import store.js."],
  ["store.js", take("./dom/write.js"), "store.js must not import dom/write.js."],
  ["session.js", take("./connection.js")],
  ["session.js", take("./scene/scene.js"), "session.js must not import scene/scene.js."],
  ["session.js", take("./store.js"), "session.js must not import store.js."],
  ["page.js", take("./share/share.js") + take("./store.js", "b") + take("./asking.js", "c")],
  ["page.js", take("../vendor.js"), "page.js must not import ../vendor.js."],
  ["new/new.js", "", "new is not in the table"],
  ["new.js", "", "new.js is not in the table"],
]);

/** @type {[string, string?][]} */
const FORMS = [
  ['import { a, b as c } from "./x.js";'],
  ['import a from "./x.js";', "The import on line 1 is not like"],
  ['import * as x from "./x.js";', "The import on line 1 is not like"],
  ['import a, { b } from "./x.js";', "The import on line 1 is not like"],
  ['// so\nimport "./x.js";', "The import on line 2 is not like"],
  ['import { a } from "x";', "The import on line 1 is not like"],
  ['import { a } from "./x";', "The import on line 1 is not like"],
  ['import { a } from "/x.js";', "The import on line 1 is not like"],
  ['import { a } from "./x.js" with { type: "json" };', "The import on line 1 is not like"],
  ["export function f() {}"],
  ["export async function f() {}"],
  ["export class C {}"],
  ["export const a = 1;"],
  ["export let a = 1;", "The export on line 1"],
  ["export const a = 1, b = 2;", "The export on line 1"],
  ["export const { a } = { a: 1 };", "The export on line 1"],
  ["export function* f() {}", "The export on line 1"],
  ["export default function f() {}", "The export on line 1"],
  ["export default class C {}", "The export on line 1"],
  ["export default 1;", "The export on line 1"],
  ["const a = 1;\nexport { a };", "The export on line 2"],
  ['export { a } from "./x.js";', "The export on line 1"],
  ['export * from "./x.js";', "The export on line 1"],
  ['function f() {\n  return import("./x.js");\n}', "The import on line 2 waits"],
  ["const text = `one\ntwo`;", "The text on line 1 goes over several lines"],
  ["const here = () => import.meta.url;", "A classic script has no import.meta"],
  ["await f();", "The await on line 1"],
  ["if (a) {\n  await f();\n}", "The await on line 2"],
  ["for await (const a of b) f(a);", "The await on line 1"],
  ["async function f() {\n  await g();\n}"],
  ["const f = async () => await g();"],
];
examples(
  "a form of module",
  unreadable,
  FORMS.map(([source, sentence]) => ["page.js", source, sentence]),
);

examples("a name of the page", impure, [
  ["frame/link.js", "document.title = 1;", "frame must not use document, as on line 1."],
  ["frame/link.js", "\nconst f = () => window.open();", "frame must not use window, as on line 2."],
  ["frame/link.js", "globalThis.document = 1;", "frame must not use globalThis"],
  ["frame/link.js", "const a = { location };", "frame must not use location"],
  ["frame/link.js", "const { a = document } = {};", "frame must not use document"],
  ["frame/link.js", "const a = { [name]: 1 };", "frame must not use name"],
  ["frame/link.js", "class A extends HTMLElement {}", "frame must not use HTMLElement"],
  ["frame/link.js", "requestAnimationFrame(() => 1);", "frame must not use requestAnimationFrame"],
  ["frame/link.js", "export const f = (event) => event;\nevent;", "frame must not use event"],
  ["frame/link.js", "console.log(1);", "frame must not use console"],
  ["frame/link.js", "process.exit();", "frame must not use process"],
  ["frame/link.js", "export const f = (document) => document.title;"],
  ["frame/link.js", 'import { name, a as top } from "./x.js";\nname(top);'],
  ["frame/link.js", "const { location: place } = { location: 1 }, a = place.name;"],
  ["frame/link.js", "class A {\n  #name;\n  open() {\n    return this.#name;\n  }\n}\nnew A();"],
  ["frame/link.js", "top: for (;;) break top;"],
  ["frame/link.js", "function f() {\n  return arguments.length ? undefined : Math.max(NaN);\n}"],
  ["frame/link.js", "// document\nexport const a = 'document';"],
  ["frame/link.js", "new URLSearchParams();", "frame must not use URLSearchParams"],
  ["scene/address.js", "new URLSearchParams();"],
  ["words/words.js", "navigator.language;", "words must not use navigator"],
  ["resting.js", "setTimeout(() => 1);"],
  [
    "resting.js",
    "requestAnimationFrame(() => 1);",
    "resting.js must not use requestAnimationFrame",
  ],
  ["dom/write.js", "document.title = 1;"],
  ["page.js", "document.title = 1;"],
]);

const filler = "\n".repeat(38);
const long = `{\n${filler}\n}`;
examples("a long function", tooLong, [
  ["page.js", `function f() {${filler}\n}`],
  ["page.js", `/**\n * It says\n * much.\n */\nfunction f() {${filler}\n}`],
  ["page.js", `function f() ${long}`, "The function on line 1 has 41 lines."],
  ["page.js", `\nexport const f = (a) => ${long};`, "The function on line 2 has 41 lines."],
  ["page.js", `const f = function () ${long};`, "The function on line 1 has 41 lines."],
  ["page.js", `const f = async () => ${long};`, "The function on line 1 has 41 lines."],
  ["page.js", `class A {\n  m() ${long}\n}`, "The function on line 2 has 41 lines."],
  ["page.js", `class A {\n  constructor() ${long}\n}`, "The function on line 2 has 41 lines."],
  ["page.js", `const a = {\n  get b() ${long}\n}`, "The function on line 2 has 41 lines."],
  [
    "page.js",
    `function f() {\n${filler}\n  g(() => 1);\n}`,
    "The function on line 1 has 42 lines.",
  ],
]);

const wide = "w".repeat(98);
examples("a wide comment", (_, source) => tooWide(source), [
  ["page.js", `//${wide}`],
  ["page.js", `\n/${wide}/\nf("${wide}");`],
  ["page.js", `f();\n// ${wide}`, "The comment on line 2 has 101 columns."],
  ["page.js", `/**\n * ${wide}\n */`, "The comment on line 2 has 101 columns."],
]);

/** @type {[string, Record<string, string>, string[]][]} */
const CIRCLES = [
  ["none", { "a.js": take("./b.js"), "b.js": take("./c/d.js"), "c/d.js": "" }, []],
  ["to itself", { "a.js": take("./a.js") }, ["a.js"]],
  ["of two", { "a.js": take("./b.js"), "b.js": take("./a.js"), "c.js": "" }, ["a.js", "b.js"]],
  [
    "of three in folders",
    { "a/a.js": take("../b/b.js"), "b/b.js": take("./c.js"), "b/c.js": take("../a/a.js") },
    ["a/a.js", "b/b.js", "b/c.js"],
  ],
];
for (const [name, sources, found] of CIRCLES) {
  test(`a circle ${name}`, () => {
    assert.deepEqual(circular(new Map(Object.entries(sources))), found);
  });
}
