// Where an answer is entered: a number box, or choices.
import { el } from "../dom/element.js";
import { plain } from "../frame/numbers.js";

/**
 * Makes the place for an answer.
 * @param {Question} question
 * @returns {HTMLElement}
 */
export const entry = (question) =>
  question.kind === "choice" ? choices(question) : numberBox(question);

/** @param {Question} question */
function numberBox({ id, unit, tolerance }) {
  const look = { className: "number", spellcheck: false };
  const box = el("input", { ...look, name: "answer", type: "text", autocomplete: "off" });
  box.setAttribute("aria-labelledby", `ask-${id}`);
  const units = unit ? [el("span", { textContent: unit })] : [];
  const within = `within ± ${plain(Number(tolerance.toPrecision(2)))}`;
  const hint = el("span", { className: "hint", textContent: within });
  return el("p", { className: "entry" }, box, ...units, hint);
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

/** @param {HTMLFormElement} form */
const inputs = (form) => [...form.querySelectorAll("input")];

/**
 * What stands in the entry of a form: the text of the box, or the key of the choice, null for none.
 * @param {HTMLFormElement} form
 * @param {Question} question
 */
export function typed(form, { kind }) {
  if (kind === "number") return inputs(form)[0].value;
  return inputs(form).find((input) => input.checked)?.value ?? null;
}

/**
 * Puts an answer, or the text of one, into the entry of a form.
 * @param {HTMLFormElement} form
 * @param {Question} question
 * @param {number | string} answer
 */
export function fill(form, { kind }, answer) {
  const text = typeof answer === "number" ? plain(answer) : answer;
  if (kind === "number") inputs(form)[0].value = text;
  else for (const input of inputs(form)) input.checked = input.value === text;
}
