// Numbers of a frame by their place, in the forms that lessons use.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inForm, valueAt } from "../../../assets/script/frame/live.js";

const TABLES = {
  summary: { w0: 8.12, w1: -0.094, boundary: 86.38, mean_loss: undefined },
  samples: { p: [0.9, 0.7, 0.2], y: [1, 0, 0] },
  roc: { threshold: [1, 0.5] },
  evidence_now: { p: [0.25] },
};
const FRAME = /** @type {Frame} */ (/** @type {unknown} */ (TABLES));

/** @type {[string, number | undefined][]} */
const PLACES = [
  ["boundary", 86.38],
  ["summary.w0", 8.12],
  ["p[1]", 0.9],
  ["p[-1]", 0.2],
  ["samples.p[2]", 0.7],
  ["roc.threshold[2]", 0.5],
  ["roc.threshold[-1]", 0.5],
  ["evidence_now.p", 0.25],
  ["z(31)", 8.12 - 0.094 * 31],
  ["p(86.382979)", 0.5],
  ["p(-10.5)", 1 / (1 + Math.exp(-8.12 - 0.987))],
  ["mean_loss", undefined],
  ["p[7]", undefined],
  ["p[0]", undefined],
  ["size", undefined],
  ["heap.p[1]", undefined],
  ["p + 1", undefined],
];
for (const [place, value] of PLACES) {
  test(`at ${place} stands ${value}`, () => {
    const found = valueAt(place, { frame: FRAME, rows: [0, 1, 2, 3, 4] });
    if (value === undefined) assert.equal(found, undefined);
    else assert.ok(Math.abs(/** @type {number} */ (found) - value) < 1e-6);
  });
}

test("of thinned samples a row is one of those that are shown", () => {
  const seen = { frame: FRAME, rows: [0, 10, 20] };
  assert.equal(valueAt("p[11]", seen), 0.7);
  assert.equal(valueAt("p[5]", seen), undefined);
});

/** @type {[number | undefined, string, string][]} */
const FORMS = [
  [0.744597, ".2f", "0.74"],
  [-0.094, ".3f", "−0.094"],
  [1234.5, ".0f", "1235"],
  [0.744597, ".0%", "74%"],
  [0.0717, ".1%", "7.2%"],
  [0.745, ".0%", "74%"],
  [0.744597, ".3g", "0.745"],
  [-12.5, ".6g", "−12.5"],
  [0.0000312, ".2g", "3.1 × 10⁻⁵"],
  [-0.0000312, ".6g", "−3.12 × 10⁻⁵"],
  [100, ".2g", "1 × 10²"],
];
for (const [value, form, text] of FORMS) {
  test(`${value} in the form ${form} is ${text}`, () => {
    assert.equal(inForm(value, form), text);
  });
}

test("what is covered or not there has the same sign in every form", () => {
  const [first, ...others] = [".2f", ".3g", ".0%"].flatMap((form) =>
    [undefined, Number.NaN].map((value) => inForm(value, form)),
  );
  assert.ok(first.length > 0);
  assert.deepEqual(new Set(others), new Set([first, inForm(Number.NaN, ".2f")]));
});
