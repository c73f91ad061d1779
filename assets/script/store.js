// The store: the hand changes a scene, a frame comes out, and whoever listens is told. It knows no
// page.
import { short } from "./frame/numbers.js";
import { withoutNoise } from "./frame/stability.js";
import { Resting } from "./resting.js";
import { admitted, change } from "./scene/change.js";
import { withMoves } from "./scene/inputs.js";
import { inForce } from "./scene/made.js";
import { inputs, isWeight, names } from "./scene/scene.js";
import { wayTo } from "./scene/way.js";
import { moveTo, openWhole, resetOf } from "./scene/whole.js";

const INVITED = 0.1; // of its range, by which a setting moves to invite the hand

/** Every change that a hand or an address makes to the scene of a page. */
export class Store extends Resting {
  /**
   * @param {ConstructorParameters<typeof Resting>} parts
   */
  constructor(...parts) {
    super(...parts);
    this.blocks = new Map(this.page.blocks.map((block) => [block.name, block]));
  }

  // ---- the hand ---------------------------------------------------------------------------------
  /**
   * Takes values by their names.
   * @param {Record<string, any>} changes
   */
  set(changes) {
    this.keepRun();
    this.#take(changes);
  }

  /**
   * Takes values as a run of training does, which is one change with all its steps.
   * @param {Record<string, any>} changes
   */
  run(changes) {
    this.#take(changes);
    this.isRun = true;
  }

  /** @param {Record<string, any>} changes */
  #take(changes) {
    const { scene, view } = this;
    const limits = { locks: view.locks, mostSteps: this.#askable };
    const { values, problem } = admitted(scene, changes, limits);
    this.tell("problem", problem);
    if (problem) {
      this.redraw();
      return;
    }
    if (Object.keys(values).some(isWeight)) this.tell("stop");
    const now = this.now();
    const weights = inForce(now.data, now.path);
    this.scene = change(now.block, now.scene, withMoves(now, values), weights);
    this.move();
  }

  /** As many steps as may be asked for: where training has ended early, no more than were. */
  get #askable() {
    const isEnded = this.now().path.length - 1 < Math.min(this.scene.steps, this.mostSteps);
    return isEnded ? this.scene.steps : this.mostSteps;
  }

  /**
   * Chooses a sample.
   * @param {number | null} row a row of the table samples, or null for no sample
   */
  select(row) {
    this.keepRun();
    const sample = row === null ? 0 : this.now().rows[row] + 1;
    this.scene = { ...this.scene, sample };
    if (this.view.offers("x")) this.tell("stop");
    this.move();
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
    const best = all.map((name) => now.frame.optimum[name][0]);
    if (best.every(Number.isFinite)) {
      const exact = withoutNoise(now.data, best).map(short);
      this.set(Object.fromEntries(all.map((name, j) => [name, exact[j]])));
      this.rest();
    } else this.tell("level", now);
  }

  // ---- whole scenes -----------------------------------------------------------------------------
  /**
   * Puts the scene of an address in place and returns a sentence for whatever could not be taken.
   * It is not drawn yet.
   * @param {Record<string, any>} values
   */
  open(values) {
    const { block, scene, problems } = openWhole(this.page, this.#known, values);
    this.block = block;
    this.scene = scene;
    return problems;
  }

  /**
   * Opens a scene on a page that stands already.
   * @param {Record<string, any>} values
   */
  show(values) {
    this.keepRun();
    this.tell("problem", this.open(values).join(" "));
    this.tell("stop");
    this.move();
    this.rest();
  }

  /**
   * The scenes on the way to another one, if what changes can travel.
   * @param {Record<string, any>} values of the scene at its end
   */
  way(values) {
    return wayTo(this.now(), openWhole(this.page, this.#known, values));
  }

  /**
   * Draws a scene on the way to another one; nobody has set it, and nothing is asked or kept.
   * @param {Scene} scene
   */
  pose(scene) {
    this.keepRun();
    this.scene = scene;
    this.draw();
  }

  /**
   * How far a setting moves when the page invites the hand to move it: a part of its range, towards
   * the end that is further away. 0 for a setting that cannot move so.
   * @param {string} name
   */
  reach(name) {
    const row = inputs(this.block, this.scene)[name];
    const value = this.scene[name];
    if (!row || typeof value !== "number" || this.scene.steps > 0) return 0;
    const part = INVITED * (row.high - row.low);
    return row.high - value > value - row.low ? part : -part;
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
    const block = this.#known.get(name);
    if (block) this.openBlock(block);
    else {
      this.tell("stop");
      this.tell("missing", name);
    }
  }

  /**
   * Opens a data set that somebody has made.
   * @param {Block} block
   */
  openBlock(block) {
    this.keepRun();
    this.tell("stop");
    this.add(block);
    this.scene = moveTo(block, this.scene, this.page.schema);
    this.block = block;
    this.move();
    this.rest();
  }

  /** The data sets that are here. What stands goes before another one of its name. */
  get #known() {
    return new Map(this.blocks).set(this.block.name, this.block);
  }

  /**
   * Adds a data set to those that are here.
   * @param {Block} block
   */
  add(block) {
    this.blocks.set(block.name, block);
  }
}
