import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "../../../assets/script/scene/read.js";
import { opening, settings } from "../../../assets/script/scene/scene.js";
import { SCHEMA } from "../schema.js";
import { ONE, TWO } from "./blocks.js";

/** @type {[string, Record<string, any>, Partial<Scene>][]} */
const GOOD = [
  ["nothing", {}, {}],
  ["text", { w0: " 3 ", threshold: "0.25" }, { w0: 3, threshold: 0.25 }],
  ["numbers", { w0: 3, steps: 5 }, { w0: 3, steps: 5 }],
  ["its own name", { dataset: "two" }, {}],
  ["a sample", { sample: "4" }, { sample: 4 }],
  ["no sample", { sample: "0" }, { sample: 0 }],
  ["one cost of 0", { cost_fp: "0" }, { cost_fp: 0 }],
  ["moved samples", { moved: "1:2,3;4:5,6" }, { moved: { 1: [2, 3], 4: [5, 6] } }],
];
for (const [name, values, wanted] of GOOD) {
  test(`a scene takes ${name} and leaves the rest as it opens`, () => {
    const scene = { ...opening(TWO), ...wanted };
    assert.deepEqual(open(TWO, values, SCHEMA), { scene, problems: [] });
  });
}

test("what is not named is as the asked form opens", () => {
  const { scene } = open(TWO, { standardise: "1", interaction: "yes", w3: "2" }, SCHEMA);
  const form = opening(TWO, { standardise: true, interaction: true });
  assert.deepEqual(scene, { ...form, w3: 2 });
});

test("the settings of a scene open the same scene", () => {
  const form = { standardise: true, interaction: true, moved: { 2: [0.1, -7] } };
  const scene = { ...opening(TWO, form), w3: -0.25, unit: "bits", sample: 0, steps: 12 };
  assert.deepEqual(open(TWO, settings(TWO, scene), SCHEMA), { scene, problems: [] });
});

const MOVED = "moved names samples 1 to 4 of two, 2 value(s) each.";

/** @type {[Record<string, any>, Partial<Scene>, ...string[]][]} */
const BAD = [
  [{ w0: "abc" }, {}, "w0 is a number, got “abc”."],
  [
    { w0: "2e9" },
    { w0: 1e9 },
    "w0 goes from −1000000000 to 1000000000; 2000000000 became 1000000000.",
  ],
  [{ threshold: "-1" }, { threshold: 0 }, "threshold goes from 0 to 1; −1 became 0."],
  [{ sample: "5" }, { sample: 4 }, "sample goes from 0 to 4; 5 became 4."],
  [{ sample: "2.5" }, {}, "sample is a whole number, got “2.5”."],
  [{ steps: "10001" }, { steps: 10000 }, "steps goes from 0 to 10000; 10001 became 10000."],
  [{ unit: "bans" }, {}, "unit is one of nats, bits, got “bans”."],
  [{ standardise: "2" }, {}, "standardise is 1 or 0, got “2”."],
  [
    { cost_fp: "0", cost_fn: "0" },
    { cost_fp: 1, cost_fn: 1 },
    "cost_fp and cost_fn are both 0, so no decision would matter; 1 each.",
  ],
  [{ moved: "4" }, {}, "moved is written row:value, such as 4:52.5, got “4”."],
  [{ moved: "0:1,2" }, {}, MOVED],
  [{ moved: "5:1,2" }, {}, MOVED],
  [{ moved: "1:1" }, {}, MOVED],
  [{ moved: "1:1,2e9" }, {}, "moved goes from −1000000000 to 1000000000; 2000000000 became none."],
  [{ w3: "1" }, {}, "w3 belongs to another data set; two has no such feature."],
  [{ w9: "1" }, {}, "There is no setting “w9”."],
  [{ name: "1" }, {}, "There is no setting “name”."],
  [{ constructor: "1" }, {}, "There is no setting “constructor”."],
  [{ toString: "1" }, {}, "There is no setting “toString”."],
  [{ ["n".repeat(60)]: "1" }, {}, `There is no setting “${"n".repeat(40)}”.`],
  [
    { w0: "a", nonsense: "1", w1: "2" },
    { w1: 2 },
    "w0 is a number, got “a”.",
    "There is no setting “nonsense”.",
  ],
];
for (const [values, wanted, ...problems] of BAD) {
  test(`a scene says what is wrong with ${JSON.stringify(values).slice(0, 60)}`, () => {
    const scene = { ...opening(TWO), ...wanted };
    assert.deepEqual(open(TWO, values, SCHEMA), { scene, problems });
  });
}

test("a setting of the name __proto__ is refused and changes no object", () => {
  const values = Object.fromEntries([["__proto__", "1"]]);
  const { scene, problems } = open(ONE, values, SCHEMA);
  assert.deepEqual(problems, ["There is no setting “__proto__”."]);
  assert.deepEqual(scene, opening(ONE));
  assert.equal(Object.getPrototypeOf(scene), Object.prototype);
});

test("a data set of one feature has no product", () => {
  const { scene, problems } = open(ONE, { interaction: "1" }, SCHEMA);
  assert.deepEqual(problems, ["interaction needs two features; one has 1."]);
  assert.equal(scene.interaction, false);
});

test("an error that is no problem of a setting is not taken for one", () => {
  const broken = { ...SCHEMA, yes: /** @type {any} */ (null) };
  assert.throws(() => open(ONE, { standardise: "1" }, broken), TypeError);
});
