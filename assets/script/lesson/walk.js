// A lesson is a walk of steps: one at a time, each with its stage, its text and its question.

import { mark as markHistory } from "../dom/address.js";
import { button, byId } from "../dom/element.js";
import { apply } from "../dom/parts.js";
import { values } from "../scene/inputs.js";
import { inputs } from "../scene/scene.js";
import { all, rightAtFirst, standing } from "./answers.js";
import { Card } from "./card.js";
import { bindDrawer } from "./drawer.js";
import { handIn } from "./hand-in.js";
import { bindHandles, showLive, tablesIn } from "./live.js";
import { Loop } from "./loop.js";
import { mark, veil } from "./marks.js";
import { Placing } from "./placing.js";
import { bindPrint } from "./print.js";
import { bindScene } from "./scenes.js";
import { order, showText } from "./step-text.js";
import { stepView } from "./step-view.js";
import { bindTips } from "./tip.js";
import { Travel } from "./travel.js";
import { bindTurns } from "./turns.js";

const UNANSWERED = "…";
const FIRST = "first"; // no question of a lesson has this id

/**
 * Whom a walk tells: turned that another step stands, and spot to put the mark of an answer into a
 * plot.
 * @typedef {{ turned(): void, spot: import("./placing.js").MakeSpot }} Hear
 */

/** The steps of a lesson on the page. */
export class Walk {
  #lesson;
  #page;
  #asked;
  #number;
  /** @type {View} */
  #base;
  /** @type {(Card | undefined)[]} */
  #cards = [];
  /** @type {Placing} */
  #placing = /** @type {any} */ (undefined);
  /** @type {import("../store.js").Store} */
  #store = /** @type {any} */ (undefined);
  /** @type {Travel} */
  #travel = /** @type {any} */ (undefined);
  /** @type {Hear} */
  #hear = /** @type {any} */ (undefined);
  #closeTip = () => {};
  #loop = new Loop();
  /** The first group of controls at the time of the last marking. @type {Element | null} */
  #marked = null;

  /**
   * Opens the lesson at the step that an address names; what is shown follows with `start`.
   * @param {Page} page
   * @param {Lesson} lesson
   * @param {View} base the view of the page
   * @param {Record<string, string>} asked the view in the address, which learns of every step
   */
  constructor(page, lesson, base, asked) {
    this.#page = page;
    this.#lesson = lesson;
    this.#base = base;
    this.#asked = asked;
    this.#number = Math.min(Math.max(Number(asked.step) || 1, 1), this.#last);
    page.scene = this.step.scene;
    document.body.classList.toggle("present", asked.present === "1");
    // A step that an address embeds stands alone.
    document.body.classList.toggle("alone", base.embed && asked.step !== undefined);
  }

