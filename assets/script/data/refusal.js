// What is said of a file that cannot be used: the sentences and codes of logreg_core's parser.
const LONGEST = 40; // characters of a file's text that a sentence repeats

/** Data that cannot be used; the message says what was wrong and how to mend it. */
export class DataError extends Error {
  /**
   * @param {string} message
   * @param {string} code tells the kind of refusal, as `DatasetError` of Python does
   */
  constructor(message, code) {
    super(message);
    this.name = "DataError";
    this.code = code;
  }
}

/**
 * Text of a file as a sentence may repeat it: quoted, cut to 40 characters, printable.
 * @param {string} text
 * @returns {string}
 */
export function shown(text) {
  const start = Array.from(text.slice(0, 2 * LONGEST + 2)); // whole characters, not halves of them
  const short = start.length > LONGEST ? `${start.slice(0, LONGEST - 1).join("")}…` : text;
  return `"${short.replace(/(?! )[\p{C}\p{Z}]/gu, "\uFFFD")}"`;
}
