// A reader's answers, kept in this browser until they are cleared.
const KEY = "logreg-explorable/answers";

/**
 * One answer: the number or the key of the choice, whether it is right, when it was given (ISO 8601),
 * and the question and the answer as the reader saw them.
 * @typedef {{ entered: number | string, right: boolean, at: string, asked: string, shown: string }} Answer
 */

/**
 * All answers, once the browser has refused to keep them, as in a frame without an origin.
 * @type {Record<string, Answer> | null}
 */
let memory = null;

/**
 * Every answer by its place, lesson/question. What the browser keeps may be damaged: whatever is no
 * answer is left out.
 * @returns {Record<string, Answer>}
 */
export function all() {
  if (memory) return memory;
  const entries = Object.entries(Object(stored()));
  return Object.fromEntries(
    entries.filter(([where, value]) => where.includes("/") && isAnswer(value)),
  );
}

/** What the browser keeps; null where that is nothing, no JSON, or out of reach. */
function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}

/** @param {any} value */
function isAnswer(value) {
  const { entered, right, at, asked, shown } = Object(value);
  const isEntry = Number.isFinite(entered) || typeof entered === "string";
  const isTime = typeof at === "string" && Number.isFinite(Date.parse(at));
  const isTold = typeof asked === "string" && typeof shown === "string";
  return isEntry && typeof right === "boolean" && isTime && isTold;
}

/** @param {Record<string, Answer>} answers */
function keep(answers) {
  try {
    localStorage.setItem(KEY, JSON.stringify(answers));
    memory = null;
  } catch {
    memory = answers;
  }
}

/**
 * Keeps an answer.
 * @param {string} where
 * @param {Answer} answer
 */
export const put = (where, answer) => keep({ ...all(), [where]: answer });

/**
 * Forgets the answer at a place.
 * @param {string} where
 */
export function drop(where) {
  const { [where]: _, ...others } = all();
  keep(others);
}

/** Forgets every answer. */
export const clear = () => keep({});

/** All answers as a text to hand in, in the order of lessons and questions' names. */
export function text() {
  const answers = Object.entries(all()).sort(([a], [b]) => (a < b ? -1 : 1));
  return answers.map(([where, answer]) => line(where.split("/")[0], answer)).join("\n");
}

/**
 * @param {string} lesson
 * @param {Answer} answer
 */
function line(lesson, { asked, shown, right, at }) {
  const time = at.slice(0, 16).replace("T", " ");
  const answer = shown.replace(/\.$/, ""); // a colon follows
  return `Lesson ${lesson}, question ${asked}\n  ${answer}: ${right ? "right" : "wrong"} (${time} UTC)`;
}
