import assert from "node:assert/strict";
import { test } from "node:test";
import { opening } from "../../../assets/script/scene/scene.js";
import { moveTo, openWhole, resetOf } from "../../../assets/script/scene/whole.js";
import { SCHEMA } from "../schema.js";
import { ONE, TWO } from "./blocks.js";

const page = /** @type {Page} */ (
  /** @type {unknown} */ ({
    scene: { dataset: "two", w1: "3" },
    blocks: [ONE, TWO],
    schema: SCHEMA,
  })
);
const blocks = new Map([ONE, TWO].map((block) => [block.name, block]));

/** @type {[string, Record<string, any>, Block, Partial<Scene>, ...string[]][]} */
const OPENED = [
  ["no values open the page's own scene", {}, TWO, { w1: 3 }],
  ["values without a data set change the page's own scene", { w2: "4" }, TWO, { w1: 3, w2: 4 }],
  ["values with a data set are a whole scene", { dataset: "two", w2: "4" }, TWO, { w2: 4 }],
  ["another data set opens", { dataset: "one" }, ONE, {}],
  [
    "a data set that is not there is said, and the page's own opens",
    { dataset: "no", w2: "4" },
    TWO,
    { w2: 4 },
    "There is no data set “no” on this page.",
  ],
  [
    "every problem is said",
    { dataset: "__proto__", w0: "a" },
    TWO,
    {},
    "There is no data set “__proto__” on this page.",
    "w0 is a number, got “a”.",
  ],
];
for (const [name, values, block, wanted, ...problems] of OPENED) {
  test(name, () => {
    const scene = { ...opening(block), ...wanted };
    assert.deepEqual(openWhole(page, blocks, values), { block, scene, problems });
  });
}

test("a long name of a data set is cut", () => {
  const { problems } = openWhole(page, blocks, { dataset: "n".repeat(60) });
  assert.deepEqual(problems, [`There is no data set “${"n".repeat(40)}” on this page.`]);
});

test("a data set that has come since can be opened", () => {
  const more = new Map([...blocks, ["three", { ...ONE, name: "three" }]]);
  assert.equal(openWhole(page, more, { dataset: "three" }).scene.dataset, "three");
});

test("another data set keeps unit, loss and costs, and nothing else", () => {
  const kept = { unit: "bits", loss_function: "squared", cost_fp: 3, cost_fn: 0 };
  const before = { ...opening(TWO, { standardise: true }), ...kept, threshold: 0.1, steps: 9 };
  assert.deepEqual(moveTo(ONE, before, SCHEMA), { ...opening(ONE), ...kept });
});

test("a reset goes back to the scene that the page opened with", () => {
  const scene = { ...opening(TWO), w0: 9 };
  assert.deepEqual(
    resetOf(page, TWO, scene, () => false),
    { dataset: "two", w1: "3" },
  );
});

test("a reset of another data set goes back to the way that one opens", () => {
  assert.deepEqual(
    resetOf(page, ONE, { ...opening(ONE), w0: 9 }, () => false),
    { dataset: "one" },
  );
});

/** @type {Own} */
const HOURS = {
  title: "Hours",
  features: ["hours"],
  units: ["h"],
  positive: "passed",
  negative: "failed",
  x: [[1, 2]],
  y: [0, 1],
};
for (const [what, own, wanted] of /** @type {[string, Own, Record<string, string>][]} */ ([
  ["own data of a file, with other rows,", { ...HOURS, y: [1, 0] }, { dataset: "own", w1: "3" }],
  ["other own data", { ...HOURS, features: ["sleep"] }, { dataset: "own" }],
])) {
  test(`a reset of ${what} gives ${JSON.stringify(wanted)}`, () => {
    const filed = { scene: { dataset: "own", w1: "3" }, own: HOURS };
    const block = { ...ONE, name: "own", own };
    const found = resetOf(filed, block, { ...opening(block), w0: 9 }, () => false);
    assert.deepEqual(found, wanted);
  });
}

test("a reset leaves what is locked", () => {
  const scene = { ...opening(TWO), w0: 9, w1: 8, threshold: 0.25 };
  const locks = (/** @type {string} */ name) => name === "w1" || name === "threshold";
  const wanted = { dataset: "two", w1: "8", threshold: "0.25" };
  assert.deepEqual(resetOf(page, TWO, scene, locks), wanted);
});
