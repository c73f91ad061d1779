// Questions as plain requests, where a websocket is refused or lost: they need no session and no
// token.

/** @typedef {import("./connection.js").Message} Message */

/** @typedef {{ turn: number, query: string, tables: string[] }} Question */

const SILENCE = 4000; // ms without a byte, after which a request is given up
const SHORTEST = 500; // ms of the first pause at most
const LONGEST = 5000; // ms; with the silence it stays below the ten seconds that a reader may wait
const NEWLINE = 10;

/**
 * How long to wait after so many failures in a row, in ms. Half of it is chance, so that readers
 * who lost the server together do not come back together.
 * @param {number} failures from 0
 * @param {() => number} [random]
 */
export const pause = (failures, random = Math.random) =>
  Math.min(LONGEST, SHORTEST * 2 ** failures) * (0.5 + random() / 2);

/**
 * Makes a function that sends questions one at a time, of which the newest replaces the one that
 * waits. What fails is asked again, until it is answered or replaced; only what the server refuses
 * is not.
 * @param {{ answer: (message: Message) => void, lost: () => void }} hear
 * @returns {import("./connection.js").Send}
 */
export function plainly({ answer, lost }) {
  /** @type {Question | null} */
  let newest = null;
  let isAsking = false;

  /** @param {Question} question */
  const settle = (question) => {
    if (newest === question) newest = null;
  };

  async function askAll() {
    for (let failures = 0; newest; ) {
      const question = newest;
      const { message, isRefused } = await ask(question);
      if (message || isRefused) settle(question);
      if (message) {
        failures = 0;
        answer(message);
      } else {
        lost();
        await sleep(pause(failures));
        failures += 1;
      }
    }
  }

  return (turn, query, tables) => {
    newest = { turn, query, tables };
    if (isAsking) return;
    isAsking = true;
    askAll().finally(() => {
      isAsking = false;
    });
  };
}

/** @param {number} ms */
const sleep = (ms) => new Promise((go) => setTimeout(go, ms));

/**
 * Asks once; without an answer it tells whether asking again is of no use.
 * @param {Question} question
 * @returns {Promise<{ message?: Message, isRefused?: boolean }>}
 */
async function ask({ turn, query, tables }) {
  const quitting = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let silence;
  const hearByte = () => {
    clearTimeout(silence);
    silence = setTimeout(() => quitting.abort(), SILENCE);
  };
  hearByte();
  try {
    const body = JSON.stringify({ scene: query, tables: tables.join(",") });
    // The address is relative, so that any prefix fits.
    const response = await fetch("question", { method: "POST", body, signal: quitting.signal });
    if (!response.ok) return { isRefused: response.status < 500 };
    return { message: { turn, ...decoded(await bytesOf(response, hearByte)) } };
  } catch {
    return {};
  } finally {
    clearTimeout(silence);
  }
}

/**
 * All bytes of a response, however slowly they come.
 * @param {Response} response
 * @param {() => void} hearByte is called with each part
 */
async function bytesOf({ body }, hearByte) {
  const parts = [];
  const reader = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (body).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    hearByte();
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/**
 * An answer from its bytes: a line of JSON, and after it the numbers.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Omit<Message, "turn">}
 */
export function decoded(bytes) {
  const end = bytes.indexOf(NEWLINE);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  return { ...head, numbers: bytes.slice(end + 1).buffer };
}
