// Own data as a data set of the page. That inputs are those of Python, tests/script/test_own.py
// holds.
import assert from "node:assert/strict";
import { test } from "node:test";
import { blockOf } from "../../../assets/script/data/block.js";
import { withOwn } from "../../../assets/script/data/file.js";
import { opened } from "../store/made.js";
import { SQUARE } from "./samples.js";

const { page } = opened().store;

test("the same data give the same block, so that what is computed for them is kept", () => {
  const block = blockOf(SQUARE, page);
  assert.equal(blockOf(SQUARE, page), block);
  assert.equal(block.forms["11"], block.forms["11"]);
  assert.notEqual(blockOf({ ...SQUARE }, page), block);
});

test("data without a title are called yours", () => {
  assert.equal(blockOf({ ...SQUARE, title: "" }, page).title, "Your data");
});

test("more features than there are weights are refused", () => {
  const x = Array.from({ length: 5 }, () => SQUARE.x[0]);
  const own = { ...SQUARE, x, features: [..."abcde"], units: [..."     "] };
  assert.throws(() => blockOf(own, page), { code: "too_many_features", message: /weights for 4/ });
});

test("a weight to open with is refused where Python refuses it", () => {
  const opening = [1e9, 0, 0];
  assert.equal(blockOf({ ...SQUARE, opening }, page).forms["00"].inputs.w0.opening, 1e9);
  const message = /^An opening weight is beyond 1e\+09 in size/;
  assert.throws(() => blockOf({ ...SQUARE, opening: [0, 2e9, 0] }, page), { message });
});

/** @type {[why: string, y: number[], wanted: string][]} */
const KINDS = [
  ["a boundary beside all samples", [0, 0, 1, 1], "complete"],
  ["no boundary", [0, 1, 1, 0], "no"],
  ["samples of one class", [1, 1, 1, 1], "complete"],
];
for (const [why, y, wanted] of KINDS) {
  test(`classes are separated (${wanted}) by ${why}`, () => {
    assert.equal(blockOf({ ...SQUARE, y }, page).forms["00"].separable, wanted);
  });
}

test("opening own data is one change, and undo brings the data before back", () => {
  const { store } = opened({ w1: "-1" });
  const before = store.now();
  store.openBlock(blockOf(SQUARE, page));
  assert.equal(store.scene.own, SQUARE);
  const other = { ...SQUARE, y: [0, 1, 1, 0] };
  store.openBlock(blockOf(other, page));
  store.undo();
  assert.equal(store.scene.own, SQUARE);
  assert.deepEqual(store.now().frame.samples.y, SQUARE.y);
  store.undo();
  assert.deepEqual([store.block, store.scene], [before.block, before.scene]);
  store.redo();
  assert.deepEqual(store.now().data.x, SQUARE.x);
});

test("a reset and the menu lead back to own data that stand or stood", () => {
  const { store } = opened();
  store.openBlock(blockOf(SQUARE, page));
  store.set({ w1: 3 });
  store.reset();
  assert.deepEqual([store.scene.own, store.scene.w1], [SQUARE, 0]);
  store.openDataset("loans");
  assert.equal(store.scene.own, undefined);
  store.openDataset("own");
  assert.equal(store.scene.own, SQUARE);
});

test("an answer about the data before is not taken for own data", () => {
  const { store } = opened();
  const { form } = store.wanted();
  store.openBlock(blockOf(SQUARE, page));
  const { frame } = store.now();
  store.take({ summary: { w0: 99 } }, form);
  assert.equal(store.now().frame.summary, frame.summary);
});

test("own data stand in the text of a file, and cannot end its script element", () => {
  const html = '<p></p><script type="application/json" id="page">{"a":1}</script><p></p>';
  const own = { ...SQUARE, title: "</script>$&" };
  const text = withOwn(html, own, { dataset: "own", w1: "2" });
  const [, json] = /id="page">(.*?)<\/script/.exec(text) ?? [];
  assert.deepEqual(JSON.parse(json), { a: 1, own, scene: { dataset: "own", w1: "2" } });
});
