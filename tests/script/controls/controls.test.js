// What keys, boxes and buttons of the controls do, as far as no page is needed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { refusal } from "../../../assets/script/controls/entry.js";
import { BOX_KEYS, nudge, SLIDER_KEYS } from "../../../assets/script/controls/keys.js";
import { LEAPS } from "../../../assets/script/controls/leaps.js";

const RANGE = { kind: "range", low: 0, high: 100, step: 1, bounds: [0, 105] };
const COST = /** @type {Input} */ ({ ...RANGE, name: "cost_fp", label: "Cost C", symbol: "C" });

/**
 * What is set and whether the browser's own deed is prevented when a key is pressed.
 * @param {string} key
 * @param {typeof BOX_KEYS} keys
 * @param {number} [value] what stands there
 */
function press(key, keys, value = 50) {
  /** @type {unknown[]} */
  const done = [];
  const hand = {
    set: (/** @type {unknown} */ values) => done.push(values),
    rest: () => done.push("rest"),
    run: () => done.push("run"),
    complain: () => done.push("complain"),
    values: () => ({ cost_fp: value }),
    input: () => ({ row: COST, value }),
    show: (/** @type {string} */ name) => done.push(`shown: ${name}`),
  };
  nudge({ key, preventDefault: () => done.push("prevented") }, keys, COST, hand);
  return done;
}

/** @type {[key: string, value: number][]} */
const MOVES = [
  ["ArrowUp", 51],
  ["ArrowDown", 49],
  ["PageUp", 60],
  ["PageDown", 40],
];

for (const [key, value] of MOVES) {
  test(`${key} in a number box leads from 50 to ${value}`, () => {
    assert.deepEqual(press(key, BOX_KEYS), ["prevented", { cost_fp: value }, "shown: cost_fp"]);
  });
}

test("other keys are left to the browser", () => {
  assert.deepEqual(press("a", BOX_KEYS), []);
  assert.deepEqual(press("ArrowLeft", BOX_KEYS), []);
  assert.deepEqual(press("Home", SLIDER_KEYS), []);
});

/** @type {[what: string, keys: typeof BOX_KEYS, key: string, from: number, to: number][]} */
const BEYOND = [
  ["a box goes on beyond the end of the slider", BOX_KEYS, "ArrowUp", 100, 101],
  ["a box goes on from a value beyond", BOX_KEYS, "ArrowUp", 102.3, 103],
  ["a box ends at the bounds of the setting", BOX_KEYS, "PageUp", 102, 105],
  ["a slider ends at its end", SLIDER_KEYS, "PageUp", 95, 100],
  ["a slider moves by its arrows", SLIDER_KEYS, "ArrowLeft", 50, 49],
  ["a slider leaves a value beyond its end there", SLIDER_KEYS, "ArrowRight", 102.3, 102.3],
  ["a slider leads back from it step by step", SLIDER_KEYS, "ArrowDown", 102.3, 101],
];

for (const [what, keys, key, from, to] of BEYOND) {
  test(`${what}: ${key} from ${from} gives ${to}`, () => {
    assert.deepEqual(press(key, keys, from), ["prevented", { cost_fp: to }, "shown: cost_fp"]);
  });
}

const PENALTY = /** @type {Input} */ ({
  ...{ kind: "log", low: 0.001, high: 10, zero: true, bounds: [0, 1000] },
  ...{ label: "L1 strength", word: "L1 strength", symbol: "" },
});

for (const text of ["0", "0.0001", "11", "1000"]) {
  test(`a box takes ${text} where the slider goes from 0.001 to 10 and the setting to 1000`, () => {
    assert.equal(refusal(text, PENALTY, 1), "");
  });
}

test("a refusal names the input by its symbol, or by its word where it has none", () => {
  assert.equal(
    refusal("106", COST, 5),
    "106 is out of range: Cost C stays at 5; C goes from 0 to 105.",
  );
  assert.equal(
    refusal("1001", PENALTY, 1),
    "1001 is out of range: L1 strength stays at 1; L1 strength goes from 0 to 1000.",
  );
});

/** @type {[id: keyof typeof LEAPS, from: number, to: number][]} */
const LANDINGS = [
  ["back", 7, 6],
  ["back", 0, 0],
  ["step", 7, 8],
  ["ten", 7, 17],
  ["hundred", 7, 107],
  ["tenfold", 7, 70],
  ["tenfold", 0, 10],
  ["restart", 7, 0],
];

for (const { text, label } of Object.values(LEAPS)) {
  test(`the spoken name of the button ${text} begins with what stands on it`, () => {
    assert.ok(label.startsWith(text));
  });
}

for (const [id, from, to] of LANDINGS) {
  test(`the button ${id} leads from step ${from} to step ${to}`, () => {
    assert.equal(LEAPS[id].from(from), to);
  });
}
