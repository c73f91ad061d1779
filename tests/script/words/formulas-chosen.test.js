// Formulas of the figures that show one probability.
import assert from "node:assert/strict";
import { test } from "node:test";
import { OPENED } from "../../../assets/script/words/formulas.js";
import { chosenLoan, LOANS, nowOf, seen } from "./samples.js";

/**
 * What a reader sees of the lines that a name opens to.
 * @param {string} name
 * @param {Now} now
 */
const read = (name, now) => OPENED[name](now).map(([, formula]) => seen(formula));

test("the chances are the probability and the odds that it makes", () => {
  assert.deepEqual(read("chances", chosenLoan()), [
    "p=11+e−1.070000=0.744597",
    "0.7445971−0.744597=2.915379",
  ]);
});

test("both losses pull at the chosen sample, whichever its label is", () => {
  assert.deepEqual(read("both-pulls", chosenLoan()), [
    "p=11+e−1.070000=0.744597",
    "1−0.744597=0.255403",
    "2×(1−0.744597)×0.744597×(1−0.744597)=0.097141",
    "0−0.744597=−0.744597",
    "2×(0−0.744597)×0.744597×(1−0.744597)=−0.283203",
  ]);
});

test("both actions have their expected cost at the threshold", () => {
  const now = nowOf(LOANS, { w0: 8.12, w1: -0.094, threshold: 0.25, cost_fp: 5, cost_fn: 3 });
  assert.deepEqual(read("both-costs", now), ["(1−0.25)×5=3.750000", "0.25×3=0.750000"]);
});

test("a hundred cases are counted from the probability of the threshold", () => {
  const now = nowOf(LOANS, { w0: 8.12, w1: -0.094, threshold: 0.284 });
  assert.deepEqual(read("hundred", now), ["100×0.284=28.400000", "100−28=72"]);
});

test("a covered probability and its pulls are question marks", () => {
  const now = chosenLoan();
  const { evidence_now, losses_now } = now.frame;
  now.frame = {
    ...now.frame,
    evidence_now: { ...evidence_now, p: [undefined] },
    losses_now: { ...losses_now, cross_entropy_pull_0: [undefined], squared_pull_1: [undefined] },
  };
  assert.equal(read("chances", now)[1], "?1−?=2.915379");
  assert.deepEqual(read("both-pulls", now).slice(0, 3), [
    "p=11+e−1.070000=?",
    "1−?=0.255403",
    "2×(1−?)×?×(1−?)=?",
  ]);
});
