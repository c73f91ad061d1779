// One sample, worked out by hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { byHand, lossOf } from "../../../assets/script/words/sample.js";
import { chosenLoan, LOANS, nowOf, PLANE, seen } from "./samples.js";

/**
 * The quantities as a reader sees them.
 * @param {Now} now
 */
const read = (now) =>
  byHand(now)?.map(([name, formula, value, sign = "="]) => [
    name,
    `${seen(formula)} ${sign} ${value}`,
  ]);

test("every quantity of the loan with an income of 75", () => {
  assert.deepEqual(read(chosenLoan()), [
    ["logit", "z=8.12−0.094×75 = 1.070000"],
    ["odds", "ez=e1.070000 = 2.915379"],
    ["probability", "p=11+e−1.070000 = 0.744597"],
    ["loss", "−ln(1−0.744597) = 1.364912"],
    ["residual", "p−y=0.744597−0 = 0.744597"],
    ["residual × x", "0.744597×75 = 55.844769"],
    ["predicted", "0.744597≥0.5 ⇒ 1, wrong"],
  ]);
});

test("a sample of the class 1, with a negative logit and in bits", () => {
  const now = nowOf(LOANS, { w0: -1, w1: 0, sample: 1, unit: "bits", threshold: 0.75 });
  assert.deepEqual(read(now)?.slice(2), [
    ["probability", "p=11+e−(−1.000000) = 0.268941"],
    ["loss", "−log2(0.268941) = 1.894636"],
    ["residual", "p−y=0.268941−1 = −0.731059"],
    ["residual × x", "(−0.731059)×25 = −18.276464"],
    ["predicted", "0.268941<0.75 ⇒ 0, wrong"],
  ]);
});

test("two features have a product each", () => {
  const now = nowOf(PLANE, { w0: 0, w1: 0, w2: -1, sample: 4 });
  const quantities = read(now) ?? [];
  assert.equal(quantities[0][1], "z=0+0×4−1×5 = −5.000000");
  assert.deepEqual(
    quantities.slice(5, 7).map(([name]) => name),
    ["residual × x₁", "residual × x₂"],
  );
});

test("there is nothing to work out where no sample is chosen", () => {
  assert.equal(byHand(nowOf(LOANS, { w0: 0, w1: 0, sample: 0 })), null);
});

test("a chosen sample that is no dot of a thinned data set is worked out too", () => {
  const [logit] = byHand(nowOf(LOANS, { w0: 0.5, w1: 1, sample: 2 }, 3)) ?? [];
  assert.equal(logit?.[2], "32.500000");
});

test("the row of a chosen sample is found where only some have one", () => {
  const now = nowOf(LOANS, { w0: 0, w1: 1, sample: 4 }, 3);
  assert.deepEqual(read(now)?.[0], ["logit", "z=0+1×75 = 75.000000"]);
});

test("with the squared loss, its slope stands in place of the residual", () => {
  const now = nowOf(LOANS, {
    w0: 8.12,
    w1: -0.094,
    sample: 4,
    loss_function: "squared",
    unit: "bits",
  });
  assert.deepEqual(read(now)?.slice(3, 6), [
    ["squared loss", "(0.744597−0)2 = 0.554425"],
    ["slope", "2(p−y)p(1−p)=2×(0.744597−0)×0.744597×(1−0.744597) = 0.283203"],
    ["slope × x", "0.283203×75 = 21.240262"],
  ]);
});

test("the product of two features is called by its factors", () => {
  const data = { ...PLANE, x: [...PLANE.x, [2, 0, 3, 20]], features: ["a", "b", "a × b"] };
  const now = nowOf(data, { w0: 0, w1: 0, w2: 0, w3: 1, sample: 4, interaction: true });
  assert.deepEqual(
    (read(now) ?? []).slice(5, 8).map(([name]) => name),
    ["residual × x₁", "residual × x₂", "residual × x₁x₂"],
  );
});

const NATS = { unit: "nats", loss_function: "cross-entropy" };

/** @type {[name: string, sample: Table, text: string][]} */
const LOSSES = [
  ["of a likely 1", { y: 1, p: 0.75, odds: 3 }, "−ln(0.750000)"],
  ["of a likely 0", { y: 0, p: 0.25, odds: 1 / 3 }, "−ln(1−0.250000)"],
  ["of an unlikely 1", { y: 1, p: 2e-9, odds: 2e-9 }, "−ln(2.000000×10⁻⁹)"],
  ["of an unlikely 0", { y: 0, p: 1, odds: 4e20 }, "−ln(2.500000×10⁻²¹)"],
  ["of a 0 whose odds are rounded to 0", { y: 0, p: 0, odds: 0 }, "−ln(1−0.000000)"],
  ["with a covered p", { y: 1, p: undefined, odds: undefined }, "−ln(?)"],
];

for (const [name, sample, text] of LOSSES) {
  test(`the formula of the loss ${name}`, () => {
    assert.equal(seen(lossOf(sample, NATS)), text);
  });
}
