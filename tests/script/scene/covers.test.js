import assert from "node:assert/strict";
import { test } from "node:test";
import { lay } from "../../../assets/script/scene/covers.js";

const FRAME = {
  summary: { mean_loss: 0.5, boundary: NaN, side: "left", gap: 0 },
  samples: { p: [0.1, 0.2, 0.1, NaN], loss: new Float64Array([1, 2, 3, 4]) },
  roc: { threshold: [0.1, 0.2, 0.3, 0.4] },
};

const ROWS = [0, 1, 2, 3];

/**
 * @param {string} table
 * @param {string} column
 * @param {number | null} row
 * @param {any} value
 * @returns {Cover}
 */
const cover = (table, column, row, value, question = 1) => ({
  dataset: "one",
  question,
  table,
  column,
  row,
  value,
});

/** @type {[string, Cover, any][]} */
const COVERED = [
  ["one number", cover("summary", "mean_loss", null, 0.5), undefined],
  ["a number within a thousandth", cover("summary", "mean_loss", null, 0.5004), undefined],
  ["a word", cover("summary", "side", null, "left"), undefined],
  ["the number 0", cover("summary", "gap", null, 0), undefined],
  ["one row", cover("samples", "p", 1, 0.1), [undefined, 0.2, 0.1, NaN]],
  ["any row", cover("samples", "p", null, 0.1), [undefined, 0.2, undefined, NaN]],
  ["an array of floats", cover("samples", "loss", 2, 2), [1, undefined, 3, 4]],
];
for (const [name, given, wanted] of COVERED) {
  test(`a cover lies on ${name}`, () => {
    const { frame, asking } = lay(FRAME, [given], ROWS);
    assert.deepEqual(frame[given.table][given.column], wanted);
    assert.deepEqual(asking, [1]);
  });
}

/** @type {[string, Cover][]} */
const BARE = [
  ["another number", cover("summary", "mean_loss", null, 0.51)],
  ["a number near 0", cover("summary", "gap", null, 1e-9)],
  ["another word", cover("summary", "side", null, "right")],
  ["no number", cover("summary", "boundary", null, 4)],
  ["another row", cover("samples", "p", 2, 0.1)],
  ["a row of no number", cover("samples", "p", 4, 0.1)],
  ["a row that is not there", cover("samples", "p", 9, 0.1)],
  ["a column that is not there", cover("samples", "z", 1, 0.1)],
  ["a table that is not there", cover("history", "p", 1, 0.1)],
];
for (const [name, given] of BARE) {
  test(`no cover lies on ${name}, and the tables are the same objects`, () => {
    const { frame, asking } = lay(FRAME, [given], ROWS);
    for (const table of Object.keys(FRAME))
      assert.equal(frame[table], FRAME[/** @type {keyof typeof FRAME} */ (table)]);
    assert.deepEqual(asking, []);
  });
}

test("of thinned samples the row that stands for a sample is covered", () => {
  const { frame } = lay(FRAME, [cover("samples", "loss", 5, 3)], [0, 2, 4, 6]);
  assert.deepEqual(frame.samples.loss, [1, 2, undefined, 4]);
});

test("a sample that the thinned table leaves out covers nothing", () => {
  assert.deepEqual(lay(FRAME, [cover("samples", "loss", 2, 1)], [0, 2, 4, 6]).asking, []);
});

test("a table that has no samples in it is not thinned", () => {
  const { frame } = lay(FRAME, [cover("roc", "threshold", 2, 0.2)], [0, 2, 4, 6]);
  assert.deepEqual(frame.roc.threshold, [0.1, undefined, 0.3, 0.4]);
});

test("several covers lie on one column, and every question is named once", () => {
  const covers = [
    cover("samples", "p", 1, 0.1, 3),
    cover("samples", "p", 2, 0.2, 2),
    cover("samples", "loss", 1, 1, 3),
  ];
  const { frame, asking } = lay(FRAME, covers, ROWS);
  assert.deepEqual(frame.samples.p, [undefined, undefined, 0.1, NaN]);
  assert.deepEqual(asking, [3, 2]);
});

test("the frame below stays as it is", () => {
  const before = structuredClone(FRAME);
  lay(FRAME, [cover("samples", "p", 1, 0.1), cover("summary", "mean_loss", null, 0.5)], ROWS);
  assert.deepEqual(FRAME, before);
});
