// The scale of a slider, and the keys that move along it.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  endsOf,
  fromPlace,
  nearby,
  shareOf,
  toPlace,
  track,
} from "../../../assets/script/controls/scale.js";

/**
 * @param {Input["kind"]} kind
 * @param {number} low
 * @param {number} high
 * @param {Partial<Input>} [more]
 */
const row = (kind, low, high, more) => /** @type {Input} */ ({ kind, low, high, ...more });

const PLAIN = row("range", -20, 20, { step: 0.02 });
const RATE = row("log", 1e-6, 1, { zero: false });
const PENALTY = row("log", 0.001, 10, { zero: true });

/** @param {Input} of */
const places = (of) => Array.from({ length: track(of).high + 1 }, (_, k) => k);

test("a plain scale has the values as its places", () => {
  assert.deepEqual([toPlace(PLAIN, 3.21), fromPlace(PLAIN, 3.21)], [3.21, 3.21]);
  assert.equal(track(PLAIN), PLAIN);
});

for (const [name, of] of Object.entries({ "learning rate": RATE, penalty: PENALTY })) {
  test(`each place of the ${name} is the place of its value`, () => {
    assert.deepEqual(
      places(of).map((k) => toPlace(of, fromPlace(of, k))),
      places(of),
    );
  });

  test(`each place of the ${name} has a larger value than the one before`, () => {
    const values = places(of).map((k) => fromPlace(of, k));
    assert.deepEqual(
      [...new Set(values)].sort((a, b) => a - b),
      values,
    );
  });

  test(`values of the ${name} have two digits`, () => {
    assert.deepEqual(
      places(of).filter((k) => fromPlace(of, k) !== Number(fromPlace(of, k).toPrecision(2))),
      [],
    );
  });
}

/** @type {[name: string, of: Input, value: number, place: number][]} */
const ENDS = [
  ["the low end", RATE, 1e-6, 0],
  ["the high end", RATE, 1, 144],
  ["a value below the low end", RATE, 1e-9, 0],
  ["a value beyond the high end", RATE, 50, 144],
  ["0, which has no place of its own", RATE, 0, 0],
  ["0, which has one", PENALTY, 0, 0],
  ["the smallest value above 0", PENALTY, 1e-9, 1],
  ["the high end where 0 has a place", PENALTY, 10, 96],
];

for (const [name, of, value, place] of ENDS) {
  test(`the place of ${name} on a log scale`, () => {
    assert.equal(toPlace(of, value), place);
  });
}

test("the lowest place stands for 0 only where 0 has a place", () => {
  assert.deepEqual([fromPlace(PENALTY, 0), fromPlace(RATE, 0)], [0, 1e-6]);
});

/** @type {[of: Input, value: number, share: number][]} */
const SHARES = [
  [PLAIN, -20, 0],
  [PLAIN, 0, 0.5],
  [PLAIN, 20, 1],
  [PLAIN, 30, 1.25],
  [RATE, 1e-3, 0.5],
  [RATE, 10, 7 / 6],
];

for (const [of, value, share] of SHARES) {
  test(`${value} lies at ${share} of the track from ${of.low} to ${of.high}`, () => {
    assert.equal(shareOf(of, value), share);
  });
}

/** The smallest and the largest value that steps lead to. @type {[number, number]} */
const BOUNDS = [0, 1000];
/** @type {[number, number]} */
const FAR = [-1e9, 1e9];

test("a track ends at its low end and its high end, or at 0 where 0 has a place", () => {
  assert.deepEqual([PLAIN, RATE, PENALTY].map(endsOf), [
    [-20, 20],
    [1e-6, 1],
    [0, 10],
  ]);
});

/** @type {[of: Input, value: number, steps: number, next: number][]} */
const STEPS = [
  [PLAIN, 8.12, 1, 8.14],
  [PLAIN, 8.12, -10, 7.92],
  [PLAIN, 8.131, 1, 8.16],
  [PLAIN, 21.806, 1, 21.82],
  [PLAIN, 21.806, -1, 21.78],
  [PLAIN, -25, -1, -25.02],
  [RATE, 0.001, 1, 0.0011],
  [RATE, 0.0011, -1, 0.001],
  [RATE, 1, 1, 1.1],
  [RATE, 1e-6, -1, 9.1e-7],
  [PENALTY, 0.01, 1, 0.011],
  [PENALTY, 0.0011, -1, 0],
  [PENALTY, 0, 1, 0.0011],
  [PENALTY, 1e-7, 1, 0.0012],
  [PENALTY, 10, 1, 11],
];

for (const [of, value, steps, next] of STEPS) {
  test(`${steps} steps from ${value} lead to ${next} on a ${of.kind} scale`, () => {
    assert.equal(nearby(of, value, steps, of === PLAIN ? FAR : BOUNDS), next);
  });
}

/** @type {[value: number, steps: number, next: number][]} */
const STOPS = [
  [19.99, 10, 20],
  [-19.99, -10, -20],
];

for (const [value, steps, next] of STOPS) {
  test(`${steps} steps from ${value} stop at ${next} where the range ends there`, () => {
    assert.equal(nearby(PLAIN, value, steps, [-20, 20]), next);
  });
}
