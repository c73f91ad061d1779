// What an answer to a question is worth, and what there is to say of it.
import { plain } from "../frame/numbers.js";
import { parse } from "../words/entries.js";

const near = ({ tolerance }, value, target) => Math.abs(value - target) <= tolerance * (1 + 1e-9);
const withUnit = ({ unit }, said) => (unit ? `${said} ${unit}` : said);
const choiceOf = ({ choices }, key) => choices.find((choice) => choice.key === key);

// What was entered, from a choice's key or a typed text; null when nothing was.
export function entered(question, text) {
  if (question.kind === "choice") return text;
  const value = parse(text ?? "");
  return Number.isFinite(value) ? value : null;
}

export function missing({ kind }) {
  return kind === "choice"
    ? "Choose one of the answers first."
    : "Type a number first, such as 0.25.";
}

export function isRight(question, answer) {
  return question.kind === "choice"
    ? answer === question.answer
    : near(question, answer, question.answer);
}

// An answer in words; a choice's are markup.
export function said(question, answer) {
  if (question.kind === "choice") return choiceOf(question, answer)?.says ?? answer;
  return withUnit(question, plain(answer));
}

// The right answer in words, as markup.
export function rightAnswer(question) {
  if (question.kind === "choice") return choiceOf(question, question.answer).says;
  return withUnit(question, question.shown);
}

// The slip that leads to an answer, if it is a usual one, as markup.
export function slip(question, answer) {
  if (question.kind === "choice") return choiceOf(question, answer)?.reply ?? "";
  return question.slips.find(({ value }) => near(question, answer, value))?.says ?? "";
}
