// What weights, samples and classes are called.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ended, meaning } from "../../../assets/script/words/names.js";

test("a label is said with its meaning, unless that is the label itself", () => {
  assert.equal(meaning(1, "default"), ": default");
  assert.equal(meaning(0, "y = 0"), "");
  assert.equal(meaning(0, "y = 1"), ": y = 1");
});

/** @type {[text: string, sentence: string][]} */
const ENDS = [
  ["The loss", "The loss."],
  ["The loss.", "The loss."],
  ["Will it rain?", "Will it rain?"],
  ["It shrinks, <i>fast.</i>", "It shrinks, <i>fast.</i>"],
  ["0.5 <i>w</i>", "0.5 <i>w</i>."],
];
for (const [text, sentence] of ENDS) {
  test(`“${text}” ends in one sign`, () => {
    assert.equal(ended(text), sentence);
  });
}
