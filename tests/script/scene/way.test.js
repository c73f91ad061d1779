// The way from one scene to another of the same data.
import assert from "node:assert/strict";
import { test } from "node:test";
import { make } from "../../../assets/script/scene/made.js";
import { opening } from "../../../assets/script/scene/scene.js";
import { wayTo } from "../../../assets/script/scene/way.js";
import { SCHEMA } from "../schema.js";
import { ONE, TWO } from "./blocks.js";

const PAGE = /** @type {Page} */ (
  /** @type {unknown} */ ({ limits: { dots: 100, work: 1000 }, schema: SCHEMA })
);
/** @param {Partial<Scene>} [given] */
const scene = (given) => /** @type {Scene} */ ({ ...opening(ONE), ...given });
/** @param {Partial<Scene>} [given] */
const there = (given) => ({ block: ONE, scene: scene(given) });

/** @param {Partial<Scene>} [given] @returns {Now} */
function at(given) {
  const [block, now] = [ONE, scene(given)];
  return { ...make(PAGE, block, now, []), block, scene: now, page: PAGE };
}

test("on the way the weights and the threshold have gone their share", () => {
  const way = wayTo(at(), there({ w0: 3, w1: 1.5, threshold: 0.9 }));
  const half = /** @type {Scene} */ (way?.(0.5));
  assert.deepEqual([half.w0, half.w1], [1, 1]);
  assert.ok(Math.abs(half.threshold - 0.7) < 1e-12);
});

test("everything else is there from the first moment on, and training waits", () => {
  const way = wayTo(at(), there({ w0: 3, unit: "bits", steps: 5 }));
  const first = /** @type {Scene} */ (way?.(0));
  assert.deepEqual([first.w0, first.w1, first.unit, first.steps], [-1, 0.5, "bits", 0]);
});

/** @type {[string, () => ReturnType<typeof wayTo>][]} */
const NO_WAY = [
  ["to where one is already", () => wayTo(at(), there())],
  ["where only the unit differs", () => wayTo(at(), there({ unit: "bits" }))],
  ["to other data", () => wayTo(at(), { block: TWO, scene: opening(TWO) })],
  ["to another form", () => wayTo(at(), there({ standardise: true, w0: 3 }))],
  ["to a sample that was moved", () => wayTo(at(), there({ moved: { 1: [9] }, w0: 3 }))],
];
for (const [name, way] of NO_WAY) {
  test(`there is no way ${name}`, () => {
    assert.equal(way(), null);
  });
}

test("after training the way begins at the weights that it has reached", () => {
  const from = at({ steps: 3 });
  const first = wayTo(from, there({ w0: 3 }))?.(0);
  assert.deepEqual([first?.w0, first?.w1], from.path.at(-1));
  assert.notEqual(first?.w0, -1);
});
