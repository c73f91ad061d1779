// Undo and redo: what is one change, and what stands after it is taken back.
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, mock, test } from "node:test";
import { events, heard, opened } from "./made.js";

/** @typedef {ReturnType<typeof opened>["store"]} Store */

describe("undo and redo", () => {
  beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
  afterEach(() => mock.timers.reset());

  /** @type {[name: string, scene: Record<string, any>, change: (store: Store) => void][]} */
  const CHANGES = [
    ["a number that is typed", {}, (store) => put(store, { w1: -0.2 })],
    ["a click on the surface", {}, (store) => put(store, { w0: 1, w1: 0.5 })],
    ["training", {}, (store) => put(store, { steps: 10 })],
    ["a sample that is moved", { sample: 2 }, (store) => put(store, { x1: 61 })],
    ["another form of the data", { w1: "-1" }, (store) => put(store, { standardise: true })],
    ["a reset", { w1: "-1", threshold: "0.25" }, (store) => store.reset()],
    ["the best weights", { l2: "0.1" }, (store) => store.fit()],
    ["another data set", { w1: "-1", moved: "2:61" }, (store) => store.openDataset("overlap")],
    ["a lesson's link", {}, (store) => store.show({ dataset: "two-clouds", interaction: "1" })],
    ["a sample that is chosen", {}, (store) => store.select(4)],
  ];

  /**
   * @param {Store} store
   * @param {Record<string, any>} values
   */
  function put(store, values) {
    store.set(values);
    store.rest();
  }

  for (const [name, scene, change] of CHANGES) {
    test(`${name} is undone, and made again, to the last digit`, () => {
      const { store } = opened(scene);
      const before = store.now();
      change(store);
      const after = store.now();
      assert.notDeepEqual(after.scene, before.scene);
      store.undo();
      assert.deepEqual(store.now(), before);
      store.redo();
      assert.deepEqual(store.now(), after);
    });
  }

  test("a drag is one change, also with a pause in it", () => {
    const { store } = opened();
    store.set({ w1: -0.1 });
    mock.timers.tick(500);
    store.set({ w1: -0.2 });
    store.set({ w1: -0.3 });
    store.rest();
    store.undo();
    assert.deepEqual(store.settings(), { dataset: "loans" });
  });

  test("a run that a slow machine lets rest between its steps is one change", () => {
    const { store } = opened();
    run(store);
    store.rest();
    store.undo();
    assert.equal(store.scene.steps, 0);
  });

  /** @param {Store} store */
  function run(store) {
    for (const steps of [1, 2, 3]) {
      store.run({ steps });
      mock.timers.tick(200);
    }
  }

  for (const [name, scene, change] of CHANGES) {
    test(`${name} in the middle of a run is undone without the run`, () => {
      const { store } = opened({ ...scene, learning_rate: "0.001" });
      run(store);
      const before = store.now();
      store.hold(); // a key is down, as when the change is made by Enter
      change(store);
      store.release();
      store.undo();
      assert.deepEqual(store.now(), before);
      store.undo();
      assert.equal(store.scene.steps, 0);
    });
  }

  test("what a key does while it is down is one change", () => {
    const { store } = opened();
    store.hold();
    put(store, { w1: -0.1 });
    put(store, { w1: -0.2 });
    store.release();
    store.undo();
    assert.deepEqual(store.settings(), { dataset: "loans" });
  });

  test("an undo in the middle of a move takes the move back, and a redo brings it", () => {
    const { store } = opened();
    put(store, { threshold: 0.25 });
    store.set({ w1: -0.3 });
    store.undo();
    assert.deepEqual(store.settings(), { dataset: "loans", threshold: "0.25" });
    store.redo();
    assert.deepEqual(store.settings(), { dataset: "loans", w1: "-0.3", threshold: "0.25" });
  });

  test("an undo ends a run, clears the problem, draws once and rests", () => {
    const { store, told } = opened();
    put(store, { w1: -0.1 });
    told.length = 0;
    store.undo();
    assert.deepEqual(events(told), ["stop", "problem", "frame", "rest"]);
    assert.deepEqual([heard(told, "problem"), heard(told, "rest")], [[""], [true]]);
  });

  test("with nothing to undo the scene stays and nothing is drawn", () => {
    const { store, told } = opened({ w1: "-1" });
    store.undo();
    store.redo();
    assert.deepEqual(heard(told, "frame"), []);
    assert.deepEqual(store.settings(), { dataset: "loans", w1: "-1" });
  });

  test("it is told whether there is something to undo or to redo", () => {
    const { store } = opened();
    /** @type {boolean[]} */
    let told = [];
    store.on("past", (...both) => {
      told = both;
    });
    put(store, { w1: -0.1 });
    assert.deepEqual(told, [true, false]);
    store.undo();
    assert.deepEqual(told, [false, true]);
    put(store, { w1: -0.2 });
    assert.deepEqual(told, [true, false]);
  });

  test("a change that the locks refuse is none to undo", () => {
    const { store } = opened({}, { lock: "w1" });
    put(store, { w1: -0.2 });
    put(store, { w0: 1, w1: -0.3 });
    store.undo();
    store.undo();
    assert.deepEqual(store.settings(), { dataset: "loans" });
    store.redo();
    assert.deepEqual(store.settings(), { dataset: "loans", w0: "1" });
  });
});
