// What an answer to a question is worth, and what there is to say of it.
import { plain } from "../frame/numbers.js";
import { doubt, parse } from "../words/entries.js";

const ROUNDING = 1 + 1e-9; // an answer at the very edge of the tolerance is still near

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

/**
 * What was entered, from a choice's key or a typed text; null when nothing was.
 * @param {Question} question
 * @param {string | null} text
 * @returns {number | string | null}
 */
export function entered(question, text) {
  if (question.kind === "choice") return text;
  const value = parse(text ?? "");
  return Number.isFinite(value) ? value : null;
}

/**
 * Whether a question can have this answer: its kind, or its choices, may have changed since it was given.
 * @param {Question} question
 * @param {number | string} answer
 */
export function takes(question, answer) {
  return question.kind === "choice"
    ? choiceOf(question, answer) !== undefined
    : typeof answer === "number";
}

/**
 * The sentence for a reader who has entered nothing, or what is no number.
 * @param {Question} question
 * @param {string | null} text
 */
export function missing({ kind }, text) {
  if (kind === "choice") return "Choose one of the answers first.";
  if (!text?.trim()) return "Type a number first, such as 0.25 or 1/4.";
  if (Math.abs(parse(text)) === Infinity) return "This number is too large.";
  return `${doubt(text).join(": ")}.`;
}

/**
 * Whether an answer is right.
 * @param {Question} question
 * @param {number | string} answer
 */
export function isRight(question, answer) {
  return question.kind === "choice"
    ? answer === question.answer
    : near(question, answer, question.answer);
}

/**
 * An answer in words; a choice's are markup.
 * @param {Question} question
 * @param {number | string} answer
 */
export function said(question, answer) {
  if (typeof answer === "number") return withUnit(question, plain(answer));
  return choiceOf(question, answer)?.says ?? answer;
}

/**
 * The right answer in words, as markup.
 * @param {Question} question
 */
export function rightAnswer(question) {
  if (question.kind === "number") return withUnit(question, question.shown);
  return choiceOf(question, question.answer)?.says ?? "";
}

/**
 * What there is to say of the mistake that leads to an answer, as markup; empty for an unusual one.
 * @param {Question} question
 * @param {number | string} answer
 */
export function slip(question, answer) {
  if (question.kind === "choice") return choiceOf(question, answer)?.reply ?? "";
  return question.slips.find(({ value }) => near(question, answer, value))?.says ?? "";
}
