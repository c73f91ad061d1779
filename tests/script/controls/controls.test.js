// What keys, boxes and buttons of the controls do, as far as no page is needed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { rangeOf, refusal } from "../../../assets/script/controls/entry.js";
import { BOX_KEYS, nudge, SLIDER_KEYS } from "../../../assets/script/controls/keys.js";
import { LEAPS } from "../../../assets/script/controls/leaps.js";

const RANGE = { kind: "range", low: 0, high: 100, step: 1 };
const COST = /** @type {Input} */ ({ ...RANGE, name: "cost_fp", label: "Cost C", symbol: "C" });

/**
 * What is set and whether the browser's own deed is prevented when a key is pressed at 50.
 * @param {string} key
 * @param {Record<string, number>} keys
 */
function press(key, keys) {
  /** @type {unknown[]} */
  const done = [];
  const hand = {
    set: (/** @type {unknown} */ values) => done.push(values),
    rest: () => done.push("rest"),
    complain: () => done.push("complain"),
    values: () => ({ cost_fp: 50 }),
    input: () => ({ row: COST, value: 50 }),
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

test("other keys are left to the browser, and so are a slider's arrows", () => {
  assert.deepEqual(press("a", BOX_KEYS), []);
  assert.deepEqual(press("ArrowLeft", BOX_KEYS), []);
  assert.deepEqual(press("ArrowUp", SLIDER_KEYS), []);
  assert.deepEqual(press("PageUp", SLIDER_KEYS), ["prevented", { cost_fp: 60 }, "shown: cost_fp"]);
});

const PENALTY = /** @type {Input} */ ({
  ...{ kind: "log", low: 0.001, high: 10, zero: true },
  ...{ label: "L1 strength", word: "L1 strength", symbol: "" },
});

test("a box takes 0 where a log scale has a place for it", () => {
  assert.deepEqual(rangeOf(PENALTY), { low: 0, high: 10 });
  assert.deepEqual(rangeOf({ ...PENALTY, zero: false }), { low: 0.001, high: 10 });
  assert.equal(refusal("0", PENALTY, 1), "");
});

test("a refusal names the input by its symbol, or by its word where it has none", () => {
  assert.equal(
    refusal("101", COST, 5),
    "101 is out of range: Cost C stays at 5; C goes from 0 to 100.",
  );
  assert.equal(
    refusal("11", PENALTY, 1),
    "11 is out of range: L1 strength stays at 1; L1 strength goes from 0 to 10.",
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

for (const [id, from, to] of LANDINGS) {
  test(`the button ${id} leads from step ${from} to step ${to}`, () => {
    assert.equal(LEAPS[id].from(from), to);
  });
}
