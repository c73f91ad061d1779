// What a step shows of the page, and what waits while its question is open.
import assert from "node:assert/strict";
import { test } from "node:test";
import { stepView } from "../../../assets/script/lesson/step-view.js";
import { viewOf } from "../../../assets/script/scene/view.js";
import { numberQuestion } from "./questions.js";

const CONTROLS = ["w", "threshold", "reset", "fit", "dataset"];
const ALL = ["sigmoid", "loss", "table"];
/** @type {Step} */
const STEP = {
  scene: {},
  opens: true,
  figures: ["sigmoid"],
  controls: ["w", "reset"],
  readouts: ["boundary"],
  marks: [],
  move: "",
  question: numberQuestion({ free: ["w1"] }),
};
const BASE = { asked: [], controls: CONTROLS, hidden: [], locked: [], theme: "auto", embed: false };

/**
 * @param {{ step?: Partial<Step>, asked?: Record<string, string>, isOpen?: boolean }} [given]
 */
function viewed({ step = {}, asked = {}, isOpen = false } = {}) {
  const share = { all: ALL, shown: ALL, usual: ALL };
  const made = { view: BASE, share, catalogue: [], lesson: {} };
  const page = viewOf(/** @type {Page} */ (/** @type {unknown} */ (made)), asked);
  const state = { figures: ALL, chosen: Boolean(asked.figures), isOpen };
  return stepView(page, { ...STEP, ...step }, state);
}

/** @type {[string, boolean][]} */
const HIDDEN = [
  ["sigmoid", false],
  ["loss", true],
  ["table", true],
  ["reset", false],
  ["fit", true],
  ["optimum", true],
  ["dataset", true],
  ["undo", false],
  ["formula", true],
  ["readouts", false],
];
for (const [name, isHidden] of HIDDEN) {
  test(`a step ${isHidden ? "hides" : "shows"} ${name}`, () => {
    assert.equal(viewed().hides(name), isHidden);
  });
}

test("a step offers its own controls and no other", () => {
  const { offers } = viewed();
  const offered = ["w0", "w1", "threshold", "reset", "steps"].filter(offers);
  assert.deepEqual(offered, ["w0", "w1", "reset"]);
});

test("a step may call a control otherwise", () => {
  const calls = { w0: /** @type {[string, string]} */ (["Start", "a"]) };
  assert.deepEqual(viewed({ step: { calls } }).calls, calls);
});

test("a step without controls has nothing to undo, and without read-outs no place for them", () => {
  const { hides } = viewed({ step: { controls: [], readouts: ["formula"] } });
  assert.deepEqual([hides("undo"), hides("readouts"), hides("formula")], [true, true, false]);
});

test("the best weights stand where they can be asked for", () => {
  const { hides } = viewed({ step: { controls: ["fit"] } });
  assert.deepEqual([hides("fit"), hides("optimum")], [false, false]);
});

test("while the question is open its controls wait, and those that are free do not", () => {
  const { locks } = viewed({ isOpen: true });
  assert.deepEqual(["w0", "w1", "reset"].map(locks), [true, false, true]);
  assert.deepEqual(["w0", "w1", "reset"].map(viewed().locks), [false, false, false]);
});

test("what the address hides and locks stays so", () => {
  const { hides, locks, offers } = viewed({ asked: { hide: "sigmoid,w1", lock: "w0" } });
  assert.deepEqual([hides("sigmoid"), offers("w1"), locks("w0")], [true, false, true]);
});

test("who chooses figures in the address sees them in every step", () => {
  const { hides } = viewed({ asked: { figures: "loss" } });
  assert.deepEqual(ALL.map(hides), [true, false, true]);
});
