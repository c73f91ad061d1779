import assert from "node:assert/strict";
import { test } from "node:test";
import { opening } from "../../../assets/script/scene/scene.js";
import { formOf, Still } from "../../../assets/script/scene/still.js";
import { TWO } from "./blocks.js";

const [surface, loss_curve, samples] = [{ loss: [1] }, { p: [2] }, { p: [3] }];

test("tables that no weight changes stand for the form that they were asked for", () => {
  const still = new Still();
  still.keep({ surface, samples }, "a");
  assert.deepEqual(still.of("a"), { surface });
  assert.deepEqual(still.of("b"), {});
});

test("nothing stands before an answer", () => {
  assert.deepEqual(new Still().of("a"), {});
  assert.deepEqual(new Still().of(""), {});
});

test("an answer without such a table leaves those of before", () => {
  const still = new Still();
  still.keep({ surface }, "a");
  still.keep({ samples }, "b");
  assert.deepEqual(still.of("a"), { surface });
});

test("tables of one form come together from several answers", () => {
  const still = new Still();
  still.keep({ surface }, "a");
  still.keep({ loss_curve }, "a");
  assert.deepEqual(still.of("a"), { surface, loss_curve });
});

test("another form takes the place of the one before", () => {
  const still = new Still();
  still.keep({ surface }, "a");
  still.keep({ loss_curve }, "b");
  assert.deepEqual(still.of("b"), { loss_curve });
  assert.deepEqual(still.of("a"), {});
});

const scene = opening(TWO);

/** @type {Partial<Scene>[]} */
const OTHER_FORMS = [
  { dataset: "one" },
  { standardise: true },
  { interaction: true },
  { moved: { 1: [2, 3] } },
  { unit: "bits" },
  { loss_function: "squared" },
  { l1: 0.1 },
  { l2: 0.1 },
];
for (const change of OTHER_FORMS) {
  test(`${JSON.stringify(change)} is another form`, () => {
    assert.notEqual(formOf({ ...scene, ...change }), formOf(scene));
  });
}

/** @type {Partial<Scene>[]} */
const SAME_FORM = [{ w0: 4 }, { threshold: 0.1 }, { steps: 3 }, { sample: 0 }, { cost_fp: 7 }];
for (const change of SAME_FORM) {
  test(`${JSON.stringify(change)} is the same form`, () => {
    assert.equal(formOf({ ...scene, ...change }), formOf(scene));
  });
}
