// What the hand sets, and who is told.
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, mock, test } from "node:test";
import { assertNear, events, heard, meanLoss, opened } from "./made.js";

const LOCKED = "This is locked here.";
const NO_COSTS = "The costs cannot be both 0: no decision would matter then.";

describe("what the hand sets", () => {
  beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
  afterEach(() => mock.timers.reset());

  test("a weight makes one frame, with the mean loss at the weights in force", () => {
    const { store, told } = opened();
    store.set({ w1: -0.1 });
    assert.deepEqual(events(told), ["problem", "stop", "frame"]);
    const [seen] = heard(told, "frame");
    assertNear(seen.frame.summary.mean_loss, meanLoss(store.block, [8.12, -0.1]));
    assert.deepEqual(seen.path, [[8.12, -0.1]]);
    assert.deepEqual(heard(told, "problem"), [""]);
    assert.equal(store.unsent, true);
  });

  test("the hand rests 120 ms after the last change", () => {
    const { store, told } = opened();
    store.set({ w1: -0.1 });
    mock.timers.tick(119);
    store.set({ w1: -0.11 });
    mock.timers.tick(119);
    assert.deepEqual(heard(told, "rest"), []);
    mock.timers.tick(1);
    assert.deepEqual(heard(told, "rest"), [true]);
    assert.equal(store.unsent, false);
    mock.timers.tick(1000);
    assert.deepEqual(heard(told, "rest"), [true]);
  });

  test("a hand that is lifted rests at once, and only once", () => {
    const { store, told } = opened();
    store.set({ w1: -0.1 });
    store.rest();
    mock.timers.tick(1000);
    assert.deepEqual(heard(told, "rest"), [true]);
  });

  test("a hand that rests without a change says so", () => {
    const { store, told } = opened();
    store.rest();
    assert.deepEqual(told, [["rest", false]]);
  });

  test("the rest is told when there is time for it", () => {
    /** @type {(() => void)[]} */
    const waiting = [];
    const { store, told } = opened({}, {}, (work) => () => waiting.push(work));
    store.set({ w1: -0.1 });
    store.rest();
    assert.equal(store.unsent, true);
    assert.deepEqual(heard(told, "rest"), []);
    for (const work of waiting) work();
    assert.deepEqual(heard(told, "rest"), [true]);
  });

  test("a setting that is no weight does not end training", () => {
    const { store, told } = opened();
    store.set({ threshold: 0.25 });
    assert.deepEqual(events(told), ["problem", "frame"]);
    assert.equal(store.scene.threshold, 0.25);
  });

  test("what is locked is refused, and every input shows again what stands", () => {
    const { store, told } = opened({}, { lock: "w" });
    const before = store.now();
    store.set({ w1: -0.1 });
    assert.deepEqual(heard(told, "problem"), [LOCKED]);
    assert.deepEqual(events(told), ["problem", "frame"]);
    assert.deepEqual(store.now(), before);
    mock.timers.tick(1000);
    assert.deepEqual([store.unsent, heard(told, "rest")], [false, []]);
  });

  test("of several values the locked ones are left out", () => {
    const { store, told } = opened({}, { lock: "w1" });
    store.set({ w0: 1, w1: 2 });
    assert.deepEqual([store.scene.w0, store.scene.w1], [1, -0.094]);
    assert.deepEqual(heard(told, "problem"), [""]);
  });

  test("costs that are both 0 are refused", () => {
    const { store, told } = opened();
    store.set({ cost_fp: 0 });
    store.set({ cost_fn: 0 });
    assert.deepEqual(heard(told, "problem"), ["", NO_COSTS]);
    assert.deepEqual([store.scene.cost_fp, store.scene.cost_fn], [0, 1]);
    assert.equal(heard(told, "frame").length, 2);
  });

  test("a change after a problem takes its sentence away", () => {
    const { store, told } = opened();
    store.set({ cost_fp: 0, cost_fn: 0 });
    store.set({ cost_fp: 2 });
    assert.deepEqual(heard(told, "problem"), [NO_COSTS, ""]);
  });

  test("steps are as many as a page allows, and fewer on a large data set", () => {
    const { store } = opened();
    assert.equal(store.mostSteps, 10_000);
    const { store: large } = opened({ dataset: "rare" });
    assert.equal(large.mostSteps, 1000);
    large.set({ steps: 4000 });
    assert.equal(large.scene.steps, 1000);
    assert.equal(large.now().path.length, 1001);
  });

  test("training goes on from the same start, and a weight by hand is a new start", () => {
    const { store } = opened();
    store.set({ steps: 3 });
    const { path } = store.now();
    assert.equal(path.length, 4);
    assert.deepEqual(path[0], [8.12, -0.094]);
    store.set({ w1: -0.1 });
    const [w0] = path[3];
    assert.deepEqual(store.now().path, [[Number(w0.toPrecision(12)), -0.1]]);
    assert.equal(store.scene.steps, 0);
  });

  test("the same model stands when its data are standardised", () => {
    const { store, told } = opened();
    const before = store.now().frame.summary.mean_loss;
    store.set({ standardise: true });
    const [seen] = heard(told, "frame");
    assert.deepEqual(seen.data.units, ["sd"]);
    assert.notEqual(store.scene.w1, -0.094);
    assert.ok(Math.abs(seen.frame.summary.mean_loss - before) < 1e-9);
  });

  test("a feature of the chosen sample moves that sample", () => {
    const { store } = opened({ sample: 2 });
    store.set({ x1: 61 });
    assert.deepEqual(store.scene.moved, { 2: [61] });
    assert.equal(store.now().data.x[0][1], 61);
    store.set({ x1: store.block.x[0][1] });
    assert.deepEqual(store.scene.moved, {});
  });

  test("a sample is chosen by its row, and by no row none is", () => {
    const { store, told } = opened();
    store.select(1);
    assert.equal(store.scene.sample, 2);
    assert.deepEqual(events(told), ["frame", "rest"]);
    assert.deepEqual(heard(told, "rest"), [true]);
    store.select(null);
    assert.equal(store.scene.sample, 0);
  });

  test("a row of thinned samples stands for one sample in many", () => {
    const { store } = opened({ dataset: "rare" });
    const { rows, frame } = store.now();
    assert.deepEqual(rows.slice(0, 3), [0, 20, 40]);
    store.select(3);
    assert.equal(store.scene.sample, 61);
    assert.equal(frame.samples.x[3], store.block.x[0][60]);
  });

  test("training ends where the chosen sample can be moved", () => {
    const { store, told } = opened();
    store.view = { ...store.view, offers: (name) => name === "x" };
    store.select(1);
    assert.deepEqual(events(told), ["stop", "frame", "rest"]);
  });

  test("the best weights are set where there are any", () => {
    const { store, told } = opened({ dataset: "overlap" });
    store.fit();
    assert.deepEqual(events(told), ["problem", "stop", "frame", "rest"]);
    const { data, frame, path } = store.now();
    const [best] = path;
    assertNear(frame.summary.mean_loss, meanLoss(data, best));
    for (const nudge of [-1e-3, 1e-3]) {
      assert.ok(meanLoss(data, [best[0] + nudge, best[1]]) > frame.summary.mean_loss);
      assert.ok(meanLoss(data, [best[0], best[1] + nudge]) > frame.summary.mean_loss);
    }
  });

  test("where the classes are separable there are no best weights, which is told", () => {
    const { store, told } = opened();
    store.fit();
    assert.deepEqual(events(told), ["level"]);
    const [now] = heard(told, "level");
    assert.deepEqual(now.path, [[8.12, -0.094]]);
    assert.ok(Number.isNaN(now.frame.optimum.w1[0]));
    assert.equal(store.unsent, false);
  });

  test("with a penalty there are best weights also where the classes are separable", () => {
    const { store, told } = opened({ l2: "0.1" });
    store.fit();
    assert.deepEqual(heard(told, "level"), []);
    assert.equal(store.unsent, false);
    assert.notEqual(store.scene.w1, -0.094);
  });

  test("best weights are not set where one of them is locked", () => {
    const { store, told } = opened({ dataset: "overlap" }, { lock: "w1" });
    const before = store.scene;
    store.fit();
    assert.deepEqual(told, [["problem", "The weights are locked here."]]);
    assert.equal(store.scene, before);
  });

  test("where training has ended early, more steps change nothing", () => {
    const { store } = opened({ learning_rate: "1", l2: "10", steps: "5000" });
    const before = store.now();
    assert.ok(before.path.length < 200);
    store.set({ steps: before.path.length });
    store.set({ steps: before.path.length + 10 });
    assert.equal(store.scene.steps, before.path.length);
    assert.deepEqual(store.now().path, before.path);
  });

  test("a sample that is no dot of a thinned data set has a row of its own, with all its numbers", () => {
    const { store } = opened({ dataset: "rare", sample: "77" });
    const { rows, frame, block } = store.now();
    assert.deepEqual([rows.length, rows[250]], [251, 76]);
    assert.equal(frame.samples.x[250], block.x[0][76]);
    store.select(250);
    assert.equal(store.scene.sample, 77);
    store.select(1);
    assert.deepEqual([store.scene.sample, store.now().rows.length], [21, 250]);
  });
});
