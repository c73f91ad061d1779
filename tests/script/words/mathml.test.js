// Formulas as MathML.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  breaking,
  call,
  equal,
  fraction,
  matrix,
  mi,
  minus,
  mn,
  power,
} from "../../../assets/script/words/mathml.js";
import { added, features, meanOf, score } from "../../../assets/script/words/sums.js";
import { count, factor, found, given, less, log } from "../../../assets/script/words/terms.js";
import { seen } from "./samples.js";

/** @type {[name: string, markup: string, expected: string][]} */
const MARKUP = [
  ["a name", mi("x"), "<mi>x</mi>"],
  ["a name with a number", mi("w", "0"), "<msub><mi>w</mi><mn>0</mn></msub>"],
  ["a number", mn("2.5"), "<mn>2.5</mn>"],
  ["a negative number", mn("−2.5"), `<mrow>${minus}<mn>2.5</mn></mrow>`],
  ["a power", power(mi("e"), mi("z")), "<msup><mi>e</mi><mrow><mi>z</mi></mrow></msup>"],
  ["a fraction", fraction("a", "b"), "<mfrac><mrow>a</mrow><mrow>b</mrow></mfrac>"],
  [
    "a function",
    call(mi("ln"), mi("p")),
    '<mi>ln</mi><mo>&#x2061;</mo><mrow><mo stretchy="false">(</mo><mi>p</mi><mo stretchy="false">)</mo></mrow>',
  ],
  [
    "a matrix",
    matrix([
      ["a", "b"],
      ["c", "d"],
    ]),
    "<mrow><mo>(</mo><mtable><mtr><mtd>a</mtd><mtd>b</mtd></mtr><mtr><mtd>c</mtd><mtd>d</mtd></mtr></mtable><mo>)</mo></mrow>",
  ],
  ["an equation", equal("a", "b", "c"), `a${breaking("=")}b${breaking("=")}c`],
];

for (const [name, markup, expected] of MARKUP) {
  test(`the markup of ${name}`, () => {
    assert.equal(markup, expected);
  });
}

test("a line may break before a sign that is outside of all parentheses", () => {
  assert.equal(breaking("="), '</math><wbr><math displaystyle="true"><mo form="infix">=</mo>');
});

/** @type {[name: string, markup: string, expected: string][]} */
const TEXTS = [
  ["a given number is as short as it was typed", given(-0.5), "−0.5"],
  ["a number that training has found has seven digits", given(1 / 3), "0.3333333"],
  ["a computed number has six decimals", found(2), "2.000000"],
  ["a covered number is a question mark", found(undefined), "?"],
  ["a count has no decimals", count(12), "12"],
  ["a covered count is a question mark", count(undefined), "?"],
  ["a factor", factor(3), "×3"],
  ["a factor of 0", factor(0), "×0"],
  ["a negative factor stands in parentheses", factor(-3), "×(−3)"],
  ["what is taken away", less(3), "−3"],
  ["what is negative and taken away stands in parentheses", less(-3), "−(−3)"],
  ["nats", log("nats"), "ln"],
  ["bits", log("bits"), "log2"],
];

for (const [name, markup, expected] of TEXTS) {
  test(`numbers in a formula: ${name}`, () => {
    assert.equal(seen(markup), expected);
  });
}

/** @type {[values: (number | undefined)[], text: string][]} */
const SUMS = [
  [[], ""],
  [[1], "1.000000"],
  [[-1], "−1.000000"],
  [[1, -2], "1.000000−2.000000"],
  [[-1, 2], "−1.000000+2.000000"],
  [[undefined, 2, undefined], "?+2.000000+?"],
  [[1, 1, 1, 1, 1, 1, -1], `1.000000${"+1.000000".repeat(5)}−1.000000`],
  [[-1, 1, 1, 1, 1, 2, 3, -4], `−1.000000${"+1.000000".repeat(4)}+…−4.000000`],
];

for (const [values, text] of SUMS) {
  test(`the sum of ${values.length} values: ${text}`, () => {
    assert.equal(seen(added(values)), text);
  });
}

test("the lines of a sum may break before each of its signs", () => {
  assert.equal(added([1, -2]), `${found(1)}${breaking("−")}${found(2)}`);
});

test("a mean is a sum over the number of samples, also of those that are not shown", () => {
  assert.equal(seen(meanOf([0.5, -0.25], 9)), "(0.500000−0.250000)/9");
});

test("features have numbers where there are several", () => {
  assert.deepEqual(features(1, false).map(seen), ["x"]);
  assert.deepEqual(features(3, false).map(seen), ["x1", "x2", "x3"]);
  assert.deepEqual(features(3, true).map(seen), ["x1", "x2", "x1x2"]);
});

test("the logit is the intercept and coefficients times features, with their signs", () => {
  assert.equal(seen(score([-1, 2, -3], features(2, false))), "−1+2x1−3x2");
});
