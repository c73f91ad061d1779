// A session with the server: the scene goes up as a query, and tables that NumPy made come down.
import { connect } from "./connection.js";
import { plainly } from "./plain.js";
import { unpacked } from "./unpacked.js";

/**
 * An answer: its tables, the form that they were asked for, the block of a data set if one came
 * with it, and whether another question has been asked since.
 * @typedef {{ tables: Frame, form: string, block?: Block, late: boolean }} Answer
 */

/**
 * Whom a session tells: that it can be asked, what is answered, that the server does not answer,
 * and that it does again.
 * @typedef {{
 *   ready: () => void, answer: (answer: Answer) => void, lost: () => void, back: () => void,
 * }} Hear
 */

// ms until a websocket that does not open is given up; one that is refused says so
const OPENING = 5000;
const WEBSOCKET = 1200; // ms without an answer, after which a websocket counts as dead
const PATIENCE = 2200; // ms without an answer, after which the server counts as lost

/**
 * Numbers the questions; every answer repeats the number of its question. A session begins with a
 * websocket. Once that is refused, lost or silent, it goes on by plain requests, for good: they
 * need nothing that the server could have forgotten.
 */
export class Session {
  turn = 0; // of the last question
  settled = 0; // of the last answer
  #hear;
  #plainly;
  /** @type {import("./connection.js").Send | null} */
  #send = null; // while the server has been there
  #isPlain = false;
  #isLost = false;
  /** @type {Map<number, string>} */
  #forms = new Map(); // The form that each open question asks for, by its turn.
  /** @type {ReturnType<typeof setTimeout>[]} */
  #timers = [];

  /**
   * @param {string} token
   * @param {Hear} hear
   * @param {{ connect: import("./connection.js").Connect, plainly: typeof plainly }} [ways]
   */
  constructor(token, hear, ways = { connect, plainly }) {
    this.#hear = hear;
    this.#plainly = ways.plainly;
    this.#timers = [setTimeout(() => this.#resort(), OPENING)];
    ways.connect(token, {
      ready: (send) => this.#isPlain || this.#begin(send),
      answer: (message) => this.#isPlain || this.#answer(message),
      lost: () => this.#resort(),
    });
  }

  /** Whether the server answers, as far as anybody knows. */
  get isOpen() {
    return this.#send !== null && !this.#isLost;
  }

  /**
   * Asks for tables of a scene. Nothing is asked before the session is ready.
   * @param {string} query
   * @param {{ form?: string, tables?: string[] }} [wanted]
   */
  ask(query, { form = "", tables = [] } = {}) {
    if (!this.#send) return;
    this.turn += 1;
    this.#forms.set(this.turn, form);
    if (this.#timers.length === 0) this.#wait();
    this.#send(this.turn, query, tables);
  }

  // ---- the two ways ----------------------------------------------------------------------------
  /** @param {import("./connection.js").Send} send */
  #begin(send) {
    this.#rest();
    this.#send = send;
    this.#hear.ready();
  }

  /** Goes on by plain requests; whatever the websocket still brings is not heard any more. */
  #resort() {
    if (this.#isPlain) return;
    this.#isPlain = true;
    if (!this.#send) this.#rest();
    if (this.#timers.length === 0) this.#wait();
    this.#send = this.#plainly({
      answer: (message) => this.#answer(message),
      lost: () => this.#lose(),
    });
    this.#hear.ready();
  }

  // ---- patience --------------------------------------------------------------------------------
  #wait() {
    this.#timers = [
      setTimeout(() => this.#resort(), WEBSOCKET),
      setTimeout(() => this.#lose(), PATIENCE),
    ];
  }

  #rest() {
    for (const each of this.#timers) clearTimeout(each);
    this.#timers = [];
  }

  #lose() {
    if (this.#isLost) return;
    this.#isLost = true;
    this.#hear.lost();
  }

  /** @param {import("./connection.js").Message} message */
  #answer(message) {
    this.#rest();
    if (message.turn !== this.turn) this.#wait();
    const wasLost = this.#isLost;
    this.#isLost = false;
    if (wasLost) this.#hear.back();
    this.#hear.answer(this.#read(message));
  }

  /**
   * @param {import("./connection.js").Message} message
   * @returns {Answer}
   */
  #read({ turn, block, shapes, numbers }) {
    const form = this.#forms.get(turn) ?? "";
    for (const asked of this.#forms.keys()) if (asked <= turn) this.#forms.delete(asked);
    this.settled = turn;
    return {
      tables: unpacked({ shapes, numbers }),
      form,
      block: block ? JSON.parse(block) : undefined,
      late: turn !== this.turn,
    };
  }
}
