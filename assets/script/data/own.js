// The reader's own data on the page: what opens them, changes their rows, and keeps them for a
// reload.
import { select } from "../dom/element.js";
import { derive } from "../scene/form.js";
import { OWN } from "../scene/scene.js";
import { blockOf } from "./block.js";
import { download } from "./file.js";
import { draft, keep } from "./keep.js";
import { LinkError, ownOf, shortPlainText, shortText } from "./link.js";
import { DataError } from "./refusal.js";

const UNLINKED = "Your data cannot stand in a link";
const ONE_FILE = "“Download as one file” takes them along.";
const LOST =
  "The data of this address were kept in another tab only, so the page opens with its own.";

/**
 * The store of the page, as far as own data need it.
 * @typedef {Pick<
 *   import("../store.js").Store, "add" | "openBlock" | "move" | "on" | "block" | "scene"
 * >} Store
 */

/** Opens own data and brings them into the address. */
export class OwnData {
  #page;
  #store;
  #tell;
  /**
   * The text of each data set for an address; null where it is too long.
   * @type {WeakMap<Own, string | null>}
   */
  #texts = new WeakMap();
  /** The data whose shortest text is known, or will be soon. @type {WeakSet<Own>} */
  #known = new WeakSet();
  /** The data that stood when the hand rested last. @type {Own | undefined} */
  #standing;
  /** What is said about the data that stand; empty where a link brings them along. */
  #said = "";

  /**
   * @param {Page} page
   * @param {Store} store
   * @param {{ say: (sentences: string[], before?: string) => void, showScene: () => void }} tell
   */
  constructor(page, store, tell) {
    this.#page = page;
    this.#store = store;
    this.#tell = tell;
  }

  /**
   * Opens data, with weights and ranges that fit them.
   * @param {Own} own
   * @throws {import("./refusal.js").DataError} if there are more features than weights
   */
  show(own) {
    const block = blockOf(own, this.#page);
    this.#name(block);
    this.#store.openBlock(block);
  }

  /**
   * Shows other rows of the data while the hand changes them. The weights stay; `rest` of the store
   * ends the change, which can be undone then.
   * @param {Own} own with the same features
   */
  change(own) {
    const store = this.#store;
    const block = blockOf(own, this.#page);
    this.#name(block);
    store.add(block);
    const sample = Math.min(store.scene.sample, own.y.length);
    store.scene = { ...store.scene, dataset: OWN, own, moved: {}, sample };
    store.block = block;
    store.move();
  }

  /**
   * What stands on the page as own data, samples that were moved at their places: rows to change.
   * @returns {Own}
   */
  now() {
    const { block, scene } = this.#store;
    const form = { standardise: false, interaction: false, moved: scene.moved };
    const { title, source, features, units, positive, negative, y, shows, named } = block;
    const { x } = derive(block, form);
    const opening = scene.own?.opening;
    return { title, source, features, units, positive, negative, x, y, shows, named, opening };
  }

  /**
   * Has the menu of data sets offer the data under their title.
   * @param {Block} block
   */
  #name({ title }) {
    const menu = select("dataset");
    const option = [...menu.options].find(({ value }) => value === OWN) ?? new Option("", OWN);
    option.textContent = title;
    // The entry that opens the dialog stays the last.
    menu.insertBefore(option, menu.querySelector("[data-opens]"));
  }

  // ---- the address -----------------------------------------------------------------------------
  /**
   * Takes the data that an address brings, or that this tab or the file has kept, and gives the
   * scene without them; an empty one where there are none, and null where none were asked for.
   * @param {Record<string, string>} asked
   */
  async open({ data, ...asked }) {
    const isAsked = data !== undefined || asked.dataset === OWN;
    const known = this.#page.own;
    if (!isAsked && !known) return null;
    try {
      const own = data === undefined ? (draft() ?? known) : await ownOf(data);
      if (own) this.#add(blockOf(own, this.#page));
      if (!isAsked) return { scene: asked, problems: [] };
      if (own) return { scene: { ...asked, dataset: OWN }, problems: [] };
      return { scene: {}, problems: [LOST] };
    } catch (error) {
      if (!(error instanceof LinkError || error instanceof DataError)) throw error;
      return { scene: {}, problems: [error.message] };
    }
  }

  /** @param {Block} block */
  #add(block) {
    this.#name(block);
    this.#page.blocks.push(block);
    this.#store.add(block);
  }

  /**
   * The settings of an address that brings data along.
   * @param {Own} own
   * @returns {Record<string, string>}
   */
  settings(own) {
    if (!this.#texts.has(own)) this.#texts.set(own, shortPlainText(own));
    const text = this.#texts.get(own) ?? null;
    return text === null ? {} : { data: text };
  }

  /** Follows the hand from now on. */
  start() {
    this.#store.on("rest", () => this.#keep(this.#store.scene.own));
    this.#keep(this.#store.scene.own);
  }

  /**
   * Finds the text of data that have come to stand, or keeps them otherwise. Data that undo brings
   * back are kept again, because others have been kept since.
   * @param {Own} [own]
   */
  async #keep(own) {
    if (own === this.#standing) return;
    this.#standing = own;
    if (own && !this.#known.has(own)) {
      this.#known.add(own);
      this.#texts.set(own, await shortText(own));
    }
    if (own !== this.#standing) return;
    const isLarge = own !== undefined && this.#texts.get(own) === null;
    this.#say(isLarge ? this.#unlinked(keep(own)) : "");
    if (own) this.#tell.showScene();
  }

  /** @param {string} sentence takes the place of the one before */
  #say(sentence) {
    if (sentence !== this.#said) this.#tell.say([sentence], this.#said);
    this.#said = sentence;
  }

  /**
   * What becomes of data that cannot stand in a link.
   * @param {boolean} isKept
   */
  #unlinked(isKept) {
    if (isKept) return `${UNLINKED}: this tab keeps them${this.#along(", and")}`;
    return `${UNLINKED}, and this browser cannot keep them over a reload${this.#along(";")}`;
  }

  /**
   * The end of such a sentence: what takes the data along, if anything does. A file has no such
   * button.
   * @param {string} joint
   */
  #along(joint) {
    return this.#page.server ? `${joint} ${ONE_FILE}` : ".";
  }

  // ---- what is shared --------------------------------------------------------------------------
  /**
   * What the Share dialog needs to know of data: a sentence if a link does not bring them along,
   * and what a click on the link to the file does.
   * @param {Own} own
   * @param {Record<string, string>} scene
   */
  carried(own, scene) {
    return {
      problem: "data" in this.settings(own) ? "" : UNLINKED + this.#along(";"),
      download: (/** @type {MouseEvent} */ click) => download(click, own, scene),
    };
  }
}
