// Numbers, texts and lists as a Python program writes them.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  comment,
  listed,
  literal,
  numeral,
  remark,
} from "../../../assets/script/share/python-words.js";

/** @type {[name: string, found: unknown, expected: unknown][]} */
const CASES = [
  ["a number has all of its digits", numeral(0.1 + 0.2), "0.30000000000000004"],
  ["a small number has an exponent", numeral(1e-7), "1e-7"],
  ["a negative zero keeps its sign", numeral(-0), "-0.0"],
  ["a text stands in quotes", literal('a "b" \\ c'), '"a \\"b\\" \\\\ c"'],
  ["a line end in a text is escaped", literal("a\nb"), '"a\\nb"'],
  ["a separator that looks like none is escaped", literal("a\u2028b"), '"a\\u2028b"'],
  ["a mark that turns the order of letters is escaped", literal("a\u202eb"), '"a\\u202eb"'],
  ["a character of two halves stays one", literal("📈"), '"📈"'],
  ["words in a comment stay on their line", remark("a\nimport os\u202e"), "a import os"],
  ["a short list has one line", listed("x = [", ["1", "2"], "]"), ["x = [1, 2]"]],
  ["a comment of one line", comment("It is short."), ["# It is short."]],
];

for (const [name, found, expected] of CASES) {
  test(name, () => assert.deepEqual(found, expected));
}

test("a long list breaks into rows that fit", () => {
  const items = Array.from({ length: 60 }, (_, i) => String(i * 1000));
  const rows = listed("x = [", items, "]");
  assert.deepEqual([rows[0], rows.at(-1)], ["x = [", "]"]);
  assert.ok(rows.every((row) => row.length <= 88));
  assert.deepEqual(rows.slice(1, -1).join("").match(/\d+/g), items);
});

test("a long comment breaks between words", () => {
  const rows = comment("word ".repeat(60).trim());
  assert.ok(rows.length > 1);
  assert.ok(rows.every((row) => row.length <= 88 && /^# (word ?)+$/.test(row)));
});
