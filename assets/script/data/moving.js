// The mode in which samples are moved in a figure, by pointer and keys. It says that it is on, and ends
// with Escape.
import { button, byId } from "../dom/element.js";
import { complain } from "../dom/notice.js";
import { measured } from "../frame/numbers.js";
import { Banner } from "./banner.js";
import { added, copyOf, placed, removed, stepped } from "./edit.js";

const FAST = 10; // steps of an arrow key with Shift
const SD = "Samples move in the units of the data: untick “Standardise” first.";
const MANY = "Samples of more than two features stand in no figure: change them in “Your data”.";
const LAST = "The last sample stays: a page without samples shows nothing.";

/** The figures by the number of features; each shows samples over their features. */
const FIGURES = ["", "sigmoid", "plane"];

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("./own.js").OwnData} OwnData */
/** @typedef {import("../plots/mover.js").MoverHear} MoverHear */
/** @typedef {import("../plots/mover.js").Dot} Dot */

/**
 * Makes the layer over a plot that hears the hand.
 * @typedef {(host: HTMLElement, root: string, hear: MoverHear, names: Partial<HTMLElement>) =>
 *   import("../plots/mover.js").Mover} MakeMover
 */

/** The mode; it is off until the button is pressed. */
export class Moving {
  #store;
  #own;
  #makeMover;
  #button = button("move");
  /** @type {Banner | null} */
  #banner = null;
  /** @type {import("../plots/mover.js").Mover | null} */
  #mover = null;
  #figure = "";
  /** What the hand holds: the data before, the sample, and whether its label follows. @type {{ base: Own, i: number, hasLabel: boolean } | null} */
  #held = null;
  /** The data with the held sample where it is now. @type {Own | null} */
  #moved = null;

