// Evenly spaced numbers and the parts of the axes that a plot shows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { linspace, plotRange, spans } from "../../../assets/script/frame/ranges.js";

test("evenly spaced numbers end exactly at the upper end", () => {
  const found = linspace(0, 0.1, 12); // eleven steps add up to 0.10000000000000002
  assert.deepEqual([found.length, found[0], found[11]], [12, 0, 0.1]);
});

for (const [x, range] of [
  [
    [0, 10, 4],
    [-1.5, 11.5],
  ],
  [
    [5, 5],
    [4, 6],
  ],
  [[-3], [-4, -2]],
]) {
  test(`the plot of ${x} goes from ${range[0]} to ${range[1]}`, () => {
    assert.deepEqual(plotRange(x), range);
  });
}

test("a plot range takes more values than a function takes arguments", () => {
  const x = Array.from({ length: 300_000 }, (_, i) => i / 299_999);
  assert.deepEqual(plotRange(x), [-0.15, 1.15]);
});

test("each feature has a plot range, which is made once", () => {
  const data = {
    x: [
      [0, 10],
      [5, 5],
    ],
    y: [0, 1],
    features: ["a", "b"],
    units: ["", ""],
  };
  assert.deepEqual(spans(data), [
    [-1.5, 11.5],
    [4, 6],
  ]);
  assert.equal(spans(data), spans(data));
});

test("a plot range reaches what the axis should show beside the samples", () => {
  const data = { x: [[60, 80]], y: [1, 0], features: ["a"], units: [""], shows: [30] };
  assert.deepEqual(spans(data), [[22.5, 87.5]]);
});

test("while the hand holds a sample the ends stay, wherever it is", () => {
  /** @type {[number, number][]} */
  const holds = [[0, 5]];
  const data = { x: [[60, 80]], y: [1, 0], features: ["a"], units: [""], holds };
  assert.deepEqual(spans(data), [[0, 5]]);
});
