// What people type into a number box.
import assert from "node:assert/strict";
import { test } from "node:test";
import { plain } from "../../../assets/script/frame/numbers.js";
import { doubt, parse, problem, readings } from "../../../assets/script/words/entries.js";

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
  "0,094": 0.094,
  "1,0005": 1.0005,
  "12,5": 12.5,
  "1000,000": 1000,
  "1.000": 1,
  "- 3": -3,
  "‑3": -3,
  "－3": -3,
  "1 000": 1000,
  "12\u202f345,5": 12345.5,
  "−1\u00a0000\u00a0000": -1e6,
  "1,234.5": 1234.5,
  "1,234,567": 1234567,
  "1/4": 0.25,
  "−1 / 4": -0.25,
  "1/-4": -0.25,
  "1/110": 1 / 110,
  "0,5/2": 0.25,
  "1 000/4": 250,
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
  "1.5 000",
  "1 -2",
  "1/0",
  "1/",
  "/3",
  "1/2/3",
  "1 1/2",
  "1.234,5",
];

for (const text of [...NONSENSE, "nan", "Infinity", "１２"]) {
  test(`“${text}” is no number`, () => {
    assert.equal(parse(text), NaN);
  });
}

/** @type {[text: string, values: number[]][]} */
const TWO_READINGS = [
  ["1,000", [1, 1000]],
  ["8,125", [8.125, 8125]],
  ["−12,500", [-12.5, -12500]],
  ["1,000/4", [0.25, 250]],
];

for (const [text, values] of TWO_READINGS) {
  test(`“${text}” can be ${values.join(" or ")}, so it is no number`, () => {
    assert.deepEqual(readings(text), values);
    assert.equal(parse(text), NaN);
    assert.equal(doubt(text)[0], `“${text}” can mean ${values.map(plain).join(" or ")}`);
  });
}

const BOX = { label: "Intercept w₀", symbol: "w₀", low: -5, high: 5 };

for (const text of ["-5", "5", "0", "4,99", "−5", "1/3"]) {
  test(`“${text}” is taken from -5 to 5`, () => {
    assert.equal(problem(text, BOX, 1), "");
  });
}

/** @type {[name: string, text: string, sentence: string][]} */
const REFUSED = [
  ["an empty box", "  ", "The box is empty: Intercept w₀ stays at −1.25."],
  [
    "a word",
    " abc",
    "“abc” is not a number: Intercept w₀ stays at −1.25; type one such as 0.25 or 1/4.",
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
    "what can be two numbers",
    "1,000",
    "“1,000” can mean 1 or 1000: Intercept w₀ stays at −1.25; type the one you mean.",
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
