// The scenes in which the hand rested, for undo and redo.
import { query, settings } from "./scene.js";

const MOST = 100; // changes that can be undone

/**
 * A scene with its data set.
 * @typedef {{ block: Block, scene: Scene }} Standing
 */

/** Keeps the scenes in their order, and knows which of them stands on the page. */
export class Past {
  /** @type {Standing[]} */
  #kept = [];
  #at = -1;

  /**
   * Keeps a scene after the one that stands, unless it is the same. What was undone is forgotten
   * then.
   * @param {Standing} standing
   */
  keep({ block, scene }) {
    if (this.#at >= 0 && isSame(this.#kept[this.#at], { block, scene })) return;
    this.#kept = [...this.#kept.slice(0, this.#at + 1), { block, scene }].slice(-MOST - 1);
    this.#at = this.#kept.length - 1;
  }

  /**
   * The scene that is so many changes away, which stands from now on; undefined if there is none.
   * @param {number} changes negative for those before
   * @returns {Standing | undefined}
   */
  go(changes) {
    if (this.has(changes)) this.#at += changes;
    else return undefined;
    return this.#kept[this.#at];
  }

  /**
   * Whether there is a scene that is so many changes away.
   * @param {number} changes
   */
  has(changes) {
    return this.#at + changes in this.#kept;
  }
}

/**
 * @param {Standing} a
 * @param {Standing} b
 */
const isSame = (a, b) => a.block === b.block && address(a) === address(b);

/** @param {Standing} standing */
const address = ({ block, scene }) => query(settings(block, scene));
