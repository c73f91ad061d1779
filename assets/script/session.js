// A session with the server: the scene goes up as a query, and tables that NumPy made come down.
import { connect } from "./connection.js";

/**
 * An answer: its tables, the form that they were asked for, the block of a data set if one came with
 * it, and whether another question has been asked since.
 * @typedef {{ tables: Frame, form: string, block?: Block, late: boolean }} Answer
 */

/** Numbers the questions; every answer repeats the number of its question. */
export class Session {
  turn = 0; // of the last question
  settled = 0; // of the last answer
  /** @type {import("./connection.js").Send | null} */
  #send = null; // while the server can be reached
  /** @type {Map<number, string>} */
  #forms = new Map(); // The form that each open question asks for, by its turn.

  /**
   * @param {string} token
   * @param {{ ready: () => void, answer: (answer: Answer) => void, lost: () => void }} hear
   * @param {import("./connection.js").Connect} [open] opens the connection
   */
  constructor(token, hear, open = connect) {
    open(token, {
      ready: (send) => {
        this.#send = send;
        hear.ready();
      },
      answer: (message) => hear.answer(this.#read(message)),
      lost: () => {
        this.#send = null;
        hear.lost();
      },
    });
  }

  /** Whether the server can be reached. */
  get isOpen() {
    return this.#send !== null;
  }

  /**
   * Asks for tables of a scene. Nothing is asked while the server is out of reach.
   * @param {string} query
   * @param {{ form?: string, tables?: string[] }} [wanted]
   */
  ask(query, { form = "", tables = [] } = {}) {
    if (!this.#send) return;
    this.turn += 1;
    this.#forms.set(this.turn, form);
    this.#send(this.turn, query, tables);
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

/**
 * The tables of an answer.
 * @param {object} packed
 * @param {string} packed.shapes the shape of each column of each table as JSON, or { text: its words }
 * @param {ArrayBuffer} packed.numbers the numbers of all columns, one column after the other
 * @returns {Frame}
 */
export function unpacked({ shapes, numbers }) {
  const flat = new Float64Array(numbers);
  let at = 0;
  /** @param {number} count */
  const next = (count) => {
    at += count;
    return flat.slice(at - count, at);
  };
  /** @type {Record<string, Record<string, Shape>>} */
  const tables = JSON.parse(shapes);
  return eachValue(tables, (columns) => eachValue(columns, (shape) => column(shape, next)));
}

/** @typedef {number[] | { text: string | string[] }} Shape */

/**
 * A column: words, one number, a list of numbers, or images, of which there is one.
 * @param {Shape} shape
 * @param {(count: number) => Float64Array} next takes the next numbers
 */
function column(shape, next) {
  if ("text" in shape) return shape.text;
  const numbers = next(shape.reduce((product, size) => product * size, 1));
  if (shape.length === 0) return numbers[0];
  if (shape.length === 1) return Array.from(numbers);
  return [{ flat: numbers, shape: shape.slice(1) }];
}

/**
 * An object with the same names, each with what is made of its value.
 * @template Value, Made
 * @param {Record<string, Value>} named
 * @param {(value: Value) => Made} make
 * @returns {Record<string, Made>}
 */
function eachValue(named, make) {
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [name, make(value)]));
}
