// What an answer to a question is worth.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  entered,
  isJudged,
  isRight,
  isSettledBy,
  missing,
  picked,
  rightAnswer,
  said,
  slip,
  takes,
  why,
} from "../../../assets/script/lesson/judge.js";
import { choiceQuestion, numberQuestion, pickQuestion, wordsQuestion } from "./questions.js";

const number = numberQuestion({
  unit: "nats",
  slips: [
    { value: 0.5, says: "That is twice as much." },
    { value: -0.25, says: "The sign is another." },
  ],
});
const choice = choiceQuestion();
const pick = pickQuestion();
const words = wordsQuestion();
const guess = numberQuestion({ guess: true, answer: "" });

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
    assert.equal(entered(number, text, 1), value);
  });
}

for (const key of ["a", null]) {
  test(`of choices, ${key} is entered as it is`, () => {
    assert.equal(entered(choice, key, 1), key);
  });
}

/** @type {[Question, string | null, number, string | null][]} */
const ENTERED = [
  [pick, "up", 3, "3:up"],
  [pick, "up", 0, null],
  [pick, null, 3, null],
  [words, " It bends. ", 1, " It bends. "],
  [words, "  ", 1, null],
  [words, null, 1, null],
];
for (const [question, text, row, value] of ENTERED) {
  test(`for a ${question.kind} with sample ${row}, ${JSON.stringify(text)} is ${value}`, () => {
    assert.equal(entered(question, text, row), value);
  });
}

test("a picked sample and the answer are read from what was kept", () => {
  assert.deepEqual(picked("3:up"), [3, "up"]);
});

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
  [pick, null, "Choose a sample in the figure and one of the answers first."],
  [words, " ", "Write a sentence of your own first."],
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
  assert.equal(rightAnswer(number, 1), "0.250 nats");
  assert.equal(rightAnswer(choice, "a"), "<i>w</i> shrinks");
});

/** @type {[string, Question, number | string, boolean][]} */
const TAKES = [
  ["a number where a number is asked for", number, 7, true],
  ["a key where a number is asked for", number, "a", false],
  ["one of the choices", choice, "a", true],
  ["a choice that is gone", choice, "c", false],
  ["a number where choices are given", choice, 7, false],
  ["a sample and a choice", pick, "3:up", true],
  ["a sample that is gone", pick, "4:up", false],
  ["a choice of a sample that is gone", pick, "3:leave", false],
  ["own words", words, "so", true],
  ["a number for own words", words, 7, false],
];
for (const [name, question, answer, isTaken] of TAKES) {
  test(`a kept answer counts only if the question can have it: ${name}`, () => {
    assert.equal(takes(question, answer), isTaken);
  });
}

// ---- what is judged, and when it is settled -----------------------------------------------------

/** @type {[string, Question, boolean][]} */
const JUDGED = [
  ["a number", number, true],
  ["a guess", guess, false],
  ["a choice", choice, true],
  ["a pick", pick, true],
  ["own words", words, false],
];
for (const [name, question, isSo] of JUDGED) {
  test(`${name} ${isSo ? "is" : "is not"} right or wrong`, () => {
    assert.equal(isJudged(question), isSo);
    if (!isSo) assert.equal(isRight(question, 7), null);
  });
}

test("of every sample another answer is right", () => {
  const judged = ["1:up", "2:up", "2:down", "4:up"].map((answer) => isRight(pick, answer));
  assert.deepEqual(judged, [true, false, true, false]);
});

const wrong = { entered: 9, right: false };
const right = { entered: 0.25, right: true };
const unjudged = { entered: 9, right: null };
/** @param {...string} rows */
const rows = (...rows) => rows.map((entered) => ({ entered, right: false }));
/** @type {[string, Question, Parameters<typeof isSettledBy>[1], boolean][]} */
const SETTLED = [
  ["a first slip", number, [wrong], false],
  ["a second slip", number, [wrong, wrong], true],
  ["a right answer", number, [right], true],
  ["a right answer after a slip", number, [wrong, right], true],
  ["a guess", guess, [unjudged], true],
  ["no guess", guess, [], false],
  ["own words", words, [{ entered: "so", right: null }], true],
  ["one sample of two", pick, rows("1:up"), false],
  ["one sample twice", pick, rows("1:up", "1:down"), false],
  ["two samples", pick, rows("1:up", "3:up"), true],
];
for (const [name, question, tries, isSo] of SETTLED) {
  test(`${name} ${isSo ? "settles" : "does not settle"} the question`, () => {
    assert.equal(isSettledBy(question, tries), isSo);
  });
}

test("a pick is said with its sample, and has the reply and the reason of that sample", () => {
  assert.equal(said(pick, "3:up"), "sample 3: raise it");
  assert.equal(rightAnswer(pick, "3:up"), "lower it");
  assert.equal(slip(pick, "3:up"), "It is too high already.");
  assert.equal(why(pick, "3:up"), "Because of sample 3.");
  assert.equal(why(number, 7), "So.");
});

test("own words bring no markup of their own", () => {
  assert.equal(said(words, "a < b & <b>c</b>"), "a &lt; b &amp; &lt;b>c&lt;/b>");
});
