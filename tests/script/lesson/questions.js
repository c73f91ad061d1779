// Made-up questions for the tests of lessons.

/** @type {Question} */
const BASE = {
  id: "q",
  kind: "number",
  dataset: "loans",
  ask: "How much?",
  why: "So.",
  hint: "Look again.",
  guess: false,
  veils: [],
  free: [],
  // biome-ignore lint/suspicious/noThenProperty: a question has a field of this name.
  then: null,
  place: null,
  picks: [],
  need: 0,
  model: "",
  unit: "",
  answer: 0.25,
  shown: "0.250",
  tolerance: 0.01,
  choices: [],
  slips: [],
  covers: [],
};

/**
 * A question that asks for 0.25.
 * @param {Partial<Question>} [given]
 * @returns {Question}
 */
export const numberQuestion = (given) => ({ ...BASE, ...given });

/**
 * A question whose right answer is the second of two choices.
 * @param {Partial<Question>} [given]
 * @returns {Question}
 */
export const choiceQuestion = (given) => ({
  ...BASE,
  kind: "choice",
  answer: "b",
  choices: [
    { key: "a", says: "<i>w</i> grows", reply: "It shrinks." },
    { key: "b", says: "<i>w</i> shrinks", reply: "" },
  ],
  ...given,
});

/**
 * A question that lets the reader pick two samples of three: raise the first, and lower the others.
 * @param {Partial<Question>} [given]
 * @returns {Question}
 */
export const pickQuestion = (given) => ({
  ...BASE,
  kind: "pick",
  need: 2,
  why: "",
  choices: [
    { key: "up", says: "raise it", reply: "" },
    { key: "down", says: "lower it", reply: "" },
  ],
  picks: ["up", "down", "down"].map((answer, i) => ({
    answer,
    why: `Because of sample ${i + 1}.`,
    replies: { up: "It is too high already.", down: "" },
  })),
  ...given,
});

/**
 * A question that is answered in own words.
 * @param {Partial<Question>} [given]
 * @returns {Question}
 */
export const wordsQuestion = (given) => ({
  ...BASE,
  kind: "explain",
  model: "One answer.",
  ...given,
});
