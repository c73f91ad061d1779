// Where an answer is entered: a number box, choices, or a box for own words.
import { el } from "../dom/element.js";
import { plain } from "../frame/numbers.js";
import { isNumber } from "./judge.js";

/**
 * Makes the place for an answer.
 * @param {Question} question
 * @returns {HTMLElement}
 */
export function entry(question) {
  if (isNumber(question)) return numberBox(question);
  if (question.kind === "explain") return ownWords(question);
  return choices(question);
}

/** @param {Question} question */
function numberBox({ id, unit }) {
  const look = { className: "number", spellcheck: false };
  const box = el("input", { ...look, name: "answer", type: "text", autocomplete: "off" });
  box.setAttribute("aria-labelledby", `ask-${id}`);
  const units = unit ? [el("span", { textContent: unit })] : [];
  return el("p", { className: "entry" }, box, ...units);
}

/** @param {Question} question */
function ownWords({ id }) {
  const box = el("textarea", { className: "own-words", name: "answer", rows: 3 });
  box.setAttribute("aria-labelledby", `ask-${id}`);
  return el("p", { className: "entry" }, box);
}

/** @param {Question} question */
function choices({ id, choices }) {
  const set = el("div", { className: "options", role: "radiogroup" });
  set.setAttribute("aria-labelledby", `ask-${id}`);
  for (const { key, says } of choices) {
    const words = el("span");
    words.innerHTML = says;
    set.append(el("label", {}, el("input", { type: "radio", name: "answer", value: key }), words));
  }
  return set;
}

/**
 * @param {HTMLFormElement} form
 * @returns {(HTMLInputElement | HTMLTextAreaElement)[]}
 */
const inputs = (form) => [...form.querySelectorAll("input, textarea")].map(box);

/** @param {Element} element */
const box = (element) => /** @type {HTMLInputElement} */ (element);

/**
 * What stands in the entry of a form: the text of the box, or the key of the choice, null for none.
 * @param {HTMLFormElement} form
 * @param {Question} question
 * @returns {string | null}
 */
export function typed(form, question) {
  if (isNumber(question) || question.kind === "explain") return inputs(form)[0].value;
  const chosen = /** @type {HTMLInputElement | null} */ (form.querySelector("input:checked"));
  return chosen?.value ?? null;
}

/**
 * Puts an answer, or the text of one, into the entry of a form.
 * @param {HTMLFormElement} form
 * @param {Question} question
 * @param {number | string} answer
 */
export function fill(form, question, answer) {
  const text = typeof answer === "number" ? plain(answer) : answer;
  if (isNumber(question) || question.kind === "explain") inputs(form)[0].value = text;
  else for (const each of form.querySelectorAll("input")) each.checked = each.value === text;
}
