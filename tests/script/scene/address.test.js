import assert from "node:assert/strict";
import { test } from "node:test";
import { ending, list, read } from "../../../assets/script/scene/address.js";
import { SCHEMA } from "../schema.js";

const schema = {
  ...SCHEMA,
  view: { ...SCHEMA.view, parts: ["loss", "loss_function", "w", "steps"] },
};
const catalogue = [{ name: "loss" }, { name: "plane" }];
const lesson = { number: "03", title: "", steps: [], terms: {} };

/**
 * What is read from an address, on a page of the server or in a file.
 * @param {string} search
 * @param {string} hash
 * @param {boolean} server
 */
function readOn(search, hash = "", server = false) {
  const page = /** @type {Page} */ (/** @type {unknown} */ ({ server, schema, catalogue, lesson }));
  return read({ search, hash }, page);
}

/** @type {[string, string, Record<string, string>, Record<string, string>][]} */
const SPLIT = [
  ["", "", {}, {}],
  ["?w0=1&theme=dark", "", { w0: "1" }, { theme: "dark" }],
  ["", "#w0=1&theme=dark", { w0: "1" }, { theme: "dark" }],
  ["", "#loss", {}, {}],
  ["?w0=1", "#loss", { w0: "1" }, {}],
  ["?w0=1&w1=2", "#w0=3", { w0: "3", w1: "2" }, {}],
  ["?w0=1&w0=2", "", { w0: "2" }, {}],
  ["?w0=%203+", "", { w0: " 3 " }, {}],
  ["?lesson=03", "", {}, { lesson: "03" }],
  ["?hide=loss,%20w,&lock=steps", "", {}, { hide: "loss,w", lock: "steps" }],
  ["?figures=plane", "", {}, { figures: "plane" }],
  ["?hide=&figures=,", "", {}, {}],
  ["?embed=", "", {}, { embed: "" }],
  ["?embed=YES", "", {}, { embed: "1" }],
  ["?toString=1", "", { toString: "1" }, {}],
];
for (const [search, hash, scene, view] of SPLIT) {
  test(`the address ${search}${hash} is scene and view`, () => {
    assert.deepEqual(readOn(search, hash), { scene, view, problems: [] });
  });
}

test("a setting of the name __proto__ is a setting like any other", () => {
  const { scene } = readOn("?__proto__=1&constructor=2");
  assert.deepEqual(Object.entries(scene), [
    ["__proto__", "1"],
    ["constructor", "2"],
  ]);
});

test("what was called loss is the setting where it is locked, and the figure where it is hidden", () => {
  const { view } = readOn("?lock=w,loss&hide=loss");
  assert.deepEqual(view, { lock: "w,loss_function", hide: "loss" });
});

test("the view keeps the order of the address", () => {
  const { view } = readOn("?lock=w,nope&embed=1&lesson=03&hide=loss");
  assert.deepEqual(Object.keys(view), ["lock", "embed", "lesson", "hide"]);
});

/** @type {[string, Record<string, string>, ...string[]][]} */
const BAD = [
  ["?theme=pink", {}, "theme is one of auto, light, dark, got “pink”."],
  [`?theme=${"p".repeat(50)}`, {}, `theme is one of auto, light, dark, got “${"p".repeat(40)}”.`],
  ["?embed=perhaps", {}, "embed is 1 or 0, got “perhaps”."],
  ["?hide=nope,loss,never", { hide: "loss" }, "There is nothing called “nope” to hide."],
  ["?lock=nope", {}, "There is nothing called “nope” to lock."],
  [`?lock=${"n".repeat(60)}`, {}, `There is nothing called “${"n".repeat(40)}” to lock.`],
  [
    "?lock=nope&embed=perhaps",
    {},
    "embed is 1 or 0, got “perhaps”.",
    "There is nothing called “nope” to lock.",
  ],
];
for (const [search, view, ...problems] of BAD) {
  for (const server of [true, false]) {
    test(`${server ? "the server's page" : "a file"} says what is wrong with ${search}`, () => {
      assert.deepEqual(readOn(search, "", server), { scene: {}, view, problems });
    });
  }
}

/** @type {[string, Record<string, string>, string][]} */
const SAID_BY_THE_SERVER = [
  ["?lesson=99", {}, "Lesson “99” is not in this file."],
  ["?figures=nope,loss", { figures: "loss" }, "There is no figure “nope” in this file."],
];
for (const [search, view, sentence] of SAID_BY_THE_SERVER) {
  test(`a file says what is wrong with ${search}`, () => {
    assert.deepEqual(readOn(search), { scene: {}, view, problems: [sentence] });
  });

  test(`the server has said what is wrong with ${search}`, () => {
    assert.deepEqual(readOn(search, "", true), { scene: {}, view, problems: [] });
  });
}

/** @type {[string, string][]} */
const ENDINGS = [
  ["https:", "?theme=dark&w0=1"],
  ["file:", "#theme=dark&w0=1"],
];
for (const [protocol, wanted] of ENDINGS) {
  test(`the end of an address of ${protocol}`, () => {
    assert.equal(ending({ protocol }, { w0: "1" }, { theme: "dark" }), wanted);
  });
}

test("own data stand behind the # on a server too, which learns their name alone", () => {
  const scene = { dataset: "own", w0: "1", data: "a,y;1,0" };
  const wanted = "?theme=dark&dataset=own#w0=1&data=a,y;1,0";
  assert.equal(ending({ protocol: "https:" }, scene, { theme: "dark" }), wanted);
  assert.equal(ending({ protocol: "file:" }, { dataset: "own" }, {}), "#dataset=own");
});

/** @type {[string | undefined, string[]][]} */
const LISTS = [
  [undefined, []],
  ["", []],
  [" , ,", []],
  ["a", ["a"]],
  [" a ,b,, c", ["a", "b", "c"]],
];
for (const [text, wanted] of LISTS) {
  test(`the names in “${text}”`, () => assert.deepEqual(list(text), wanted));
}
