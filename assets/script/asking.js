// What the page asks the server: the numbers of the scene that rests, or another data set.
import { query } from "./scene/scene.js";
import { Session } from "./session.js";

const UNREACHABLE =
  "The data set stays as it is: another one needs the server, which is out of reach.";

/**
 * Whom it tells: why the data set stays as it is, that the server does not answer, and that it does
 * again.
 * @typedef {{ kept(why: string): void, lost(): void, back(): void }} Hear
 */

/** The questions of a page; a page without a server asks none. */
export class Asking {
  #store;
  #hear;
  /** @type {Session | null} */
  #session = null;
  /**
   * The data set that was asked for last, and what stood then.
   * @type {{ name: string, from: Block } | null}
   */
  #missing = null;

  /**
   * @param {import("./store.js").Store} store
   * @param {Hear} hear
   */
  constructor(store, hear) {
    this.#store = store;
    this.#hear = hear;
  }

  /**
   * Begins the session with the server.
   * @param {string} token
   * @param {(token: string, hear: import("./session.js").Hear) => Session} [begin]
   */
  start(token, begin = (...both) => new Session(...both)) {
    this.#session = begin(token, {
      ready: () => this.question(),
      answer: (answer) => this.#take(answer),
      lost: () => this.#lose(),
      back: () => this.#hear.back(),
    });
  }

  /** How many questions were asked. */
  get turn() {
    return this.#session?.turn ?? 0;
  }

  /** Whether the last question is answered. */
  get isSettled() {
    return (this.#session?.settled ?? 0) === this.turn;
  }

  /** The data set that is awaited; one is awaited no more once another has opened. */
  get awaited() {
    return this.#missing?.from === this.#store.block ? this.#missing.name : null;
  }

  /** Asks for the numbers of the scene, or for the data set that is to take its place. */
  question() {
    const store = this.#store;
    const name = this.awaited;
    if (store.scene.own && !name) return; // the server is not told of the reader's own data
    if (name) this.#session?.ask(query({ dataset: name }), { tables: ["block"] });
    else this.#session?.ask(query(store.settings()), store.wanted());
  }

  /**
   * Asks for a data set.
   * @param {string} name
   */
  fetch(name) {
    if (!this.#session?.isOpen) return this.#keep();
    this.#missing = { name, from: this.#store.block };
    this.question();
  }

  /**
   * Takes an answer, unless the hand has overtaken it.
   * @param {import("./session.js").Answer} answer
   */
  #take({ tables, form, block, late }) {
    const store = this.#store;
    const name = this.awaited;
    if (block) store.add(block);
    if (block && block.name === this.#missing?.name) this.#missing = null;
    if (block && block.name === name) store.openDataset(name);
    else if (name && !late)
      this.#keep(); // the server was too busy to bring it
    else if (!late && !store.unsent) store.take(tables, form);
  }

  #lose() {
    if (this.awaited) this.#keep();
    this.#hear.lost();
  }

  #keep() {
    this.#missing = null;
    this.#hear.kept(UNREACHABLE);
  }
}
