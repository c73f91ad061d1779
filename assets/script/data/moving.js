// The mode in which samples are moved in a figure, by pointer and keys. It says that it is on, and
// ends with Escape.
import { button, byId } from "../dom/element.js";
import { complain } from "../dom/notice.js";
import { measured } from "../frame/numbers.js";
import { Banner } from "./banner.js";
import { Hand } from "./hand.js";
import { press } from "./hand-keys.js";

const SD = "Samples move in the units of the data: untick “Standardise” first.";
const MANY = "Samples of more than two features stand in no figure: change them in “Your data”.";

/** The figures by the number of features; each shows samples over their features. */
const FIGURES = ["", "sigmoid", "plane"];

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("./own.js").OwnData} OwnData */
/** @typedef {import("../plots/mover.js").MoverHear} MoverHear */

/**
 * Makes the layer over a plot that hears the hand.
 * @typedef {(host: HTMLElement, root: string, hear: MoverHear, names: Partial<HTMLElement>) =>
 *   import("../plots/mover.js").Mover} MakeMover
 */

/** The mode; it is off until the button is pressed. */
export class Moving {
  #store;
  #makeMover;
  #hand;
  #button = button("move");
  /** @type {Banner | null} */
  #banner = null;
  /** @type {import("../plots/mover.js").Mover | null} */
  #mover = null;
  #figure = "";

  /**
   * @param {Store} store
   * @param {Pick<OwnData, "now" | "change">} own
   * @param {MakeMover} makeMover
   */
  constructor(store, own, makeMover) {
    this.#store = store;
    this.#makeMover = makeMover;
    this.#hand = new Hand(store, own, {
      label: () => this.#banner?.y ?? 1,
      copied: (title) =>
        this.#banner?.tell(`You change your own copy now; “Data set” still has ${title}.`),
    });
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
      flip: () => this.#hand.flip(),
      remove: () => this.#hand.remove(),
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
    const hand = this.#hand;
    /** @type {MoverHear} */
    const hear = {
      dots: () => hand.dots(),
      take: (dot, ends) => hand.take(dot, ends),
      drag: (x, y) => hand.drag(x, y),
      release: () => hand.release(),
      place: (x, y) => hand.add([x, y]),
      key: (event) => press(event, hand),
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
    const card = byId(`figure-${this.#figure}`);
    const hasFocus = card.contains(document.activeElement);
    this.#hand.release();
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
}
