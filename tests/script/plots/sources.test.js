// Tables of a frame in the sources of the plots: what changed is new, what stays the same is not
// touched.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fillSources } from "../../../assets/script/plots/sources.js";

/** An image as the plots have it, of a class of its own. */
class Drawn {
  /** @param {ArrayLike<number>} flat @param {number[]} shape */
  constructor(flat, shape) {
    Object.assign(this, { flat, shape });
  }
}

/**
 * A source that counts how often it is said to have changed.
 * @param {string} name
 * @param {Record<string, any>} data
 */
function sourceOf(name, data) {
  const source = { name, data, changes: 0, change: { emit: () => void (source.changes += 1) } };
  return source;
}

const MANY = Array.from({ length: 51 }, (_, i) => i);
const FEW = MANY.slice(0, 50);

test("a table goes into the source of its name", () => {
  const [roc, other] = [sourceOf("roc", { x: [] }), sourceOf("other", { x: [] })];
  const x = [1, 2];
  fillSources([roc, other], { roc: { x } });
  assert.equal(roc.data.x, x);
  assert.deepEqual([other.data, other.changes], [{ x: [] }, 0]);
  assert.equal(roc.changes, 1);
});

test("the same table is not put in again", () => {
  const [source, table] = [sourceOf("roc", { x: [] }), { x: [1, 2] }];
  fillSources([source], { roc: table });
  fillSources([source], { roc: table });
  assert.equal(source.changes, 1);
});

/** @type {[string, Table, Table, boolean][]} */
const ALIKE = [
  ["the same columns in another table", { x: FEW }, { x: FEW }, true],
  ["one row of the same value", { x: [1] }, { x: [1] }, true],
  ["one row of no number", { x: [Number.NaN] }, { x: [Number.NaN] }, true],
  ["one row of another value", { x: [1] }, { x: [2] }, false],
  ["one row of zero with another sign", { x: [0] }, { x: [-0] }, false],
  ["one row of a value in words", { x: [1] }, { x: ["1"] }, false],
  ["one column more", { x: [1] }, { x: [1], y: [1] }, false],
  ["two rows of the same values", { x: [1, 2] }, { x: [1, 2] }, false],
];
for (const [name, first, second, isAlike] of ALIKE) {
  test(`${name} ${isAlike ? "is no change" : "is a change"}`, () => {
    const source = sourceOf("roc", {});
    fillSources([source], { roc: first });
    fillSources([source], { roc: second });
    assert.equal(source.changes, isAlike ? 1 : 2);
  });
}

/** @type {[string, ArrayLike<any>, ArrayLike<any>, boolean][]} */
const KEPT = [
  ["of the same values keeps its array", FEW, [...FEW], true],
  ["of the same words keeps its array", ["a", "b"], ["a", "b"], true],
  ["of a typed array keeps it", Float64Array.of(1, 2), Float64Array.of(1, 2), true],
  ["with another value is a new array", [1, 2], [1, 3], false],
  ["with more rows is a new array", [1, 2], [1, 2, 3], false],
  ["of many rows is a new array, since comparing costs more", MANY, [...MANY], false],
];
for (const [name, first, second, isKept] of KEPT) {
  test(`a column ${name}`, () => {
    const source = sourceOf("roc", {});
    fillSources([source], { roc: { x: first, y: [0] } });
    fillSources([source], { roc: { x: second, y: [1] } });
    assert.equal(source.data.x, isKept ? first : second);
    assert.deepEqual(source.data.y, [1]);
  });
}

test("a table that is gone leaves its columns without rows", () => {
  const source = sourceOf("roc", { x: [], label: [] });
  fillSources([source], { roc: { x: [1], label: ["a"] } });
  fillSources([source], {});
  assert.deepEqual(source.data, { x: [], label: [] });
  fillSources([source], {});
  assert.equal(source.changes, 2);
});

test("a column that the table does not have is as long as the others, of no numbers", () => {
  const source = sourceOf("roc", { x: [], y2: [1] });
  fillSources([source], { roc: { x: [1, 2] } });
  assert.deepEqual(source.data, { x: [1, 2], y2: [Number.NaN, Number.NaN] });
  const before = source.data.y2;
  fillSources([source], { roc: { x: [3, 4] } });
  assert.equal(source.data.y2, before);
});

test("the samples, and no other table, have a mark by their label", () => {
  const [samples, other] = [sourceOf("samples", {}), sourceOf("plane", {})];
  fillSources([samples, other], { samples: { y: [0, 1, 1] }, plane: { y: [0, 1, 1] } });
  assert.deepEqual(samples.data.mark, ["square", "circle", "circle"]);
  assert.deepEqual(Object.keys(other.data), ["y"]);
});

test("an image is drawn from the class of the image that it replaces", () => {
  const source = sourceOf("surface", { z: [new Drawn([0], [1, 1])], low: [0] });
  const flat = Float64Array.of(1, 2, 3, 4);
  fillSources([source], { surface: { z: [{ flat, shape: [2, 2] }], low: [5] } });
  assert.deepEqual(source.data, { z: [new Drawn(flat, [2, 2])], low: [5] });
});
