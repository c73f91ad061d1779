// Why a figure cannot show a data set.
import assert from "node:assert/strict";
import { test } from "node:test";
import { unfit } from "../../../assets/script/words/unfit.js";

/** @type {[features: number[] | null, most: number | null, d: number, n: number, said: string][]} */
const CASES = [
  [
    [1],
    null,
    2,
    9,
    "This figure shows one feature; “Mine” has two. Choose a data set with one feature, such as “Loans”.",
  ],
  [
    [2],
    null,
    1,
    9,
    "This figure shows two features; “Mine” has one. Choose a data set with two features, such as “Loans”.",
  ],
  [
    [1, 2],
    null,
    7,
    9,
    "This figure shows one or two features; “Mine” has 7. Choose a data set with one or two features, such as “Loans”.",
  ],
  [
    [1],
    250,
    1,
    5000,
    "This figure shows at most 250 samples; “Mine” has 5,000. Choose a data set with one feature and at most 250 samples, such as “Loans”.",
  ],
  [
    null,
    250,
    3,
    251,
    "This figure shows at most 250 samples; “Mine” has 251. Choose a data set with at most 250 samples, such as “Loans”.",
  ],
];
for (const [features, most, d, n, said] of CASES) {
  test(said, () => {
    const block = { title: "Mine", x: Array(d).fill([]), y: Array(n).fill(0) };
    assert.equal(unfit({ features, most }, block, "Loans", true), said);
    const [why] = said.split(" Choose");
    assert.equal(unfit({ features, most }, block, "Loans", false), `${why} It can show “Loans”.`);
    assert.equal(unfit({ features, most }, block, undefined, true), why);
  });
}
