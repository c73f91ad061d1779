// One question: predict, commit, reveal.
import { el } from "../dom/element.js";
import { ended } from "../words/names.js";
import { put, reopen } from "./answers.js";
import { draftOf, keepDraft } from "./drafts.js";
import { entry, fill, typed } from "./entry.js";
import { entered, isRight, missing, rightAnswer, said, slip } from "./judge.js";
import { bindScene } from "./scenes.js";

/** @typedef {import("./answers.js").Answer} Answer */

/**
 * Whom a card tells: opened whether its question is open now, show to open the scene of its link.
 * @typedef {{ opened(isOpen: boolean): void, show(scene: Record<string, string>): void }} Hear
 */

/**
 * Makes the card of a question, with the answer that is known of it, if any.
 * @param {Question} question
 * @param {number} number its place in the lesson, from 1
 * @param {string} where the place of its answer
 * @param {Answer | undefined} known
 * @param {Hear} hear
 */
export function card(question, number, where, known, hear) {
  const look = { className: "question card", id: `question-${question.id}`, noValidate: true };
  const ask = el("p", { className: "ask", id: `ask-${question.id}` });
  ask.innerHTML = `<b>${number}.</b> ${question.ask}`;
  const commitButton = el("button", { type: "submit", textContent: "Commit" });
  const reveal = el("div", { className: "reveal", role: "status", tabIndex: -1 });
  const links = sceneLink(question, hear);
  const form = el("form", look, ask, ...links, entry(question), commitButton, reveal);
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    commit(form, question, where, hear);
  });
  form.addEventListener("input", () => keepDraft(where, typed(form, question)));
  form.addEventListener("reset", () => {
    keepDraft(where, null);
    reopen(where);
    unsettle(form);
    hear.opened(true);
  });
  if (known) {
    fill(form, question, known.entered);
    settle(form, question, known);
  } else fill(form, question, draftOf(where) ?? "");
  return form;
}

/**
 * @param {Question} question
 * @param {Hear} hear
 */
function sceneLink({ link }, { show }) {
  if (!link) return [];
  const anchor = el("a", { className: "scene-link", href: link, textContent: "Show this scene" });
  bindScene(anchor, show);
  return [el("p", {}, anchor)];
}

/** @param {HTMLFormElement} form */
const revealOf = (form) => /** @type {HTMLElement} */ (form.querySelector(".reveal"));

// ---- commit and reveal ----------------------------------------------------------------------------
/**
 * @param {HTMLFormElement} form
 * @param {Question} question
 * @param {string} where
 * @param {Hear} hear
 */
function commit(form, question, where, { opened }) {
  const text = typed(form, question);
  const answer = entered(question, text);
  if (answer === null) {
    const why = el("p", { className: "problem", textContent: missing(question, text) });
    revealOf(form).replaceChildren(why);
    return;
  }
  const known = {
    entered: answer,
    right: isRight(question, answer),
    at: new Date().toISOString(),
    asked: form.querySelector(".ask")?.textContent ?? "",
    shown: plainText(said(question, answer)),
  };
  put(where, known);
  keepDraft(where, null);
  settle(form, question, known);
  revealOf(form).focus(); // what had the focus is disabled now
  opened(false);
}

/** @param {string} markup */
function plainText(markup) {
  const holder = el("div");
  holder.innerHTML = markup;
  return holder.textContent;
}

/**
 * @param {HTMLFormElement} form
 * @param {Question} question
 * @param {Answer} answer
 */
function settle(form, question, { entered: answer, right }) {
  form.classList.add(right ? "right" : "wrong");
  enable(form, "input, button[type=submit]", false);
  const usual = right ? "" : slip(question, answer);
  const verdict = `<b class="verdict">${right ? "Right" : "Not so"}.</b>`;
  revealOf(form).innerHTML =
    `<p>${verdict} The answer: <b>${ended(rightAnswer(question))}</b></p>${usual ? `<p>${usual}</p>` : ""}` +
    `<p>${question.why}</p><button type="reset">Try again</button>`;
}

/** @param {HTMLFormElement} form */
function unsettle(form) {
  const isInside = revealOf(form).contains(document.activeElement);
  form.classList.remove("right", "wrong");
  enable(form, "input, button", true);
  revealOf(form).replaceChildren();
  if (isInside) form.querySelector("input")?.focus(); // “Try again” is gone
}

/**
 * @param {HTMLFormElement} form
 * @param {string} selector
 * @param {boolean} isEnabled
 */
function enable(form, selector, isEnabled) {
  /** @type {NodeListOf<HTMLInputElement | HTMLButtonElement>} */
  const found = form.querySelectorAll(selector);
  for (const each of found) each.disabled = !isEnabled;
}
