import assert from "node:assert/strict";
import { test } from "node:test";
import { fits, shows, tablesOf } from "../../../assets/script/scene/figures.js";
import { ONE, TWO } from "./blocks.js";

/** @type {[string, Parameters<typeof fits>[0], Block, boolean][]} */
const CASES = [
  ["any data set", { features: null, most: null }, TWO, true],
  ["a figure that says nothing", {}, TWO, true],
  ["one feature", { features: [1] }, ONE, true],
  ["two features where one is shown", { features: [1] }, TWO, false],
  ["one feature where two or three are shown", { features: [2, 3] }, ONE, false],
  ["as many samples as can be", { most: 4 }, ONE, true],
  ["more samples than can be", { most: 3 }, ONE, false],
  ["few samples of too many features", { features: [1], most: 4 }, TWO, false],
];
for (const [name, figure, block, wanted] of CASES) {
  test(`a figure ${wanted ? "shows" : "cannot show"} ${name}`, () => {
    assert.equal(fits(figure, block), wanted);
  });
}

/** @type {[of_sample: boolean, sample: number, features: number[], wanted: boolean][]} */
const CHOSEN = [
  [true, 1, [1], true],
  [true, 0, [1], false],
  [false, 0, [1], true],
  [true, 1, [2], false],
];
for (const [of_sample, sample, features, wanted] of CHOSEN) {
  test(`a figure ${of_sample ? "of one sample" : ""} ${wanted ? "shows" : "cannot show"} sample ${sample} with ${features} feature(s)`, () => {
    assert.equal(shows({ features, most: null, of_sample }, ONE, { sample }), wanted);
  });
}

const FIGURES = [{ tables: ["samples", "curve"] }, { tables: ["loss_other", "curve"] }];

test("a page without figures reads four tables", () => {
  assert.deepEqual(tablesOf([], "cross-entropy"), ["samples", "summary", "optimum", "history_now"]);
});

test("every table is named once", () => {
  const wanted = ["samples", "summary", "optimum", "history_now", "curve", "loss_other"];
  assert.deepEqual(tablesOf(FIGURES, "squared"), wanted);
});

test("the cross-entropy is read beside the squared loss, and not the other way round", () => {
  assert.ok(!tablesOf(FIGURES, "cross-entropy").includes("loss_other"));
});
