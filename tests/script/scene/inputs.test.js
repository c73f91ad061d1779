import assert from "node:assert/strict";
import { test } from "node:test";
import { derive } from "../../../assets/script/scene/form.js";
import { groups, values, withMoves } from "../../../assets/script/scene/inputs.js";
import { opening } from "../../../assets/script/scene/scene.js";
import { SCHEMA } from "../schema.js";
import { ONE, TWO } from "./blocks.js";

const path = [
  [0, 0, 0],
  [7, 8, 9],
];
const data = derive(TWO, opening(TWO));
const now = { block: TWO, scene: { ...opening(TWO), steps: 5, sample: 3 }, data, path };

test("the inputs show the weights in force and the steps that training took", () => {
  const { w0, w1, w2, steps, threshold } = values(now);
  assert.deepEqual([w0, w1, w2, steps, threshold], [7, 8, 9, 1, 0.5]);
});

test("a weight that training has left at rounding is shown as 0, one that is set is not", () => {
  const noise = { ...now, path: [...path, [2.2892e-18, 8, 9]] };
  assert.deepEqual([values(noise).w0, values(noise).w1], [0, 8]);
  assert.equal(values({ ...now, path: [[2.2892e-18, 8, 9]] }).w0, 2.2892e-18);
});

test("the inputs show the features of the chosen sample", () => {
  const { x1, x2 } = values(now);
  assert.deepEqual([x1, x2], [3, 0.5]);
});

test("the inputs show where the chosen sample was moved", () => {
  const { x1, x2 } = values({ ...now, scene: { ...now.scene, moved: { 3: [4, 5] } } });
  assert.deepEqual([x1, x2], [4, 5]);
});

const TITLES = {
  Model: ["w0", "w1", "w2", "w3"],
  Sample: ["x"],
  Training: ["steps", "l1"],
  Other: ["unit"],
};
/** @param {Schema["groups"]} groups */
const titled = (groups) => ({ groups, settings: SCHEMA.settings });
const everything = { offers: () => true, mostSteps: 50 };

/**
 * Titles with the names under them.
 * @param {ReturnType<typeof groups>} found
 */
const named = (found) => found.map(([title, rows]) => [title, ...rows.map(({ name }) => name)]);

test("one feature of the chosen sample can be offered alone", () => {
  const offers = (/** @type {string} */ name) => name === "x2";
  const limits = { ...everything, offers };
  const found = groups(TWO, { ...opening(TWO), sample: 3 }, titled(TITLES), limits);
  assert.deepEqual(named(found), [["Sample", "x2"]]);
});

test("the inputs stand under their titles, in the order of those", () => {
  const scene = opening(ONE);
  assert.deepEqual(named(groups(ONE, scene, titled(TITLES), everything)), [
    ["Model", "w0", "w1"],
    ["Sample", "x1"],
    ["Training", "steps", "l1"],
    ["Other", "unit"],
  ]);
});

test("a weight that only the product has is an input with the product", () => {
  const scene = opening(TWO, { interaction: true });
  const [[, rows]] = groups(TWO, scene, titled(TITLES), everything);
  assert.deepEqual(
    rows.map(({ name }) => name),
    ["w0", "w1", "w2", "w3"],
  );
});

test("without a sample no features are inputs", () => {
  const scene = { ...opening(TWO), sample: 0 };
  const titles = named(groups(TWO, scene, titled(TITLES), everything)).map(([title]) => title);
  assert.deepEqual(titles, ["Model", "Training", "Other"]);
});

test("what the page does not offer is no input, and a title without any is left out", () => {
  const offers = (/** @type {string} */ name) => name === "w1" || name === "steps";
  assert.deepEqual(named(groups(TWO, opening(TWO), titled(TITLES), { ...everything, offers })), [
    ["Model", "w1"],
    ["Training", "steps"],
  ]);
});

test("steps go as far as training may go here", () => {
  const [[, [row]]] = groups(ONE, opening(ONE), titled({ Training: ["steps"] }), everything);
  assert.equal(row.high, 50);
  assert.equal(ONE.forms["00"].inputs.steps.high, 10);
});

for (const [sample, who] of /** @type {[number, string][]} */ ([
  [1, "flower A"],
  [3, "sample 3"],
])) {
  test(`a feature names the sample that it is of: ${who}`, () => {
    const [[, rows]] = groups(TWO, { ...now.scene, sample }, titled({ Sample: ["x"] }), everything);
    assert.deepEqual(
      rows.map(({ name, word, symbol, label }) => [name, word, symbol, label]),
      [
        ["x1", `${who}:`, "length", `${who}: length, cm`],
        ["x2", `${who}:`, "width", `${who}: width, cm`],
      ],
    );
  });
}

test("an input goes as far as its setting, and a feature as far as a sample can be moved", () => {
  const titles = titled({ Model: ["w1", "threshold"], Sample: ["x"], Training: ["l1"] });
  const rows = groups(ONE, { ...opening(ONE), sample: 1 }, titles, everything).flatMap(
    ([, r]) => r,
  );
  assert.deepEqual(
    rows.map(({ name, bounds }) => [name, ...bounds]),
    [
      ["w1", -1e9, 1e9],
      ["threshold", 0, 1],
      ["x1", -1e9, 1e9],
      ["l1", 0, 1000],
    ],
  );
});

test("changes without a feature are the same object", () => {
  const changes = { w0: 1 };
  assert.equal(withMoves(now, changes), changes);
});

test("a feature moves the chosen sample, and its other features stay", () => {
  assert.deepEqual(withMoves(now, { x2: 8 }), { moved: { 3: [3, 8] } });
});

const away = { ...now, scene: { ...now.scene, moved: { 1: [0, 0], 3: [4, 5] } } };

test("a sample that was moved moves on from there, and others stay where they are", () => {
  assert.deepEqual(withMoves(away, { x1: 6 }), { moved: { 1: [0, 0], 3: [6, 5] } });
});

test("a sample that is back at home is not moved any more", () => {
  assert.deepEqual(withMoves(away, { x1: 3, x2: 0.5 }), { moved: { 1: [0, 0] } });
});

test("what is set beside a feature is set too", () => {
  assert.deepEqual(withMoves(now, { x1: 6, unit: "bits" }), {
    unit: "bits",
    moved: { 3: [6, 0.5] },
  });
});
