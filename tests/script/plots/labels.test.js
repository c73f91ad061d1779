// What axes and titles say of the data set and of the unit of the loss.
import assert from "node:assert/strict";
import { test } from "node:test";
import { labels } from "../../../assets/script/plots/labels.js";

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
    assert.deepEqual(labels({ axes, by_unit: {} }, data, "nats"), expected);
  });
}

for (const unit of ["nats", "bits"]) {
  test(`a title names the loss in ${unit}`, () => {
    const by_unit = { title: { nats: "loss, nats", bits: "loss, bits" } };
    assert.deepEqual(labels({ axes: {}, by_unit }, TWO, unit), [["title", `loss, ${unit}`]]);
  });
}
