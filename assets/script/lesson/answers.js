// A reader's answers, kept in this browser until they are cleared.
const KEY = "logreg-explorable/answers";

/**
 * One answer: the number or the key of the choice, whether it is right or null where nothing is
 * judged, when it was given (ISO 8601), and the question and the answer as the reader saw them.
 * @typedef {{ entered: number | string, right: boolean | null, at: string, asked: string, shown:
 *   string }} Answer
 */

/**
 * All answers to a question, the last one at the end, whether the reader tries again, and how many
 * of the answers belong to that try. A browser may still keep what an earlier page has put there,
 * which is the one answer itself.
 * @typedef {{ attempts: Answer[], again: boolean, tries: number }} Kept
 */

/**
 * All answers, once the browser has refused to keep them, as in a frame without an origin.
 * @type {Record<string, Kept> | null}
 */
let memory = null;

/**
 * What is kept for every question by its place, lesson/question. What the browser keeps may be
 * damaged: whatever is no answer is left out.
 * @returns {Record<string, Kept>}
 */
export function all() {
  if (memory) return memory;
  const entries = Object.entries(Object(stored()))
    .filter(([where]) => where.includes("/"))
    .map(([where, value]) => /** @type {[string, Kept]} */ ([where, keptOf(value)]));
  return Object.fromEntries(entries.filter(([, { attempts }]) => attempts.length > 0));
}

/**
 * @param {any} value
 * @returns {Kept}
 */
function keptOf(value) {
  const { attempts, again, tries } = Object(value);
  const given = (Array.isArray(attempts) ? attempts : [value]).filter(isAnswer);
  const count = Number.isInteger(tries) ? Math.min(Math.max(tries, 0), given.length) : 0;
  return { attempts: given, again: again === true, tries: count };
}

/**
 * The answer that stands: the last one, unless the reader tries again.
 * @param {Kept | undefined} kept
 */
export const standing = (kept) => (kept && !kept.again ? kept.attempts.at(-1) : undefined);

/**
 * The answers of the try that is not settled yet.
 * @param {Kept | undefined} kept
 * @returns {Answer[]}
 */
export const unsettled = (kept) =>
  kept?.again && kept.tries > 0 ? kept.attempts.slice(-kept.tries) : [];

/**
 * How many questions of a lesson were right at the first try.
 * @param {string} lesson
 */
export function rightAtFirst(lesson) {
  const kept = Object.entries(all()).filter(([where]) => lessonOf(where) === lesson);
  return kept.filter(([, { attempts }]) => attempts[0].right).length;
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
  const isVerdict = typeof right === "boolean" || right === null;
  return isEntry && isVerdict && isTime && isTold;
}

/** @param {Record<string, Kept>} answers */
function keep(answers) {
  try {
    localStorage.setItem(KEY, JSON.stringify(answers));
    memory = null;
  } catch {
    memory = answers;
  }
}

/**
 * Keeps an answer after those that were given before.
 * @param {string} where
 * @param {Answer} answer
 * @param {boolean} isSettled whether the question is closed by it
 */
export function put(where, answer, isSettled) {
  const answers = all();
  const before = answers[where];
  const attempts = [...(before?.attempts ?? []), answer];
  const tries = before?.again ? before.tries + 1 : 1;
  keep({ ...answers, [where]: { attempts, again: !isSettled, tries } });
}

/**
 * Opens a question again, whose answers so far are kept.
 * @param {string} where
 */
export function reopen(where) {
  const answers = all();
  if (answers[where]) keep({ ...answers, [where]: { ...answers[where], again: true, tries: 0 } });
}

/**
 * Forgets every answer of a lesson, and returns whether there was one.
 * @param {string} lesson
 */
export function clear(lesson) {
  const answers = Object.entries(all());
  const others = answers.filter(([where]) => lessonOf(where) !== lesson);
  keep(Object.fromEntries(others));
  return others.length < answers.length;
}

/** @param {string} where */
const lessonOf = (where) => where.split("/")[0];

/** Every answer as a text to hand in, in the order of lessons and questions' names. */
export function text() {
  const answers = Object.entries(all()).sort(([a], [b]) => (a < b ? -1 : 1));
  return answers.flatMap(([where, { attempts }]) => lines(lessonOf(where), attempts)).join("\n");
}

/**
 * A line for the question, and one for each answer below it. The question has another line where it
 * has been worded otherwise since.
 * @param {string} lesson
 * @param {Answer[]} attempts
 */
function lines(lesson, attempts) {
  return attempts.flatMap(({ asked, shown, right, at }, i) => {
    const head = asked === attempts[i - 1]?.asked ? [] : [`Lesson ${lesson}, question ${asked}`];
    const time = at.slice(0, 16).replace("T", " ");
    const verdict = right === null ? "" : `: ${right ? "right" : "wrong"}`;
    return [...head, `  ${shown.replace(/\.$/, "")}${verdict} (${time} UTC)`];
  });
}
