// What depends on a data set alone is made once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ones, perData } from "../../../assets/script/frame/per-data.js";

const data = () => ({ x: [[1, 2, 3]], y: [0, 1, 1], features: ["x"], units: [""] });

test("it is made once for each data set and each key", () => {
  let made = 0;
  const counted = perData((_, /** @type {number | undefined} */ key) => {
    made += 1;
    return key;
  });
  const [one, other] = [data(), data()];
  const calls = [counted(one, 1), counted(one, 1), counted(one, 2), counted(other, 1)];
  assert.deepEqual([calls, made], [[1, 1, 2, 1], 3]);
});

test("it is also made once where it is undefined", () => {
  let made = 0;
  const nothing = perData(() => {
    made += 1;
  });
  const one = data();
  nothing(one);
  nothing(one);
  assert.equal(made, 1);
});

test("ones are the samples with y = 1", () => {
  assert.equal(ones(data()), 2);
});