  get #last() {
    return this.#lesson.steps.length + 1; // the end is a step of its own
  }

  /** The step whose stage is shown; the end keeps that of the last one. */
  get step() {
    return this.#lesson.steps[Math.min(this.#number, this.#lesson.steps.length) - 1];
  }

  get #section() {
    return byId(`step-${this.#number}`);
  }

  get #card() {
    return this.#number < this.#last ? this.#cards[this.#number - 1] : undefined;
  }

  /** What the step speaks of; the end speaks of nothing on the stage. */
  get #marks() {
    return this.#number < this.#last ? this.step.marks : [];
  }

  /** The question of the step, as long as it is open. */
  get #open() {
    const { question } = this.step;
    return question && this.#card && !this.#card.settled ? question : null;
  }

  /** What the step shows of the page. */
  get #view() {
    const narrow = stepView(this.#base, this.step, {
      figures: this.#page.share.all,
      chosen: Boolean(this.#asked.figures),
      isOpen: this.#open !== null,
    });
    return { ...narrow, tables: tablesIn(this.#section) };
  }

  // ---- start -----------------------------------------------------------------------------------
  /**
   * @param {import("../store.js").Store} store
   * @param {Hear} hear
   */
  start(store, hear) {
    this.#store = store;
    this.#hear = hear;
    this.#travel = new Travel(store);
    this.#placing = new Placing(this.#page.plots.roots, hear.spot);
    const { number, steps, terms } = this.#lesson;
    this.#cards = steps.map(({ question }, i) =>
      question ? this.#made(question, i + 1) : undefined,
    );
    byId(`step-${this.#last}`).querySelector(".asks")?.append(handIn(number));
    const walk = byId("walk");
    const seen = () => store.seen();
    for (const link of walk.querySelectorAll("a.scene-link"))
      bindScene(/** @type {HTMLAnchorElement} */ (link), (scene) => this.#visit(scene));
    this.#closeTip = bindTips(walk, terms, { seen, select: (row) => this.#select(row) });
    bindHandles(walk, this.#hand);
    bindDrawer(() => this.#dress());
    bindPrint({
      last: this.#last,
      enter: (to) => this.#enter(to, { isQuick: true }),
      way: () => this.#wayBack(),
    });
    bindTurns({ walk, turn: (by) => this.go(this.#number + by), jump: (to) => this.#enter(to) });
    button("back").addEventListener("click", () => this.go(this.#number - 1));
    button("next").addEventListener("click", () => this.go(this.#number + 1));
    markHistory({ step: this.#number });
    this.#show();
    this.#dress();
    if (this.step.move && !this.#open) this.#travel.invite(this.step.move);
  }

  /**
   * Opens the scene of a link, with the sample that the step has chosen.
   * @param {Record<string, string>} scene
   */
  #visit(scene) {
    const { sample } = this.step.scene;
    this.#travel.to({ ...(sample && { sample }), ...scene });
  }

  /** @param {number} row from 1 */
  #select(row) {
    this.#store.select(this.#store.now().rows.indexOf(row - 1));
  }

  get #hand() {
    const store = this.#store;
    return {
      row: (/** @type {string} */ name) => {
        const isFree = store.view.offers(name) && !store.view.locks(name);
        return isFree ? inputs(store.block, store.scene)[name] : undefined;
      },
      value: (/** @type {string} */ name) => values(store.now())[name],
      set: (/** @type {Record<string, number>} */ changes) => store.set(changes),
      rest: () => store.rest(),
    };
  }

  /**
   * @param {Question} question
   * @param {number} step
   */
  #made(question, step) {
    const card = new Card(question, `${this.#lesson.number}/${question.id}`, {
      sample: () => this.#store.scene.sample,
      opened: (isOpen) => this.#answered(isOpen),
    });
    byId(`step-${step}`).querySelector(".asks")?.append(card.form);
    return card;
  }

  // ---- from step to step -----------------------------------------------------------------------
  /**
   * Goes to a step, if there is one of that number, and keeps the way back in the history.
   * @param {number} number
   */
  go(number) {
    if (number < 1 || number > this.#last || number === this.#number) return;
    this.#enter(number);
    this.#hear.turned();
    byId(`step-title-${number === this.#last ? "end" : number}`).focus({ preventScroll: true });
  }

  /**
   * @param {number} number
   * @param {{ isQuick?: boolean }} [way] whether its scene is there at once
   */
  #enter(number, { isQuick = false } = {}) {
    this.#closeTip();
    this.#travel.end();
    this.#number = number;
    this.#asked.step = String(number);
    const { step } = this;
    this.#page.scene = step.scene;
    this.#show();
    this.#dress();
    if (isQuick) this.#store.show(step.scene);
    else if (step.opens && number < this.#last) this.#travel.to(step.scene);
    this.#store.forget();
    if (step.move && !this.#open && !isQuick) this.#travel.invite(step.move);
  }

  /** The way back to the step and the scene that stand now. */
  #wayBack() {
    const [number, settings] = [this.#number, this.#store.settings()];
    return () => {
      this.#enter(number, { isQuick: true });
      this.#store.show(settings);
    };
  }

  /** Shows the text of the step, and its figures in their order. */
  #show() {
    showText(this.#number, this.#last);
    order(this.step.figures);
    this.#page.share.shown = this.step.figures;
    this.#page.share.usual = this.step.figures;
  }

  /** Shows on the stage what belongs to the step, and covers what its open question asks for. */
  #dress() {
    const open = this.#open;
    const { readouts, controls } = this.step;
    apply(this.#view);
    for (const each of document.querySelectorAll("[data-readout]"))
      each.classList.toggle("gone", !readouts.includes(each.getAttribute("data-readout") ?? ""));
    document.body.dataset.figures = String(this.step.figures.length);
    document.body.classList.toggle("asking", open !== null && open.free.length === 0);
    button("numbers-open").disabled = open !== null;
    mark(this.#marks);
    veil(open?.veils ?? [], open !== null && controls.length > open.free.length);
    this.#store.see(this.#view);
    this.#store.cover(open ? open.covers.map((each) => coverOf(each, open, this.#number)) : []);
    if (this.#store.isDrawn) this.#store.draw();
    this.#placing.put(this.step, this.#card);
  }

  // ---- questions -------------------------------------------------------------------------------
  /** @param {boolean} isOpen whether the question of the step is open again */
  #answered(isOpen) {
    this.#dress();
    const { question } = this.step;
    if (!isOpen && question?.then) this.#travel.to(question.then);
  }

  // ---- what moves ------------------------------------------------------------------------------
  /**
   * Shows a frame in the text of the step, and the mark of an answer where it lies in the plot now.
   * @param {Seen} seen
   */
  seen(seen) {
    this.#markAnew();
    showLive(this.#section, seen, (id) => this.#answer(id));
    this.#loop.follow(this.#section, seen.path.length - 1);
    this.#placing.draw();
  }

  /** Marks what the step speaks of, if the controls were made anew since. */
  #markAnew() {
    const made = document.querySelector(".controls")?.firstElementChild ?? null;
    if (made !== this.#marked) mark(this.#marks);
    this.#marked = made;
  }

  /**
   * What the reader has answered to a question; with `first`, how many questions of the lesson the
   * reader got right at the first try.
   * @param {string} id
   */
  #answer(id) {
    if (id === FIRST) return String(rightAtFirst(this.#lesson.number));
    return standing(all()[`${this.#lesson.number}/${id}`])?.shown ?? UNANSWERED;
  }
}

/**
 * @param {Question["covers"][number]} cover
 * @param {Question} question
 * @param {number} step
 * @returns {Cover}
 */
const coverOf = (cover, { dataset }, step) => ({ ...cover, dataset, question: step });
