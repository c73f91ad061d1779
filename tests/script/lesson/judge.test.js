// What an answer to a question is worth.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  entered,
  isRight,
  missing,
  rightAnswer,
  said,
  slip,
  takes,
} from "../../../assets/script/lesson/judge.js";
import { choiceQuestion, numberQuestion } from "./questions.js";

const number = numberQuestion({
  unit: "nats",
  slips: [
    { value: 0.5, says: "That is twice as much." },
    { value: -0.25, says: "The sign is another." },
  ],
});
const choice = choiceQuestion();

/** @type {[string | null, number | null][]} */
const TYPED = [
  ["0.25", 0.25],
  [" 0,25 ", 0.25],
  ["−3", -3],
  ["1e-3", 0.001],
  ["", null],
  ["  ", null],
  ["a quarter", null],
  ["1e999", null],
  ["1/110", 1 / 110],
  ["1,000", null],
  [null, null],
];
for (const [text, value] of TYPED) {
  test(`the text ${JSON.stringify(text)} is entered as ${value}`, () => {
    assert.equal(entered(number, text), value);
  });
}

for (const key of ["a", null]) {
  test(`of choices, ${key} is entered as it is`, () => {
    assert.equal(entered(choice, key), key);
  });
}

/** @type {[number, boolean][]} */
const NEAR = [
  [0.25, true],
  [0.26, true],
  [0.24, true],
  [0.2601, false],
  [0.2399, false],
  [-0.25, false],
];
for (const [answer, right] of NEAR) {
  test(`${answer} is ${right ? "right" : "wrong"} where 0.25 ± 0.01 is asked for`, () => {
    assert.equal(isRight(number, answer), right);
  });
}

test("a tolerance of nothing takes the answer itself", () => {
  assert.equal(isRight(numberQuestion({ answer: 3, tolerance: 0 }), 3), true);
});

test("of choices one is right", () => {
  assert.deepEqual(
    ["a", "b"].map((key) => isRight(choice, key)),
    [false, true],
  );
});

/** @type {[number, string][]} */
const SLIPS = [
  [0.5, "That is twice as much."],
  [0.495, "That is twice as much."],
  [-0.25, "The sign is another."],
  [0.7, ""],
];
for (const [answer, says] of SLIPS) {
  test(`of ${answer} there is to say: ${says || "nothing"}`, () => {
    assert.equal(slip(number, answer), says);
  });
}

test("a choice has its own reply", () => {
  assert.equal(slip(choice, "a"), "It shrinks.");
});

/** @type {[Question, string | null, string][]} */
const MISSING = [
  [number, " ", "Type a number first, such as 0.25 or 1/4."],
  [number, "a quarter", "“a quarter” is not a number: type one such as 0.25 or 1/4."],
  [number, "1,000", "“1,000” can mean 1 or 1000: type the one you mean."],
  [number, "1e999", "This number is too large."],
  [choice, null, "Choose one of the answers first."],
];
for (const [question, text, sentence] of MISSING) {
  test(`who enters ${JSON.stringify(text)} for a ${question.kind} is told what to do`, () => {
    assert.equal(missing(question, text), sentence);
  });
}

test("an answer is said with its unit, and a choice in its words", () => {
  assert.equal(said(number, -0.5), "−0.5 nats");
  assert.equal(said(numberQuestion(), 0.5), "0.5");
  assert.equal(said(choice, "a"), "<i>w</i> grows");
});

test("the right answer is said as the lesson shows it", () => {
  assert.equal(rightAnswer(number), "0.250 nats");
  assert.equal(rightAnswer(choice), "<i>w</i> shrinks");
});

/** @type {[string, Question, number | string, boolean][]} */
const TAKES = [
  ["a number where a number is asked for", number, 7, true],
  ["a key where a number is asked for", number, "a", false],
  ["one of the choices", choice, "a", true],
  ["a choice that is gone", choice, "c", false],
  ["a number where choices are given", choice, 7, false],
];
for (const [name, question, answer, isTaken] of TAKES) {
  test(`a kept answer counts only if the question can have it: ${name}`, () => {
    assert.equal(takes(question, answer), isTaken);
  });
}
