// The store: the hand changes a scene, a frame comes out, and whoever listens is told. It knows no page.
import { short } from "./frame/numbers.js";
import { admitted, change } from "./scene/change.js";
import { withMoves } from "./scene/inputs.js";
import { isWeight, names } from "./scene/scene.js";
import { Stage } from "./scene/stage.js";
import { moveTo, openWhole, resetOf } from "./scene/whole.js";

const REST = 120; // ms without a move, after which the hand rests

/** Every change that a hand or an address makes to the scene of a page. */
export class Store extends Stage {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #resting;
  #settle;

  /**
   * @param {Page} page what came with the page
   * @param {View} view what the page hides and locks
   * @param {(work: () => void) => () => void} [later] makes a function that does the work once, after
   * the next paint, however often it is called until then
   */
  constructor(page, view, later = (work) => work) {
    super(page, view);
    this.blocks = new Map(page.blocks.map((block) => [block.name, block]));
    this.unsent = false; // Whether the scene has changed since the hand last rested.
    this.#settle = later(() => {
      const isNews = this.unsent;
      this.unsent = false;
      this.tell("rest", isNews);
    });
  }

  // ---- the hand ---------------------------------------------------------------------------------
  /**
   * Takes values by their names. The hand goes on until nothing has moved for a while.
   * @param {Record<string, any>} changes
   */
  set(changes) {
    const { locks } = this.view;
    const { values, problem } = admitted(this.scene, changes, { locks, mostSteps: this.mostSteps });
    this.tell("problem", problem);
    if (problem) {
      this.redraw();
      return;
    }
    if (Object.keys(values).some(isWeight)) this.tell("stop");
    const now = this.now();
    const inForce = now.path[now.path.length - 1];
    this.scene = change(this.block, this.scene, withMoves(now, values), inForce);
    this.#changed();
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.rest(), REST);
  }

  /** The hand is up, and the scene stands still now. */
  rest() {
    clearTimeout(this.#resting);
    this.#settle();
  }

  #changed() {
    this.draw();
    this.unsent = true;
  }

  /**
   * Chooses a sample.
   * @param {number | null} row a row of the table samples, or null for no sample
   */
  select(row) {
    const sample = row === null ? 0 : row * this.now().every + 1;
    this.scene = { ...this.scene, sample };
    if (this.view.offers("x")) this.tell("stop");
    this.#changed();
    this.rest();
  }

  /** Sets the weights of the lowest loss, or tells that there are none. */
  fit() {
    const all = names(this.block, this.scene);
    if (all.some(this.view.locks)) {
      this.tell("problem", "The weights are locked here.");
      return;
    }
    const now = this.now();
    const best = all.map((name) => [name, short(now.frame.optimum[name][0])]);
    if (best.every(([, weight]) => Number.isFinite(weight))) {
      this.set(Object.fromEntries(best));
      this.rest();
    } else this.tell("level", now);
  }

  // ---- whole scenes -----------------------------------------------------------------------------
  /**
   * Puts the scene of an address in place and returns a sentence for whatever could not be taken. It
   * is not drawn yet.
   * @param {Record<string, any>} values
   */
  open(values) {
    const { block, scene, problems } = openWhole(this.page, this.blocks, values);
    this.block = block;
    this.scene = scene;
    return problems;
  }

  /** Draws the first frame, for which nothing is asked of the server. */
  start() {
    this.draw();
  }

  /**
   * Opens a scene on a page that stands already.
   * @param {Record<string, any>} values
   */
  show(values) {
    this.tell("problem", this.open(values).join(" "));
    this.tell("stop");
    this.#changed();
    this.rest();
  }

  /** Goes back to the way the page or the data set opens. Whatever is locked stays as it is. */
  reset() {
    this.show(resetOf(this.page, this.block, this.scene, this.view.locks));
  }

  /**
   * Opens a data set, or tells that it is missing; whoever brings it adds its block.
   * @param {string} name
   */
  openDataset(name) {
    this.tell("stop");
    const block = this.blocks.get(name);
    if (!block) {
      this.tell("missing", name);
      return;
    }
    this.scene = moveTo(block, this.scene, this.page.schema);
    this.block = block;
    this.#changed();
    this.rest();
  }

  /**
   * Adds a data set to those that are here.
   * @param {Block} block
   */
  add(block) {
    this.blocks.set(block.name, block);
  }
}
