// Segments and paths cut off at the sides of a square from 0 to 1.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clipPath, clipSegment, isInside } from "../../../assets/script/frame/clipping.js";

/** @typedef {number[]} Point */

const [LOW, HIGH] = [
  [0, 0],
  [1, 1],
];
const GAP = [Number.NaN, Number.NaN];

for (const [name, start, end, part] of /** @type {[string, Point, Point, Point[] | null][]} */ ([
  [
    "inside stays whole",
    [0.25, 0.5],
    [0.75, 0.5],
    [
      [0.25, 0.5],
      [0.75, 0.5],
    ],
  ],
  [
    "across is cut at both sides",
    [-1, 0.5],
    [3, 0.5],
    [
      [0, 0.5],
      [1, 0.5],
    ],
  ],
  [
    "keeps its direction",
    [3, 0.5],
    [-1, 0.5],
    [
      [1, 0.5],
      [0, 0.5],
    ],
  ],
  [
    "that leaves is cut once",
    [0.5, 0.5],
    [0.5, 2],
    [
      [0.5, 0.5],
      [0.5, 1],
    ],
  ],
  [
    "through a corner is that corner",
    [-0.5, 0.5],
    [0.5, -0.5],
    [
      [0, 0],
      [0, 0],
    ],
  ],
  [
    "along a side is that side",
    [-1, 1],
    [2, 1],
    [
      [0, 1],
      [1, 1],
    ],
  ],
  ["aslant past a corner is nothing", [-1, 0.5], [0.5, -1], null],
  ["level and above is nothing", [0, 1.5], [1, 1.5], null],
  ["upright and beside is nothing", [-0.5, 0], [-0.5, 1], null],
  ["that ends before is nothing", [-2, 0.5], [-1, 0.5], null],
  [
    "of no length inside is a point",
    [0.5, 0.5],
    [0.5, 0.5],
    [
      [0.5, 0.5],
      [0.5, 0.5],
    ],
  ],
  ["of no length outside is nothing", [2, 0.5], [2, 0.5], null],
])) {
  test(`a segment ${name}`, () => {
    assert.deepEqual(clipSegment(start, end, LOW, HIGH), part);
  });
}

for (const [point, expected] of /** @type {[Point, boolean][]} */ ([
  [[0.5, 0.5], true],
  [[0, 1], true],
  [[-0.1, 0.5], false],
  [[0.5, 1.1], false],
  [GAP, false],
])) {
  test(`the point ${point} is ${expected ? "inside" : "outside"}`, () => {
    assert.equal(isInside(point, LOW, HIGH), expected);
  });
}

for (const [name, points, parts] of /** @type {[string, Point[], Point[]][]} */ ([
  ["of no points is empty", [], []],
  ["of one point inside is that point", [[0.5, 0.5]], [[0.5, 0.5]]],
  ["of one point outside is empty", [[2, 0.5]], []],
  [
    "that stays outside is empty",
    [
      [2, 0.5],
      [2, 2],
      [0.5, 2],
    ],
    [],
  ],
  [
    "that enters has a gap before",
    [
      [-1, 0.5],
      [0.5, 0.5],
    ],
    [GAP, [0, 0.5], [0.5, 0.5]],
  ],
  [
    "that leaves and comes back is two parts",
    [
      [0.25, 0.5],
      [0.5, 0.5],
      [2, 0.5],
      [0.75, 0.5],
    ],
    [[0.25, 0.5], [0.5, 0.5], [1, 0.5], GAP, [1, 0.5], [0.75, 0.5]],
  ],
  [
    "that only passes is one part",
    [
      [-1, 0.5],
      [2, 0.5],
    ],
    [GAP, [0, 0.5], [1, 0.5]],
  ],
])) {
  test(`a path ${name}`, () => {
    assert.deepEqual(clipPath(points, LOW, HIGH), parts);
  });
}
