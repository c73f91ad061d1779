// What is shown of the frame: its tables, covers, and the numbers that NumPy answers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { events, heard, opened } from "./made.js";

/** @type {[string, Record<string, string>, Record<string, string>, string[], string[]][]} */
const TABLES = [
  ["of one feature", {}, {}, ["curve", "loss_curve", "surface"], ["plane", "loss_other"]],
  [
    "of the squared loss",
    { loss_function: "squared" },
    {},
    ["loss_curve", "loss_other"],
    ["plane"],
  ],
  ["of two features", { dataset: "two-clouds" }, {}, ["plane", "loss_curve"], ["curve", "surface"]],
  ["of many samples", { dataset: "rare" }, {}, ["curve", "surface"], ["gradient"]],
  ["that are not hidden", {}, { hide: "surface" }, ["curve"], ["surface", "surface_now", "path"]],
  ["of chosen figures", {}, { figures: "loss" }, ["loss_curve"], ["curve", "surface"]],
];
for (const [name, scene, asked, there, absent] of TABLES) {
  test(`a frame has the tables ${name}`, () => {
    const { store } = opened(scene, asked);
    const found = Object.keys(store.now().frame);
    assert.deepEqual(found, store.tables());
    const always = ["samples", "summary", "optimum"];
    assert.deepEqual(
      [...always, ...there].filter((table) => !found.includes(table)),
      [],
    );
    assert.deepEqual(
      absent.filter((table) => found.includes(table)),
      [],
    );
  });
}

/** @type {[string, string, boolean][]} */
const FITTING = [
  ["loans", "sigmoid", true],
  ["loans", "plane", false],
  ["two-clouds", "plane", true],
  ["two-clouds", "sigmoid", false],
  ["loans", "gradient", true],
  ["rare", "gradient", false],
  ["loans", "table", false], // is a card
  ["loans", "constructor", false],
];
for (const [dataset, figure, wanted] of FITTING) {
  test(`the figure ${figure} ${wanted ? "shows" : "does not show"} ${dataset}`, () => {
    assert.equal(opened({ dataset }).store.fits(figure), wanted);
  });
}

/** @type {Omit<Cover, "value">} */
const where = { dataset: "loans", question: 2, table: "summary", column: "mean_loss", row: null };

test("a cover lies on the frame as it is seen, and not on the frame itself", () => {
  const { store, told } = opened();
  const { mean_loss } = store.now().frame.summary;
  store.cover([{ ...where, value: mean_loss }]);
  assert.deepEqual(events(told), ["frame"]);
  const [seen] = heard(told, "frame");
  assert.equal(seen.frame.summary.mean_loss, undefined);
  assert.deepEqual(seen.asking, [2]);
  assert.equal(store.seen().frame, seen.frame);
  assert.equal(store.now().frame.summary.mean_loss, mean_loss);
});

test("a number is seen again when its question is answered", () => {
  const { store, told } = opened();
  const { mean_loss } = store.now().frame.summary;
  store.cover([{ ...where, value: mean_loss }]);
  store.cover([]);
  const [, seen] = heard(told, "frame");
  assert.equal(seen.frame.summary.mean_loss, mean_loss);
  assert.deepEqual(seen.asking, []);
});

test("a cover stays while the hand moves, and comes off where the answer is another", () => {
  const { store, told } = opened();
  store.cover([{ ...where, value: store.now().frame.summary.mean_loss }]);
  store.set({ threshold: 0.25 });
  store.set({ w1: -1 });
  store.rest();
  const found = heard(told, "frame").map(({ frame }) => frame.summary.mean_loss);
  assert.deepEqual(found.slice(0, 2), [undefined, undefined]);
  assert.equal(found[2], store.now().frame.summary.mean_loss);
});

test("a cover of another data set is not laid", () => {
  const { store, told } = opened();
  store.cover([{ ...where, dataset: "overlap", value: store.now().frame.summary.mean_loss }]);
  assert.deepEqual(heard(told, "frame")[0].asking, []);
});

test("numbers of the server are drawn at once, and the others stay", () => {
  const { store, told } = opened();
  const { frame } = store.now();
  const { form } = store.wanted();
  store.take({ summary: { ...frame.summary, mean_loss: 7 } }, form);
  assert.deepEqual(events(told), ["frame"]);
  assert.deepEqual(heard(told, "frame")[0].frame.summary.mean_loss, 7);
  assert.equal(store.now().frame.samples, frame.samples);
  assert.equal(store.unsent, false);
});

test("numbers of the server are covered as well", () => {
  const { store, told } = opened();
  store.cover([{ ...where, value: 7 }]);
  const { summary } = store.now().frame;
  store.take({ summary: { ...summary, mean_loss: 7 } }, store.wanted().form);
  assert.equal(heard(told, "frame")[1].frame.summary.mean_loss, undefined);
  assert.equal(store.now().frame.summary.mean_loss, 7);
});

test("numbers of the server are gone with the next change", () => {
  const { store } = opened();
  const { summary } = store.now().frame;
  store.take({ summary: { ...summary, mean_loss: 7 } }, store.wanted().form);
  store.select(null);
  assert.equal(store.now().frame.summary.mean_loss, summary.mean_loss);
});

const surface = { loss: [] };
const loss_curve = { p: [] };

test("tables that no weight changes stand until the form changes, and are not asked for again", () => {
  const { store } = opened();
  assert.deepEqual(store.wanted().tables, store.tables());
  store.take({ surface, loss_curve }, store.wanted().form);
  const rest = store.tables().filter((name) => !["surface", "loss_curve"].includes(name));
  store.set({ w1: -1 });
  store.rest();
  assert.equal(store.now().frame.surface, surface);
  assert.deepEqual(store.wanted().tables, rest);
  store.set({ unit: "bits" });
  store.rest();
  assert.notEqual(store.now().frame.surface, surface);
  assert.deepEqual(store.wanted().tables, store.tables());
});

test("they stand again when the form is back", () => {
  const { store } = opened();
  store.take({ surface }, store.wanted().form);
  store.show({ unit: "bits" });
  store.show({ dataset: "loans" });
  assert.equal(store.now().frame.surface, surface);
});
