// CSV text to own data. That every file is read as in Python, tests/script/test_own.py holds.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSize } from "../../../assets/script/data/bytes.js";
import { read } from "./samples.js";

const BODY = "a,b,y\n1,2,0\n4,5,1\n3,7,1";

test("every column of numbers is a feature, and the column y is the label", () => {
  const { features, x, y, positive, negative } = read(BODY);
  assert.deepEqual(
    { features, x, y },
    {
      features: ["a", "b"],
      x: [
        [1, 4, 3],
        [2, 5, 7],
      ],
      y: [0, 1, 1],
    },
  );
  assert.deepEqual([positive, negative], ["y = 1", "y = 0"]);
});

test("features are taken in the order in which they are chosen", () => {
  const { features, x } = read(BODY, { features: ["b", "a"] });
  assert.deepEqual(
    [features, x[0]],
    [
      ["b", "a"],
      [2, 5, 7],
    ],
  );
});

test("the positive class can be chosen", () => {
  const { y, positive, negative } = read("x,passed\n1.5,no\n3,yes", { positive: "no" });
  assert.deepEqual([y, positive, negative], [[1, 0], "passed = no", "passed = yes"]);
});

test("the name of a file is a title only where it has none", () => {
  assert.equal(read(BODY, { name: "mine" }).title, "mine");
  assert.equal(read(`# title: Theirs\n${BODY}`, { name: "mine" }).title, "Theirs");
});

/** @type {[text: string, mapping: Record<string, any>, code: string][]} */
const REFUSED = [
  ["", {}, "empty"],
  ["x,y\n1,0\n2,oops\n3,1", {}, "label"],
  ["x,y\n1,0\n5%,1", {}, "not_number"],
  [BODY, { features: ["c"] }, "no_column"],
  [BODY, { features: ["a", "a"] }, "dup_feature"],
  [BODY, { positive: "2" }, "no_class"],
];
for (const [text, mapping, code] of REFUSED) {
  test(`a file with ${code} is refused`, () => {
    assert.throws(() => read(text, mapping), { name: "DataError", code });
  });
}

test("a file that is too large is refused before it is read", () => {
  checkSize(2 * 1024 * 1024);
  assert.throws(() => checkSize(2 * 1024 * 1024 + 1), { code: "too_big", message: /2,097,153/ });
});
