// Changes of single samples leave the data that they were given.
import assert from "node:assert/strict";
import { test } from "node:test";
import { added, copyOf, placed, removed, stepped } from "../../../assets/script/data/edit.js";

/** @type {Own} */
const OWN = Object.freeze({
  title: "Nights",
  features: ["a", "b"],
  units: ["", ""],
  positive: "good",
  negative: "bad",
  x: [
    [1, 2, 3],
    [4, 5, 6],
  ],
  y: [0, 1, 0],
  named: ["first", "second"],
});

/** @type {[name: string, own: Own, x: number[][], y: number[], named: string[]][]} */
const CHANGES = [
  [
    "placed",
    placed(OWN, 1, [7, 8], 0),
    [
      [1, 7, 3],
      [4, 8, 6],
    ],
    [0, 0, 0],
    ["first", "second"],
  ],
  [
    "added",
    added(OWN, [7, 8], 1),
    [
      [1, 2, 3, 7],
      [4, 5, 6, 8],
    ],
    [0, 1, 0, 1],
    ["first", "second"],
  ],
  [
    "removed",
    removed(OWN, 0),
    [
      [2, 3],
      [5, 6],
    ],
    [1, 0],
    ["second"],
  ],
  [
    "removed",
    removed(OWN, 2),
    [
      [1, 2],
      [4, 5],
    ],
    [0, 1],
    ["first", "second"],
  ],
];
for (const [name, own, x, y, named] of CHANGES) {
  test(`a sample is ${name}`, () => {
    assert.deepEqual([own.x, own.y, own.named], [x, y, named]);
    assert.deepEqual(
      [OWN.x[0], OWN.y],
      [
        [1, 2, 3],
        [0, 1, 0],
      ],
    );
  });
}

test("the last sample is not removed", () => {
  const one = removed(removed(OWN, 0), 0);
  assert.deepEqual(removed(one, 0), one);
});

test("a copy has a title of its own", () => {
  assert.equal(copyOf(OWN).title, "Nights (your copy)");
});

/** @type {[value: number, step: number, wanted: number][]} */
const STEPS = [
  [66.4, 1, 66],
  [0.34, 0.1, 0.3],
  [-1.26, 0.5, -1.5],
  [1e6 + 3, 5, 1000005],
];
for (const [value, step, wanted] of STEPS) {
  test(`${value} in steps of ${step} is ${wanted}`, () =>
    assert.equal(stepped(value, step), wanted));
}
