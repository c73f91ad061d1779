// The ends of axes follow the rule of a figure.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ends } from "../../../assets/script/plots/ranges.js";

const TABLE = {
  low: [2],
  width: [0.5],
  a: [0, 4, Number.NaN],
  b: [1, 10, Number.POSITIVE_INFINITY],
  minus: [-3, -1],
  mixed: [-5, 0, 2, 8],
  one: [3],
  long: Float64Array.of(2, 6),
  none: [],
  never: [Number.NaN],
};

/** @type {[string, RangeRule, number, number][]} */
const CASES = [
  ["a low end and a width", ["low", "width"], 2, 2.5],
  ["finite values with 8 % of room", [["a"], {}], -0.32, 4.32],
  ["no options", [["a"]], -0.32, 4.32],
  ["several columns", [["a", "b"], {}], -0.8, 10.8],
  ["a typed array", [["long"], {}], 1.68, 6.32],
  ["zero below the values", [["one"], { include_zero: true }], -0.24, 3.24],
  ["zero above the values", [["minus"], { include_zero: true }], -3.24, 0.24],
  ["one value", [["one"], {}], 2.92, 3.08],
  ["no value", [["none"], {}], -0.08, 1.08],
  ["no finite value", [["never"], {}], -0.08, 1.08],
  ["no value but zero", [["none"], { include_zero: true }], -0.08, 1.08],
  ["a logarithm", [["b"], { log: true }], 1 / 1.2, 12],
  ["a logarithm of positive values only", [["mixed"], { log: true }], 2 / 1.2, 24],
  ["a decade at least", [["one"], { log: true }], 2.5, 36],
  ["a logarithm of no value", [["none"], { log: true }], 1 / 1.2, 12],
];
for (const [name, rule, start, end] of CASES) {
  test(`the ends of ${name}`, () => {
    const found = ends(TABLE, rule);
    assert.ok(Math.abs(found.start - start) < 1e-12, `start ${found.start}`);
    assert.ok(Math.abs(found.end - end) < 1e-12, `end ${found.end}`);
  });
}
