// Sums that keep their digits.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cumsum, dot, mean, Sum, sum } from "../../../assets/script/frame/sums.js";

for (const [name, values, total] of /** @type {[string, number[], number][]} */ ([
  ["nothing is 0", [], 0],
  ["ten tenths is 1", Array(10).fill(0.1), 1],
  ["small numbers beside large ones keeps the small ones", [1, 1e100, 1, -1e100], 2],
  ["numbers that overflow is infinite", [1e308, 1e308, -1e308], Infinity],
  ["an infinity is infinite", [1, -Infinity], -Infinity],
  ["both infinities is not a number", [Infinity, -Infinity], Number.NaN],
])) {
  test(`the sum of ${name}`, () => {
    assert.equal(sum(values), total);
  });
}

test("a sum may be read before it is complete", () => {
  const total = new Sum();
  total.add(1);
  const before = total.value;
  total.add(2);
  assert.deepEqual([before, total.value], [1, 3]);
});

test("a mean is the sum over the number of values", () => {
  assert.equal(mean([1, 1e100, 4, -1e100]), 1.25);
});

test("running sums end at the sum and leave the values as they are", () => {
  const values = [1, 2, -4];
  assert.deepEqual(
    [cumsum(values), values],
    [
      [1, 3, -1],
      [1, 2, -4],
    ],
  );
});

test("a product of two lists adds the products of their places", () => {
  assert.equal(dot([1, 2, 3], [4, 5, -6]), -4);
});
