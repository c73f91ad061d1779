// What a hand does to samples in a figure: it drags them, adds and removes them, and flips their
// class.
import { complain } from "../dom/notice.js";
import { added, copyOf, placed, removed, stepped } from "./edit.js";

const LAST = "The last sample stays: a page without samples shows nothing.";

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("./own.js").OwnData} OwnData */
/** @typedef {import("../plots/mover.js").Dot} Dot */

/**
 * What the hand has to know and to tell: the class of a new sample, and that data of the page were
 * copied.
 * @typedef {{ label: () => number, copied: (title: string) => void }} Beside
 */

/** Changes of single samples; each is one change for undo. */
export class Hand {
  #store;
  #own;
  #beside;
  /**
   * What it holds: the data before, the sample, and whether its label follows.
   * @type {{ base: Own, i: number, isLabel: boolean } | null}
   */
  #held = null;
  /** The data with the held sample where it is now. @type {Own | null} */
  #moved = null;

  /**
   * @param {Store} store
   * @param {Pick<OwnData, "now" | "change">} own
   * @param {Beside} beside
   */
  constructor(store, own, beside) {
    this.#store = store;
    this.#own = own;
    this.#beside = beside;
  }

  /** The data that are changed: the reader's own, or a copy of those of the page. */
  #mine() {
    const { own } = this.#store.scene;
    const now = this.#own.now(); // with the samples that the sliders have moved
    return own ? { ...own, x: now.x } : copyOf(now);
  }

  /**
   * Shows other data after a single change.
   * @param {Own} own
   */
  #change(own) {
    this.#show(own);
    this.#store.rest();
  }

  /**
   * Shows other data; of data of the page it says once that these are a copy now.
   * @param {Own} own
   */
  #show(own) {
    if (!this.#store.scene.own) this.#beside.copied(this.#store.block.title);
    this.#own.change(own);
  }

  /** The chosen sample, counted from 0; the first where none is chosen. */
  get #chosen() {
    if (this.#store.scene.sample === 0) this.#store.select(0);
    return this.#store.scene.sample - 1;
  }

  /** The steps in which each feature moves: those of its slider. */
  get #steps() {
    return this.#store.block.sliders.map(({ step }) => step);
  }

  /**
   * Values in steps.
   * @param {number[]} values
   */
  #stepped(values) {
    return this.#steps.map((step, j) => stepped(values[j], step));
  }

  // ---- the pointer -----------------------------------------------------------------------------
  /** The dots of the samples. @returns {Dot[]} */
  dots() {
    const { samples } = this.#store.now().frame;
    if ("x2" in samples) return dotsOf(samples.x1, samples.x2, false);
    return [...dotsOf(samples.x, samples.p, false), ...dotsOf(samples.x, samples.y, true)];
  }

  /**
   * Takes a dot; the axes keep these ends until it is let go.
   * @param {Dot} dot
   * @param {[number, number][]} ends
   */
  take({ row, isLabel }, ends) {
    const i = this.#store.now().rows[row];
    // Until the dot is let go this is one change with the drag.
    this.#store.scene = { ...this.#store.scene, sample: i + 1 };
    this.#store.move();
    const holds = ends.slice(0, this.#store.block.x.length);
    this.#held = { base: { ...this.#mine(), holds }, i, isLabel };
    this.#moved = null;
  }

  /**
   * Moves the dot that is held; one at its label flips the class where it crosses the middle.
   * @param {number} x
   * @param {number} y
   */
  drag(x, y) {
    if (!this.#held) return;
    const { base, i, isLabel } = this.#held;
    const label = isLabel ? Number(y > 0.5) : base.y[i];
    this.#moved = placed(base, i, this.#stepped([x, y]), label);
    this.#show(this.#moved);
  }

  /** Lets the dot go. */
  release() {
    const moved = this.#moved;
    this.#held = null;
    this.#moved = null;
    if (moved) this.#show({ ...moved, holds: undefined });
    this.#store.rest();
  }

  // ---- single changes --------------------------------------------------------------------------
  /**
   * Adds a sample and chooses it.
   * @param {number[]} place by default the middle of the samples
   */
  add(place = this.#middle()) {
    const own = added(this.#mine(), this.#stepped(place), this.#beside.label());
    this.#store.scene = { ...this.#store.scene, sample: own.y.length };
    this.#change(own);
  }

  /** Flips the class of the chosen sample. */
  flip() {
    const [own, i] = [this.#mine(), this.#chosen];
    this.#place(
      own.x.map((column) => column[i]),
      1 - own.y[i],
    );
  }

  /** Removes the chosen sample. */
  remove() {
    const own = this.#mine();
    complain(own.y.length === 1 ? LAST : "");
    if (own.y.length > 1) this.#change(removed(own, this.#chosen));
  }

  /**
   * @param {number[]} x
   * @param {number} y
   */
  #place(x, y) {
    this.#change(placed(this.#mine(), this.#chosen, x, y));
  }

  /**
   * Moves the chosen sample along an axis; over one feature the upright axis is that of the label.
   * @param {number} axis
   * @param {number} steps
   */
  nudge(axis, steps) {
    const [own, i] = [this.#mine(), this.#chosen];
    const x = own.x.map((column) => column[i]);
    if (axis >= x.length) {
      this.#place(x, Number(steps > 0));
      return;
    }
    x[axis] = stepped(x[axis] + steps * this.#steps[axis], this.#steps[axis]);
    this.#place(x, own.y[i]);
  }

  /** The middle of the samples, where a key adds one. */
  #middle() {
    const { x } = this.#own.now();
    return x.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  }

  /**
   * Chooses a sample before or after.
   * @param {number} rows
   */
  turn(rows) {
    const drawn = this.#store.now().rows;
    const at = drawn.indexOf(this.#chosen) + rows;
    this.#store.select(Math.min(Math.max(at, 0), drawn.length - 1));
  }
}

/**
 * The dots of all samples.
 * @param {Column} x
 * @param {Column} y
 * @param {boolean} isLabel
 * @returns {Dot[]}
 */
const dotsOf = (x, y, isLabel) =>
  Array.from(x, (value, row) => ({ row, x: value, y: y[row], isLabel }));
