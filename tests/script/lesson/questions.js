// Made-up questions for the tests of lessons.

/** @type {Question} */
const BASE = {
  id: "q",
  kind: "number",
  dataset: "loans",
  ask: "How much?",
  why: "So.",
  link: "",
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
