import assert from "node:assert/strict";
import { test } from "node:test";
import {
  inputs,
  isWeight,
  names,
  opening,
  query,
  settings,
} from "../../../assets/script/scene/scene.js";
import { ONE, TWO } from "./blocks.js";

const REST = {
  threshold: 0.5,
  steps: 0,
  l1: 0,
  l2: 0,
  cost_fp: 1,
  cost_fn: 1,
  unit: "nats",
  loss_function: "cross-entropy",
};

test("a data set opens with the opening value of every input, and with its sample", () => {
  const form = { dataset: "one", standardise: false, interaction: false, moved: {}, sample: 2 };
  const wanted = { ...form, ...REST, w0: -1, w1: 0.5, learning_rate: 0.5 };
  assert.deepEqual(opening(ONE), wanted);
});

test("a data set opens in a form with the values of that form", () => {
  const asked = { standardise: true, interaction: true, moved: { 3: [1, 2] } };
  const form = { dataset: "two", ...asked, sample: 2 };
  const weights = { w0: 0.5, w1: 2, w2: 1, w3: 0 };
  assert.deepEqual(opening(TWO, asked), { ...form, ...REST, ...weights, learning_rate: 1 });
});

/** @type {[boolean, boolean, string[]][]} */
const FORMS = [
  [false, false, ["w0", "w1", "w2"]],
  [true, false, ["w0", "w1", "w2"]],
  [false, true, ["w0", "w1", "w2", "w3"]],
  [true, true, ["w0", "w1", "w2", "w3"]],
];
for (const [standardise, interaction, wanted] of FORMS) {
  test(`the weights with standardise ${standardise} and interaction ${interaction}`, () => {
    assert.deepEqual(names(TWO, { standardise, interaction }), wanted);
  });
}

test("the inputs are those of the form", () => {
  const form = { standardise: true, interaction: false };
  assert.equal(inputs(ONE, form), ONE.forms["10"].inputs);
});

for (const [name, wanted] of /** @type {[string, boolean][]} */ ([
  ["w0", true],
  ["w4", true],
  ["w", false],
  ["w10", false],
  ["width", false],
  ["x1", false],
])) {
  test(`${name} is ${wanted ? "a weight" : "no weight"}`, () => {
    assert.equal(isWeight(name), wanted);
  });
}

/** @type {[string, Partial<Scene>, Record<string, string>][]} */
const WRITTEN = [
  ["nothing but the data set", {}, {}],
  ["a number with twelve digits", { w1: 1 / 3 }, { w1: "0.333333333333" }],
  ["a small number", { learning_rate: 1e-9 }, { learning_rate: "1e-9" }],
  ["a word", { unit: "bits" }, { unit: "bits" }],
  ["no sample", { sample: 0 }, { sample: "0" }],
  ["moved samples", { moved: { 3: [1, 2], 4: [0.5, -1] } }, { moved: "3:1,2;4:0.5,-1" }],
];
for (const [name, change, wanted] of WRITTEN) {
  test(`settings: ${name}`, () => {
    const scene = { ...opening(TWO), ...change };
    assert.deepEqual(settings(TWO, scene), { dataset: "two", ...wanted });
  });
}

test("settings differ from the opening of their own form", () => {
  const form = { standardise: true, interaction: true };
  const scene = { ...opening(TWO, form), w1: 0.5 };
  const wanted = { dataset: "two", standardise: "1", interaction: "1", w1: "0.5" };
  assert.deepEqual(settings(TWO, scene), wanted);
});

/** @type {[Record<string, string>, string][]} */
const QUERIES = [
  [{}, ""],
  [{ dataset: "one", w1: "-0.5" }, "dataset=one&w1=-0.5"],
  [{ moved: "3:1,2;4:5,6" }, "moved=3:1,2;4:5,6"],
  [{ unit: "a&b=c #+?" }, "unit=a%26b%3Dc+%23%2B%3F"],
  [{ unit: "%3A" }, "unit=%253A"],
  [Object.fromEntries([["__proto__", "1"]]), "__proto__=1"],
];
for (const [values, wanted] of QUERIES) {
  test(`the query ${wanted || "of no settings"}`, () => {
    assert.equal(query(values), wanted);
    assert.deepEqual(Object.fromEntries(new URLSearchParams(wanted)), values);
  });
}