  /**
   * @param {Store} store
   * @param {Pick<OwnData, "now" | "change">} own
   * @param {MakeMover} makeMover
   */
  constructor(store, own, makeMover) {
    this.#store = store;
    this.#own = own;
    this.#makeMover = makeMover;
    this.#button.addEventListener("click", () => (this.#mover ? this.#leave() : this.#enter()));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.#mover && !document.querySelector("dialog[open]"))
        this.#leave();
    });
    store.on("frame", () => this.#follow());
  }

  // ---- on and off ------------------------------------------------------------------------------
  #enter() {
    const why = this.#refusal();
    complain(why);
    if (why) return;
    this.#figure = FIGURES[this.#store.block.x.length];
    const card = byId(`figure-${this.#figure}`);
    this.#banner = new Banner({
      flip: () => this.#flip(),
      remove: () => this.#remove(),
      done: () => this.#leave(),
    });
    card.querySelector(".card-head")?.after(this.#banner.at);
    card.append(this.#banner.keys);
    card.classList.add("is-moving");
    this.#button.ariaPressed = "true";
    this.#hear(/** @type {HTMLElement} */ (card.querySelector(".plot")));
    this.#follow();
    card.scrollIntoView({ block: "nearest" });
    this.#mover?.layer.focus({ preventScroll: true });
  }

  /** @param {HTMLElement} host */
  #hear(host) {
    const hear = {
      dots: () => this.#dots(),
      take: (/** @type {Dot} */ dot, /** @type {[number, number][]} */ ends) =>
        this.#take(dot, ends),
      drag: (/** @type {number} */ x, /** @type {number} */ y) => this.#drag(x, y),
      release: () => this.#release(),
      place: (/** @type {number} */ x, /** @type {number} */ y) => this.#add([x, y]),
      key: (/** @type {KeyboardEvent} */ event) => this.#key(event),
    };
    const root = this.#store.page.plots.roots[this.#figure];
    this.#mover = this.#makeMover(host, root, hear, { ariaLabel: "Samples to move" });
    this.#mover.layer.setAttribute("aria-describedby", "moving-keys");
  }

  /** Why samples cannot be moved now; empty if they can. */
  #refusal() {
    const { block, scene, figures } = this.#store;
    const name = FIGURES[block.x.length];
    if (!name) return MANY;
    if (scene.standardise) return SD;
    const { title } = figures.find((figure) => figure.name === name) ?? { title: name };
    return this.#store.shows(name) ? "" : `Show the figure “${title}” first: samples move in it.`;
  }

  #leave() {
    this.#held = null;
    const card = byId(`figure-${this.#figure}`);
    const hasFocus = card.contains(document.activeElement);
    this.#mover?.remove();
    this.#banner?.at.remove();
    this.#banner?.keys.remove();
    this.#mover = null;
    this.#banner = null;
    card.classList.remove("is-moving");
    this.#button.ariaPressed = "false";
    if (hasFocus) this.#button.focus();
  }

  /** Follows the page: the chosen sample is told, and the mode ends where its figure ends. */
  #follow() {
    if (!this.#banner) return;
    const { block, scene } = this.#store;
    const isHere = FIGURES[block.x.length] === this.#figure && this.#store.shows(this.#figure);
    if (!isHere || scene.standardise) {
      this.#leave();
      return;
    }
    this.#banner.show(this.#said(), block);
  }

  #said() {
    const { block, scene } = this.#store;
    const { data } = this.#store.now();
    const i = scene.sample - 1;
    if (i < 0) return "No sample is chosen.";
    const values = block.features.map((name, j) => `${name} ${measured(data.x[j][i])}`);
    return `Sample ${i + 1} of ${data.y.length}: ${values.join(", ")}, y = ${data.y[i]}.`;
  }

  // ---- data ------------------------------------------------------------------------------------
  /** The data that are changed: the reader's own, or a copy of those of the page. */
  #mine() {
    const { own } = this.#store.scene;
    if (own) return own;
    const now = this.#own.now();
    this.#banner?.tell(`You change your own copy now; “Data set” still has ${now.title}.`);
    return copyOf(now);
  }

  /**
   * Shows other data after a single change.
   * @param {Own} own
   */
  #change(own) {
    this.#own.change(own);
    this.#store.rest();
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
  #dots() {
    const { samples } = this.#store.now().frame;
    if (this.#figure === "plane")
      return Array.from(samples.y, (_, row) => ({ row, x: samples.x1[row], y: samples.x2[row] }));
    const of = (/** @type {string} */ name) =>
      Array.from(samples.y, (_, row) => ({ row, x: samples.x[row], y: samples[name][row] }));
    return [...of("p"), ...of("y")];
  }

  /**
   * @param {Dot} dot
   * @param {[number, number][]} ends
   */
  #take({ row, y }, ends) {
    const i = this.#store.now().rows[row];
    this.#store.select(row);
    const hasLabel = this.#figure === "sigmoid" && (y === 0 || y === 1);
    const holds = ends.slice(0, this.#store.block.x.length);
    this.#held = { base: { ...this.#mine(), holds }, i, hasLabel };
    this.#moved = null;
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  #drag(x, y) {
    if (!this.#held) return;
    const { base, i, hasLabel } = this.#held;
    const label = hasLabel ? Number(y > 0.5) : base.y[i];
    this.#moved = placed(base, i, this.#stepped([x, y]), label);
    this.#own.change(this.#moved);
  }

  #release() {
    const moved = this.#moved;
    this.#held = null;
    this.#moved = null;
    if (moved) this.#change({ ...moved, holds: undefined });
  }

  // ---- single changes --------------------------------------------------------------------------
  /** @param {number[]} place */
  #add(place) {
    const own = added(this.#mine(), this.#stepped(place), this.#banner?.y ?? 1);
    this.#store.scene = { ...this.#store.scene, sample: own.y.length };
    this.#change(own);
  }

  #flip() {
    const [own, i] = [this.#mine(), this.#chosen];
    this.#place(
      own.x.map((column) => column[i]),
      1 - own.y[i],
    );
  }

  #remove() {
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

  // ---- the keys --------------------------------------------------------------------------------
  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = this.#acts(event)[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {Record<string, () => void>}
   */
  #acts({ shiftKey }) {
    const far = shiftKey ? FAST : 1;
    return {
      ArrowLeft: () => this.#nudge(0, -far),
      ArrowRight: () => this.#nudge(0, far),
      ArrowDown: () => this.#nudge(1, -far),
      ArrowUp: () => this.#nudge(1, far),
      PageDown: () => this.#turn(1),
      PageUp: () => this.#turn(-1),
      Delete: () => this.#remove(),
      Backspace: () => this.#remove(),
      f: () => this.#flip(),
      n: () => this.#add(this.#middle()),
    };
  }

  /**
   * Moves the chosen sample along an axis; over one feature the upright axis is that of the label.
   * @param {number} axis
   * @param {number} steps
   */
  #nudge(axis, steps) {
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

  /** @param {number} rows */
  #turn(rows) {
    const drawn = this.#store.now().rows;
    const at = drawn.indexOf(this.#chosen) + rows;
    this.#store.select(Math.min(Math.max(at, 0), drawn.length - 1));
  }
}
