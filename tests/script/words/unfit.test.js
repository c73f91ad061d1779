// Why a figure cannot show a data set.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fits } from "../../../assets/script/scene/figures.js";
import { unfit } from "../../../assets/script/words/unfit.js";

/** @param {number} d @param {number} n */
const block = (d, n) => ({ x: Array(d).fill([]), y: Array(n).fill(0) });

/** @type {[{ features?: number[] | null, most?: number | null }, number, number, string][]} */
const CASES = [
  [{ features: null, most: null }, 5, 9000, ""],
  [{ features: [1], most: 250 }, 1, 250, ""],
  [{ features: [1] }, 2, 9, "needs one feature; this data set has two features"],
  [{ features: [2] }, 1, 9, "needs two features; this data set has one feature"],
  [{ features: [1, 2] }, 4, 9, "needs one feature or two features; this data set has 4 features"],
  [{ most: 250 }, 1, 251, "shows at most 250 samples; this data set has 251"],
];
for (const [figure, d, n, wanted] of CASES) {
  test(`${JSON.stringify(figure)} for ${d} features of ${n} samples: “${wanted}”`, () => {
    assert.equal(unfit(figure, block(d, n)), wanted);
    assert.equal(fits(figure, block(d, n)), wanted === "");
  });
}
