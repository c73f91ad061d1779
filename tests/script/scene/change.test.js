import assert from "node:assert/strict";
import { test } from "node:test";
import { admitted, change } from "../../../assets/script/scene/change.js";
import { derive } from "../../../assets/script/scene/form.js";
import { names, opening } from "../../../assets/script/scene/scene.js";
import { ONE, TWO } from "./blocks.js";

const LOCKED = "This is locked here.";
const NO_COSTS = "The costs cannot be both 0: no decision would matter then.";

/** @type {[string, Record<string, any>, Record<string, any>, string][]} */
const ADMITTED = [
  ["a number", { w0: 2 }, { w0: 2 }, ""],
  ["twelve digits of a number", { w0: 1 / 3 }, { w0: 0.333333333333 }, ""],
  ["a word", { unit: "bits" }, { unit: "bits" }, ""],
  ["a check", { standardise: true }, { standardise: true }, ""],
  ["fewer steps than there may be", { steps: 99 }, { steps: 99 }, ""],
  ["as many steps as there may be", { steps: 101 }, { steps: 100 }, ""],
  ["nothing that is locked", { w1: 2 }, {}, LOCKED],
  ["what is not locked", { w0: 1, w1: 2 }, { w0: 1 }, ""],
  ["one cost of 0", { cost_fp: 0 }, { cost_fp: 0 }, ""],
  ["no costs of 0", { cost_fp: 0, cost_fn: 0 }, {}, NO_COSTS],
];
for (const [name, values, wanted, problem] of ADMITTED) {
  test(`the hand sets ${name}`, () => {
    const locks = (/** @type {string} */ name) => name === "w1";
    const found = admitted(opening(ONE), values, { locks, mostSteps: 100 });
    assert.deepEqual(found, { values: wanted, problem });
  });
}

test("a cost of 0 is refused where the other cost is 0 already", () => {
  const scene = { ...opening(ONE), cost_fn: 0 };
  const found = admitted(scene, { cost_fp: 0 }, { locks: () => false, mostSteps: 1 });
  assert.deepEqual(found, { values: {}, problem: NO_COSTS });
});

const trained = { ...opening(ONE), steps: 3 };

test("a setting that is no weight leaves everything else as it is", () => {
  const after = change(ONE, trained, { threshold: 0.25 }, [7, 8]);
  assert.deepEqual(after, { ...trained, threshold: 0.25 });
});

test("more steps keep the start of training", () => {
  assert.deepEqual(change(ONE, trained, { steps: 4 }, [7, 8]), { ...trained, steps: 4 });
});

test("a weight is a new start, in which the others are those in force", () => {
  const after = change(ONE, trained, { w1: 2 }, [1 / 3, 8]);
  assert.deepEqual(after, { ...trained, w0: 0.333333333333, w1: 2, steps: 0 });
});

test("weights that come with steps keep those", () => {
  const after = change(ONE, trained, { w0: 1, w1: 2, steps: 9 }, [7, 8]);
  assert.deepEqual(after, { ...trained, w0: 1, w1: 2, steps: 9 });
});

test("a change leaves the scene before it alone", () => {
  const before = structuredClone(trained);
  change(ONE, trained, { w1: 2, standardise: true }, [7, 8]);
  assert.deepEqual(trained, before);
});

/**
 * The logit of every sample at the start of training.
 * @param {Block} block
 * @param {Scene} scene
 */
function logits(block, scene) {
  const [w0, ...w] = names(block, scene).map((name) => scene[name]);
  const { x, y } = derive(block, scene);
  return y.map((_, i) => w.reduce((z, v, j) => z + v * x[j][i], w0));
}

/** @type {[string, Partial<Scene>, Record<string, boolean>][]} */
const REFORMS = [
  ["standardised", {}, { standardise: true }],
  ["standardised with a moved sample", { moved: { 2: [9, 9] } }, { standardise: true }],
  ["raw again", { standardise: true }, { standardise: false }],
  ["with a product", {}, { interaction: true }],
  ["standardised, with a product", { standardise: true }, { interaction: true }],
  ["without the product", { interaction: true }, { interaction: false }],
  ["raw, with a product", { standardise: true }, { standardise: false, interaction: true }],
];
for (const [name, form, values] of REFORMS) {
  test(`the model stays the same when its data become ${name}`, () => {
    const before = { ...opening(TWO, form), threshold: 0.25, steps: 3 };
    const after = change(TWO, before, values, [7, 8, 9]);
    const found = logits(TWO, after);
    logits(TWO, before).forEach((z, i) => assert.ok(Math.abs(found[i] - z) < 1e-10));
    assert.deepEqual(Object.keys(after).sort(), Object.keys(opening(TWO, after)).sort());
    assert.deepEqual([after.threshold, after.steps], [0.25, 3]);
  });
}

/** @type {[string, Block, Partial<Scene>][]} */
const ROUND_TRIPS = [
  ["as it opens", ONE, {}],
  ["with a moved sample", ONE, { moved: { 2: [9.7] }, w0: 0, w1: -0.094 }],
  ["with steps and an intercept of 0", TWO, { w0: 0, w1: 1.7, w2: -2.2, steps: 3 }],
  ["with a product", TWO, { interaction: true, w0: 8.12, w1: 0, w2: 1e-7, w3: 123.456789 }],
];
for (const [name, block, changes] of ROUND_TRIPS) {
  test(`standardised and back, a scene ${name} is the same`, () => {
    const before = { ...opening(block, changes), ...changes };
    const there = change(block, before, { standardise: true }, []);
    assert.notEqual(there.w1, before.w1 || -1);
    assert.deepEqual(change(block, there, { standardise: false }, []), before);
  });
}

test("a product that goes away takes its coefficient along", () => {
  const before = { ...opening(TWO, { interaction: true }), w3: 5 };
  assert.equal("w3" in change(TWO, before, { interaction: false }, [7, 8, 9, 5]), false);
});

test("the usual learning rate becomes the usual one of the new form", () => {
  assert.equal(change(ONE, opening(ONE), { standardise: true }, [7, 8]).learning_rate, 2);
});

test("a learning rate set by hand to the usual one of the other form stays, there and back", () => {
  const before = change(ONE, opening(ONE), { learning_rate: 2 }, [7, 8]);
  const there = change(ONE, before, { standardise: true }, [7, 8]);
  const back = change(ONE, there, { standardise: false }, [7, 8]);
  assert.deepEqual([there.learning_rate, back.learning_rate], [2, 2]);
});

test("a learning rate that somebody has set stays", () => {
  const before = { ...opening(ONE), learning_rate: 0.125 };
  assert.equal(change(ONE, before, { standardise: true }, [7, 8]).learning_rate, 0.125);
});
