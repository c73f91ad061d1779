// What axes and titles say of the data set and of the unit of the loss.
import assert from "node:assert/strict";
import { test } from "node:test";
import { labels } from "../../../assets/script/plots/labels.js";

const NATS = { unit: "nats", loss_function: "cross-entropy", l1: 0, l2: 0 };
const TWO = { features: ["age", "debt"], units: ["years", ""] };

/** @type {[string, Record<string, string>, { features: string[], units: string[] }, [string, string][]][]} */
const CASES = [
  ["the only feature", { axis: "x" }, TWO, [["axis", "age, years"]]],
  ["the first feature", { axis: "x1" }, TWO, [["axis", "age, years"]]],
  ["a feature without a unit", { axis: "x2" }, TWO, [["axis", "debt"]]],
  ["a feature that is not there", { a: "x3", b: "x2" }, TWO, [["b", "debt"]]],
];
for (const [name, axes, data, expected] of CASES) {
  test(`an axis names ${name}`, () => {
    assert.deepEqual(labels({ axes, by_loss: {} }, data, NATS), expected);
  });
}

/** @type {[string, Partial<Scene>, string][]} */
const LOSSES = [
  ["in nats", {}, "loss, nats"],
  ["in bits", { unit: "bits" }, "loss, bits"],
  ["that is squared", { loss_function: "squared", unit: "bits" }, "squared loss"],
  ["with penalties", { l1: 0.1, unit: "bits" }, "loss, bits, and penalties"],
  [
    "that is squared, as it has no words for penalties",
    { loss_function: "squared", l2: 1 },
    "squared loss",
  ],
];
for (const [said, changes, expected] of LOSSES) {
  test(`a title names the loss ${said}`, () => {
    const title = { nats: "loss, nats", bits: "loss, bits", squared: "squared loss" };
    const by_loss = { title: { ...title, "bits, penalised": "loss, bits, and penalties" } };
    const found = labels({ axes: {}, by_loss }, TWO, { ...NATS, ...changes });
    assert.deepEqual(found, [["title", expected]]);
  });
}
