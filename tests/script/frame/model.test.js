// The logit of a sample.
import assert from "node:assert/strict";
import { test } from "node:test";
import { evidence, logitAt } from "../../../assets/script/frame/model.js";

/** @type {[x: number[], w0: number, w: number[], z: number][]} */
const LOGITS = [
  [[3], -0.3, [0.1], 0],
  [[1, 2], -0.5, [0.1, 0.2], 0],
  [[0], 1e-17, [1], 1e-17],
  [[75], 8.12, [-0.094], 1.0699999999999994],
];
for (const [x, w0, w, z] of LOGITS) {
  test(`the logit of ${x} at ${w0}, ${w} is ${z}, also where its terms cancel`, () => {
    const columns = x.map((v) => [v]);
    assert.equal(logitAt(columns, 0, w0, w), z);
    assert.equal(evidence(x, w0, w).logit, z);
  });
}
