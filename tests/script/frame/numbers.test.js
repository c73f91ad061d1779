// Numbers as text, as the page writes them.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  boxed,
  certain,
  exactly,
  general,
  measured,
  number,
  ordinal,
  plain,
  scientific,
  setting,
  short,
  thousands,
  trust,
} from "../../../assets/script/frame/numbers.js";

for (const [value, text] of /** @type {[number | undefined, string][]} */ ([
  [0.5, "0.500000"],
  [-0.5, "−0.500000"],
  [0, "0.000000"],
  [-0, "0.000000"],
  [0.00000051, "0.000001"],
  [0.0000005, "5.000000×10⁻⁷"],
  [0.0000004, "4.000000×10⁻⁷"],
  [-1.25e-12, "−1.250000×10⁻¹²"],
  [999999.5, "999999.500000"],
  [1000000, "1.000000×10⁶"],
  [-Infinity, "−∞"],
  [Infinity, "∞"],
  [Number.NaN, "none"],
  [undefined, "?"],
])) {
  test(`a computed number, ${value}, is ${text}`, () => {
    assert.equal(number(value), text);
  });
}

test("a computed number may have other than six decimals", () => {
  assert.deepEqual(
    [number(0.05, 1), number(0.04, 1), number(2.345, 2)],
    ["0.1", "4.0×10⁻²", "2.35"],
  );
});

for (const [value, digits, text] of /** @type {[number, number, string][]} */ ([
  [12345, 2, "1.23×10⁴"],
  [-12345, 2, "−1.23×10⁴"],
  [9.99, 1, "1.0×10¹"],
  [1, 0, "1×10⁰"],
  [1.5e-10, 1, "1.5×10⁻¹⁰"],
])) {
  test(`${value} times a power of ten is ${text}`, () => {
    assert.equal(scientific(value, digits), text);
  });
}

for (const [value, text] of /** @type {[number, string][]} */ ([
  [0.1 + 0.2, "0.3"],
  [-0.094, "−0.094"],
  [8.12, "8.12"],
  [-0, "0"],
  [1e-7, "1e−7"],
])) {
  test(`${value} as it was typed is ${text}`, () => {
    assert.equal(plain(value), text);
  });
}

test("an address holds twelve digits of a number", () => {
  assert.equal(short(-1.23456789012345), -1.23456789012);
});

for (const [value, text] of /** @type {[number, string][]} */ ([
  [-0.094, "−0.094"],
  [1234.5678901, "1234.5678901"],
  [1234.56789012, "1234.6"],
  [-0.01483333333, "−0.014833"],
])) {
  test(`a box shows ${value} as ${text}`, () => {
    assert.equal(boxed(value), text);
  });
}

for (const [value, text] of /** @type {[number | undefined, string][]} */ ([
  [52.5, "52.5"],
  [-1234.56, "−1234.56"],
  [12345.678, "12345.678000"],
  [1 / 3, "0.333333"],
  [undefined, "?"],
])) {
  test(`a measured value, ${value}, is ${text}`, () => {
    assert.equal(measured(value), text);
  });
}

// As logreg_core.words.general gives it; halfway goes away from zero.
for (const [value, digits, text] of /** @type {[number, number, string][]} */ ([
  [0, 4, "0"],
  [-0, 4, "0"],
  [86.3829787, 4, "86.38"],
  [-86.3829787, 4, "-86.38"],
  [100, 4, "100"],
  [99999, 4, "1e+05"],
  [12344, 4, "1.234e+04"],
  [0.0001, 4, "0.0001"],
  [0.00001234, 4, "1.234e-05"],
  [1e-100, 4, "1e-100"],
  [1e22, 12, "1e+22"],
  [86.125, 4, "86.13"],
  [86.375, 4, "86.38"],
  [-86.125, 4, "-86.13"],
  [2.5, 1, "3"],
  [3.5, 1, "4"],
  [0.12345, 4, "0.1235"],
  [0.12335, 4, "0.1234"],
  [Infinity, 4, "inf"],
  [-Infinity, 4, "-inf"],
  [Number.NaN, 4, "nan"],
])) {
  test(`${value} with ${digits} digits is ${text}, as in Python`, () => {
    assert.equal(general(value, digits), text);
  });
}

for (const text of "0th 1st 2nd 3rd 4th 9th 10th 11th 12th 13th 14th 20th 21st 22nd 23rd 101st 111th 112th".split(
  " ",
)) {
  test(`a place in an order is ${text}`, () => {
    assert.equal(ordinal(Number.parseInt(text, 10)), text);
  });
}

for (const text of ["0", "7", "999", "1,000", "10,000", "123,456", "1,000,000,000"]) {
  test(`a whole number is ${text}`, () => {
    assert.equal(thousands(Number(text.replaceAll(",", ""))), text);
  });
}

/** @type {[digits: number, decimals: number, texts: string[]][]} */
const HELD = [
  [12, 12, ["21.633113717053", "−0.64499", "0.000000", "1.234568×10⁷", "∞", "5"]],
  [4, 3, ["21.6", "−0.645", "0.000", "1.23×10⁷", "?", "5"]],
  [2, 1, ["2×10¹", "−0.64", "0.0", "1×10⁷", "?", "5"]],
  [2, 0, ["?", "−0.64", "?", "?", "?", "?"]],
  [0, 0, ["?", "?", "?", "?", "?", "?"]],
];
for (const [digits, decimals, texts] of HELD) {
  test(`${digits} digits of the weights and ${decimals} decimals hold, and no more are written`, (t) => {
    t.after(() => trust({ digits: 12, decimals: 12 }));
    trust({ digits, decimals });
    const weight = boxed(-0.6449874885388684);
    const found = [number(21.633113717052836, 12), weight, number(3e-9), number(12345678)];
    if (decimals === 12) found[2] = number(0);
    assert.deepEqual([...found, number(Infinity), certain("5")], texts);
    assert.equal(boxed(8.12), "8.12");
    assert.equal(setting(0.001577453118963, 7), digits < 1 ? "?" : plain(roundedTo(digits)));
    assert.equal(
      exactly(() => number(1.5)),
      "1.500000",
    );
    assert.equal(measured(0.123456789), "0.123457");
  });
}

/** @param {number} digits */
const roundedTo = (digits) => Number((0.001577453118963).toPrecision(Math.min(digits, 7)));
