// What people type into a number box.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse, problem } from "../../../assets/script/words/entries.js";

const MEANT = Object.entries({
  3: 3,
  "-3": -3,
  "+2": 2,
  " 0.25 ": 0.25,
  ".5": 0.5,
  "5.": 5,
  "1,5": 1.5,
  "−3": -3,
  "–0,094": -0.094,
  "1e-3": 0.001,
  "2E3": 2000,
  "1e+2": 100,
  "1e−2": 0.01,
  "1e999": Infinity,
});

for (const [text, value] of MEANT) {
  test(`“${text}” is the number ${value}`, () => {
    assert.equal(parse(text), value);
  });
}

const NONSENSE = [
  "",
  " ",
  ".",
  "-",
  "abc",
  "1,000,0",
  "1.2.3",
  "0x10",
  "1_0",
  "--3",
  "1e",
  "½",
  "1 2",
];

for (const text of [...NONSENSE, "nan", "Infinity", "１２"]) {
  test(`“${text}” is no number`, () => {
    assert.equal(parse(text), NaN);
  });
}

const BOX = { label: "Intercept w₀", symbol: "w₀", low: -5, high: 5 };

for (const text of ["-5", "5", "0", "4,999", "−5"]) {
  test(`“${text}” is taken from -5 to 5`, () => {
    assert.equal(problem(text, BOX, 1), "");
  });
}

/** @type {[name: string, text: string, sentence: string][]} */
const REFUSED = [
  [
    "an empty box",
    "  ",
    "The box is empty: Intercept w₀ stays at −1.25; type a number from −5 to 5.",
  ],
  [
    "a word",
    " abc",
    "“abc” is not a number: Intercept w₀ stays at −1.25; type a number from −5 to 5.",
  ],
  [
    "too large a number",
    "5,1",
    "5,1 is out of range: Intercept w₀ stays at −1.25; w₀ goes from −5 to 5.",
  ],
  [
    "too small a number",
    "-6",
    "-6 is out of range: Intercept w₀ stays at −1.25; w₀ goes from −5 to 5.",
  ],
  [
    "infinity",
    "1e999",
    "1e999 is out of range: Intercept w₀ stays at −1.25; w₀ goes from −5 to 5.",
  ],
];

for (const [name, text, sentence] of REFUSED) {
  test(`${name} is refused in one sentence`, () => {
    assert.equal(problem(text, BOX, -1.25), sentence);
  });
}

test("a sentence repeats the start of a long entry only", () => {
  assert.match(problem("x".repeat(99), BOX, 0), /^“x{20}” is not a number: /);
});
