// The scenes that undo and redo lead to.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Past } from "../../../assets/script/scene/past.js";
import { opening } from "../../../assets/script/scene/scene.js";
import { ONE } from "./blocks.js";

/** @param {number} threshold */
const standing = (threshold) => ({ block: ONE, scene: { ...opening(ONE), threshold } });

/** @param {number[]} thresholds */
function pastOf(...thresholds) {
  const past = new Past();
  for (const each of thresholds) past.keep(standing(each));
  return past;
}

test("each change can be undone and made again, and beyond the ends there is nothing", () => {
  const past = pastOf(0.1, 0.2, 0.3);
  const found = [-1, -1, -1, 1, 1, 1].map((change) => past.go(change)?.scene.threshold);
  assert.deepEqual(found, [0.2, 0.1, undefined, 0.2, 0.3, undefined]);
});

test("a scene that is the same as the last one is no change", () => {
  const past = pastOf(0.1, 0.1);
  assert.equal(past.has(-1), false);
});

test("a change after an undo forgets what was undone", () => {
  const past = pastOf(0.1, 0.2);
  past.go(-1);
  past.keep(standing(0.7));
  assert.equal(past.has(1), false);
  assert.equal(past.go(-1)?.scene.threshold, 0.1);
});

test("the scene that stands after an undo may rest again without a loss", () => {
  const past = pastOf(0.1, 0.2);
  past.go(-1);
  past.keep(standing(0.1));
  assert.equal(past.go(1)?.scene.threshold, 0.2);
});

test("a hundred changes are kept, the last ones", () => {
  const past = pastOf(...Array.from({ length: 131 }, (_, i) => i / 200));
  assert.equal(past.go(-101), undefined);
  assert.equal(past.go(-100)?.scene.threshold, 30 / 200);
});
