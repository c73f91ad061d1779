import assert from "node:assert/strict";
import { test } from "node:test";
import { derive } from "../../../assets/script/scene/form.js";
import { make, stepsTaken, train } from "../../../assets/script/scene/made.js";
import { opening } from "../../../assets/script/scene/scene.js";
import { SCHEMA } from "../schema.js";
import { ONE } from "./blocks.js";

const data = derive(ONE, opening(ONE));
const rates = { learning_rate: 0.1, l1: 0, l2: 0 };
const far = { work: 1000, furthest: 1e9 };

test("training starts at the start and takes as many steps as asked for", () => {
  const path = train(data, [0, 0], { ...rates, steps: 3 }, far);
  assert.equal(path.length, 4);
  assert.deepEqual(path[0], [0, 0]);
});

test("a step is the learning rate times the slope downhill", () => {
  const [, [w0, w1]] = train(data, [0, 0], { ...rates, steps: 1 }, far);
  // Every p is one half: the slopes are mean(p - y) = 0 and mean((p - y) x) = (1 - 2 + 3 - 6) / 8.
  assert.ok(Math.abs(w0) < 1e-15 && Math.abs(w1 - 0.1 * 0.5) < 1e-15);
});

test("training ends where the next weight would be too far away", () => {
  const wild = { ...rates, learning_rate: 10, steps: 50 };
  const path = train(data, [0, 0], wild, { work: 1000, furthest: 6 });
  const whole = train(data, [0, 0], wild, far);
  assert.ok(path.length < whole.length);
  assert.ok(path.flat().every((weight) => Math.abs(weight) <= 6));
  assert.ok(whole[path.length].some((weight) => Math.abs(weight) > 6));
  assert.deepEqual(path, whole.slice(0, path.length));
});

/** @type {[number, number, number][]} */
const TAKEN = [
  [10, 1000, 10],
  [10, 40, 10],
  [10, 39, 9],
  [10, 3, 0],
];
for (const [steps, work, wanted] of TAKEN) {
  test(`${wanted} of ${steps} steps are taken where ${work} losses may be computed`, () => {
    assert.equal(stepsTaken(data, steps, work), wanted);
    assert.equal(train(data, [0, 0], { ...rates, steps }, { ...far, work }).length, wanted + 1);
  });
}

/**
 * @param {number} dots
 * @param {Partial<Scene>} [changes]
 */
function made(dots, changes = {}) {
  const page = /** @type {any} */ ({ limits: { dots, work: 1000 }, schema: SCHEMA });
  return make(page, ONE, { ...opening(ONE), steps: 2, ...changes }, ["samples", "summary"]);
}

test("a frame has the tables that are asked for, at the last weights of training", () => {
  const { frame, path, data: found } = made(4);
  assert.deepEqual(Object.keys(frame), ["samples", "summary"]);
  assert.equal(found, derive(ONE, opening(ONE)));
  assert.equal(path.length, 3);
  const [w0, w1] = path[2];
  const loss = ONE.y.map((y, i) => Math.log1p(Math.exp((1 - 2 * y) * (w0 + w1 * ONE.x[0][i]))));
  assert.ok(Math.abs(frame.summary.mean_loss - loss.reduce((a, b) => a + b) / 4) < 1e-15);
});

test("a scene trains down its own loss", () => {
  const page = /** @type {any} */ ({ limits: { dots: 4, work: 1e6 }, schema: SCHEMA });
  const scene = { ...opening(ONE), steps: 1, learning_rate: 0.1, w0: 0, w1: 0 };
  const [one, other] = ["cross-entropy", "squared"].map(
    (loss_function) => make(page, ONE, { ...scene, loss_function }, ["summary"]).path[1][1],
  );
  // Every p is one half, so 2 (p - y) p (1 - p) is half of p - y.
  assert.ok(Math.abs(other - one / 2) < 1e-15 && one !== 0);
});

/** @type {[string, Partial<Scene>, boolean][]} */
const SHADOWED = [
  ["within its limit", { learning_rate: 0.6 }, false],
  ["beyond its limit", { learning_rate: 0.7 }, true],
  ["of the squared loss", { learning_rate: 0.1, loss_function: "squared" }, true],
];
for (const [said, changes, isShadowed] of SHADOWED) {
  test(`a path with a learning rate ${said} ${isShadowed ? "has" : "needs no"} shadow`, () => {
    const page = /** @type {any} */ ({ limits: { dots: 4, work: 1e6 }, schema: SCHEMA });
    const scene = { ...opening(ONE), steps: 40, ...changes };
    const { path, shadow } = make(page, ONE, scene, ["summary"]);
    assert.equal(shadow.length, isShadowed ? path.length : 0);
  });
}

/** @type {[dots: number, sample: number, rows: number[]][]} */
const THINNED = [
  [4, 4, [0, 1, 2, 3]],
  [3, 0, [0, 2]],
  [3, 3, [0, 2]],
  [3, 4, [0, 2, 3]],
  [1, 1, [0]],
  [1, 2, [0, 1]],
];
for (const [dots, sample, rows] of THINNED) {
  test(`of four samples, where ${dots} are drawn and sample ${sample} is chosen, ${rows} are rows`, () => {
    const { rows: found, frame } = made(dots, { sample });
    assert.deepEqual(found, rows);
    assert.deepEqual(
      Array.from(frame.samples.x),
      rows.map((i) => ONE.x[0][i]),
    );
    assert.equal(made(dots, { sample, threshold: 0.25 }).frame.samples.x, frame.samples.x);
  });
}
