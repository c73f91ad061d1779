// The sentence about steps that do not settle.
import assert from "node:assert/strict";
import { test } from "node:test";
import { unsettled } from "../../../assets/script/words/unsettled.js";

const BEYOND = { learning_rate: 0.1 };
const LOST = "no digit of the weights can be trusted, so “?” stands for what is not known.";
const FEWER = "fewer digits can be trusted than are usually shown.";
const ADVICE = " Choose a learning rate below 0.001577.";

/** @type {[name: string, now: number[], scene: { learning_rate: number }, sentence: string][]} */
const CASES = [
  ["steps that settle", [12, 12, 1000, 0], BEYOND, ""],
  ["steps whose digits hold well enough", [9, 6, 1000, 0], BEYOND, ""],
  [
    "steps that bounce, to the last digit",
    [12, 12, 1000, 1],
    BEYOND,
    `These steps do not settle: the loss still rises and falls.${ADVICE}`,
  ],
  [
    "steps that lose some digits",
    [9, 5, 1234, 1],
    BEYOND,
    `These steps do not settle: each one magnifies rounding, and after step 1,234 ${FEWER}${ADVICE}`,
  ],
  [
    "steps that lose all digits",
    [0, 0, 97, 1],
    BEYOND,
    `These steps do not settle: each one magnifies rounding, and after step 97 ${LOST}${ADVICE}`,
  ],
  [
    "steps that lose digits on their way down, at a learning rate that is low enough",
    [9, 5, 97, 0],
    { learning_rate: 0.001 },
    `Each of these steps magnifies rounding, and after step 97 ${FEWER}`,
  ],
];

for (const [name, [digits, decimals, until, bounces], scene, sentence] of CASES) {
  test(`what is said of ${name}`, () => {
    const now = { digits: [digits], decimals: [decimals], until: [until], bounces: [bounces] };
    const optimum = { rate_limit: [0.0015774531] };
    assert.equal(unsettled({ history_now: now, optimum }, scene), sentence);
  });
}
