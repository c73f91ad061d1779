// What an answer to a question is worth, and what there is to say of it.
import { plain } from "../frame/numbers.js";
import { doubt, parse } from "../words/entries.js";

const ROUNDING = 1 + 1e-9; // an answer at the very edge of the tolerance is still near
/** Answers that a question takes before it tells its own. */
export const TRIES = 2;

/**
 * @param {Question} question
 * @param {number | string} value
 * @param {number} target
 */
const near = ({ tolerance }, value, target) =>
  Math.abs(Number(value) - target) <= tolerance * ROUNDING;

/**
 * @param {Question} question
 * @param {string} said
 */
const withUnit = ({ unit }, said) => (unit ? `${said} ${unit}` : said);

/**
 * @param {Question} question
 * @param {number | string} key
 */
const choiceOf = ({ choices }, key) => choices.find((choice) => choice.key === key);

/** @param {Question} question */
export const isNumber = ({ kind }) => kind === "number" || kind === "place";

/**
 * The row of the sample and the key of the choice in the answer to a question that lets one pick.
 * @param {number | string} answer
 * @returns {[row: number, key: string]}
 */
export function picked(answer) {
  const [row, key] = String(answer).split(":");
  return [Number(row), key];
}

/**
 * What was entered, from a choice's key or a typed text; null when nothing was.
 * @param {Question} question
 * @param {string | null} text
 * @param {number} row the chosen sample, from 1; 0 for none
 * @returns {number | string | null}
 */
export function entered(question, text, row) {
  if (question.kind === "choice") return text;
  if (question.kind === "explain") return text?.trim() ? text : null;
  if (question.kind === "pick") return text && row > 0 ? `${row}:${text}` : null;
  const value = parse(text ?? "");
  return Number.isFinite(value) ? value : null;
}

/**
 * Whether a question can have this answer: its kind, or its choices, may have changed since it was
 * given.
 * @param {Question} question
 * @param {number | string} answer
 */
export function takes(question, answer) {
  if (isNumber(question)) return typeof answer === "number";
  if (question.kind === "choice") return choiceOf(question, answer) !== undefined;
  if (question.kind === "explain") return typeof answer === "string";
  const [row, key] = picked(answer);
  return question.picks[row - 1] !== undefined && choiceOf(question, key) !== undefined;
}

/**
 * The sentence for a reader who has entered nothing, or what is no number.
 * @param {Question} question
 * @param {string | null} text
 */
export function missing({ kind }, text) {
  if (kind === "choice") return "Choose one of the answers first.";
  if (kind === "pick") return "Choose a sample in the figure and one of the answers first.";
  if (kind === "explain") return "Write a sentence of your own first.";
  if (!text?.trim() && kind === "place")
    return "Drag the mark in the figure first, or type a number.";
  if (!text?.trim()) return "Type a number first, such as 0.25 or 1/4.";
  if (Math.abs(parse(text)) === Infinity) return "This number is too large.";
  return `${doubt(text).join(": ")}.`;
}

/**
 * Whether there is a right and a wrong answer.
 * @param {Question} question
 */
export const isJudged = ({ kind, guess }) => !guess && kind !== "explain";

/**
 * Whether an answer is right; null where nothing is judged.
 * @param {Question} question
 * @param {number | string} answer
 */
export function isRight(question, answer) {
  if (!isJudged(question)) return null;
  if (isNumber(question)) return near(question, answer, question.answer);
  if (question.kind === "choice") return answer === question.answer;
  const [row, key] = picked(answer);
  return question.picks[row - 1]?.answer === key;
}

/**
 * Whether the answers of one try close the question.
 * @param {Question} question
 * @param {{ entered: number | string, right: boolean | null }[]} tries
 */
export function isSettledBy(question, tries) {
  if (!isJudged(question)) return tries.length > 0;
  if (question.kind === "pick") {
    const rows = tries.map(({ entered: answer }) => picked(answer)[0]);
    return new Set(rows).size >= question.need;
  }
  return tries.length >= TRIES || tries.some(({ right }) => right);
}

/**
 * An answer in words; a choice's are markup.
 * @param {Question} question
 * @param {number | string} answer
 */
export function said(question, answer) {
  if (typeof answer === "number") return withUnit(question, plain(answer));
  if (question.kind === "explain") return escapedText(answer);
  if (question.kind !== "pick") return choiceOf(question, answer)?.says ?? answer;
  const [row, key] = picked(answer);
  return `sample ${row}: ${choiceOf(question, key)?.says ?? key}`;
}

/**
 * A text of the reader's as markup.
 * @param {string} text
 */
const escapedText = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/**
 * The right answer in words, as markup.
 * @param {Question} question
 * @param {number | string} answer the reader's, which says of which sample
 */
export function rightAnswer(question, answer) {
  if (isNumber(question)) return withUnit(question, question.shown);
  if (question.kind !== "pick") return choiceOf(question, question.answer)?.says ?? "";
  const [row] = picked(answer);
  return choiceOf(question, question.picks[row - 1].answer)?.says ?? "";
}

/**
 * What there is to say of the mistake that leads to an answer, as markup; empty for an unusual one.
 * @param {Question} question
 * @param {number | string} answer
 */
export function slip(question, answer) {
  if (question.kind === "choice") return choiceOf(question, answer)?.reply ?? "";
  if (question.kind === "pick") {
    const [row, key] = picked(answer);
    return question.picks[row - 1]?.replies[key] ?? "";
  }
  return question.slips.find(({ value }) => near(question, answer, value))?.says ?? "";
}

/**
 * Why the answer is what it is, as markup.
 * @param {Question} question
 * @param {number | string} answer
 */
export const why = (question, answer) =>
  question.kind === "pick" ? question.picks[picked(answer)[0] - 1].why : question.why;
