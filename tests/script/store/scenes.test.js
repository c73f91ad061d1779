// Whole scenes: opening one, another data set, and back to the start.
import assert from "node:assert/strict";
import { test } from "node:test";
import { events, heard, opened } from "./made.js";

test("the page opens with the scene that came with it, and nothing is asked for it", () => {
  const { store } = opened();
  assert.deepEqual(store.settings(), { dataset: "loans" });
  assert.equal(store.unsent, false);
});

test("what cannot be taken of an address is said, and the rest is taken", () => {
  const { store } = opened();
  assert.deepEqual(store.open({ dataset: "overlap", w1: "x", threshold: "0.25" }), [
    "w1 is a number, got “x”.",
  ]);
  assert.deepEqual(store.settings(), { dataset: "overlap", threshold: "0.25" });
});

test("a scene that is shown is told once, and so is its end of training", () => {
  const { store, told } = opened();
  store.show({ dataset: "two-clouds", interaction: "1", w3: "-1" });
  assert.deepEqual(events(told), ["problem", "stop", "frame", "rest"]);
  const [seen] = heard(told, "frame");
  assert.equal(seen.block.name, "two-clouds");
  assert.deepEqual(seen.data.features.length, 3);
  assert.deepEqual([heard(told, "problem"), heard(told, "rest")], [[""], [true]]);
});

test("a scene that is shown says all that is wrong with it in one line", () => {
  const { store, told } = opened();
  store.show({ dataset: "nope", w0: "a" });
  assert.deepEqual(heard(told, "problem"), [
    "There is no data set “nope” on this page. w0 is a number, got “a”.",
  ]);
  assert.equal(store.block.name, "loans");
});

test("another data set opens its own way, with the unit, the loss and the costs of before", () => {
  const { store, told } = opened({
    unit: "bits",
    loss_function: "squared",
    cost_fn: "3",
    w1: "-1",
  });
  store.openDataset("overlap");
  assert.deepEqual(events(told), ["stop", "frame", "rest"]);
  assert.deepEqual(store.settings(), {
    dataset: "overlap",
    unit: "bits",
    loss_function: "squared",
    cost_fn: "3",
  });
});

test("a data set that is not here is asked for, and opens when it has come", () => {
  const { store, told } = opened();
  const before = store.scene;
  store.openDataset("late");
  assert.deepEqual(told, [
    ["stop", undefined],
    ["missing", "late"],
  ]);
  assert.equal(store.scene, before);
  store.add({ ...store.block, name: "late" });
  store.openDataset("late");
  assert.equal(store.now().scene.dataset, "late");
});

test("a reset goes back to the opening of the page", () => {
  const { store, told } = opened({ w0: "1", w1: "2", threshold: "0.25", standardise: "1" });
  store.reset();
  assert.deepEqual(store.settings(), { dataset: "loans" });
  assert.deepEqual(events(told), ["problem", "stop", "frame", "rest"]);
});

test("a reset leaves what is locked, and the data set", () => {
  const scene = { dataset: "overlap", w1: "2", threshold: "0.25", steps: "4" };
  const { store } = opened(scene, { lock: "w,threshold" });
  store.reset();
  assert.deepEqual(store.settings(), { dataset: "overlap", w1: "2", threshold: "0.25" });
});
