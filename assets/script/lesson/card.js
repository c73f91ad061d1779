// One question: predict, commit, a hint and a second try, then the answer and why.
import { draftOf, keepDraft } from "../dom/drafts.js";
import { el } from "../dom/element.js";
import { ended } from "../words/names.js";
import { all, put, reopen, standing, unsettled } from "./answers.js";
import { entry, fill, typed } from "./entry.js";
import {
  entered as enteredIn,
  isJudged,
  isRight,
  isSettledBy,
  missing,
  picked,
  rightAnswer,
  said,
  slip,
  takes,
  why as whyOf,
} from "./judge.js";

/** @typedef {import("./answers.js").Answer} Answer */

/**
 * Whom a card tells: opened whether its question is open now; sample gives the chosen sample, from
 * 1.
 * @typedef {{ opened(isOpen: boolean): void, sample(): number }} Hear
 */

/** The form of one question. */
export class Card {
  #question;
  #where;
  #hear;

  /**
   * @param {Question} question
   * @param {string} where the place of its answer, lesson/question
   * @param {Hear} hear
   */
  constructor(question, where, hear) {
    this.#question = question;
    this.#where = where;
    this.#hear = hear;
    this.form = this.#make();
    const { settled } = this;
    const draft = draftOf(where);
    if (settled) {
      fill(this.form, question, picked(settled.entered)[1] ?? settled.entered);
      this.#settle(settled);
    } else {
      if (draft) fill(this.form, question, draft);
      this.#again();
    }
  }

  /** The answer that closes the question, if it is closed. */
  get settled() {
    const answer = standing(all()[this.#where]);
    return answer && takes(this.#question, answer.entered) ? answer : undefined;
  }

  /** The answers of a try that is not settled yet. */
  get #tries() {
    return unsettled(all()[this.#where]).filter(({ entered }) => takes(this.#question, entered));
  }

  #make() {
    const { id, ask } = this.#question;
    const said = el("p", { className: "ask", id: `ask-${id}` });
    said.innerHTML = ask;
    const commit = el("button", { type: "submit", textContent: "Commit", className: "main" });
    const reveal = el("div", { className: "reveal", role: "status", tabIndex: -1 });
    const look = { className: "question", id: `question-${id}`, noValidate: true };
    const form = el("form", look, said, entry(this.#question), commit, reveal);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#commit();
    });
    form.addEventListener("input", () => this.typed());
    form.addEventListener("reset", () => this.#reopen());
    return form;
  }

  /** The number that stands in the entry; NaN for none. */
  get number() {
    return Number(enteredIn(this.#question, typed(this.form, this.#question), 0) ?? Number.NaN);
  }

  /** Keeps what stands in the entry. */
  typed() {
    keepDraft(this.#where, typed(this.form, this.#question));
  }

  get #reveal() {
    return /** @type {HTMLElement} */ (this.form.querySelector(".reveal"));
  }

  // ---- commit and reveal -----------------------------------------------------------------------
  #commit() {
    const text = typed(this.form, this.#question);
    const entered = enteredIn(this.#question, text, this.#hear.sample());
    if (entered === null) {
      const why = missing(this.#question, text);
      this.#reveal.replaceChildren(el("p", { className: "problem", textContent: why }));
      return;
    }
    const answer = {
      entered,
      right: isRight(this.#question, entered),
      at: new Date().toISOString(),
      asked: this.form.querySelector(".ask")?.textContent ?? "",
      shown: plainText(said(this.#question, entered)),
    };
    const isSettled = isSettledBy(this.#question, [...this.#tries, answer]);
    put(this.#where, answer, isSettled);
    keepDraft(this.#where, null);
    if (isSettled) this.#settle(answer);
    else this.#again();
    this.#reveal.focus(); // what had the focus may be disabled now
    if (isSettled) this.#hear.opened(false);
  }

  /** What is said after an answer that does not settle the question. */
  #again() {
    const last = this.#tries.at(-1);
    if (!last) return;
    const { kind, hint } = this.#question;
    const { entered } = last;
    this.#reveal.innerHTML =
      kind === "pick"
        ? `${verdict(last)}${this.#told(last)}<p>Now pick another sample.</p>`
        : `<p>${verdictOf(last)} ${slip(this.#question, entered) || hint}</p><p>Try once more.</p>`;
  }

  /** @param {Answer} answer */
  #settle(answer) {
    const judged = isJudged(this.#question);
    this.form.classList.add("settled");
    if (judged) this.form.classList.add(answer.right ? "right" : "wrong");
    this.#enable(false);
    const { kind, model, why } = this.#question;
    const again = '<button type="reset">Try again</button>';
    if (judged) this.#reveal.innerHTML = verdict(answer) + this.#told(answer) + again;
    else if (kind === "explain")
      this.#reveal.innerHTML = `<p><b>One good answer:</b> ${model}</p><p>${why}</p>${again}`;
    else this.#reveal.innerHTML = `<p><b>Your guess is kept.</b> ${why}</p>${again}`;
  }

  /**
   * The answer, the usual slip and the reason, as markup.
   * @param {Answer} answer
   */
  #told({ entered, right }) {
    const usual = right ? "" : slip(this.#question, entered);
    const known = ended(rightAnswer(this.#question, entered));
    const reason = whyOf(this.#question, entered);
    return `<p>The answer: <b>${known}</b></p>${usual ? `<p>${usual}</p>` : ""}<p>${reason}</p>`;
  }

  #reopen() {
    const isInside = this.#reveal.contains(document.activeElement);
    keepDraft(this.#where, null);
    reopen(this.#where);
    this.form.classList.remove("settled", "right", "wrong");
    this.#enable(true);
    this.#reveal.replaceChildren();
    if (isInside)
      /** @type {HTMLElement | null} */ (this.form.querySelector("input, textarea"))?.focus();
    this.#hear.opened(true);
  }

  /** @param {boolean} isEnabled */
  #enable(isEnabled) {
    /** @type {NodeListOf<HTMLInputElement | HTMLButtonElement>} */
    const found = this.form.querySelectorAll("input, textarea, button[type=submit]");
    for (const each of found) each.disabled = !isEnabled;
  }
}

/** @param {Answer} answer */
const verdictOf = ({ right }) => `<b class="verdict">${right ? "Right" : "Not so"}.</b>`;

/** @param {Answer} answer */
const verdict = (answer) => `<p>${verdictOf(answer)}</p>`;

/** @param {string} markup */
function plainText(markup) {
  const holder = el("div");
  holder.innerHTML = markup;
  return holder.textContent;
}
