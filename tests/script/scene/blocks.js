// Two small data sets, described as Python describes those of the page.

/**
 * @param {Input["kind"]} kind
 * @param {any} opening
 * @param {string[]} options
 * @returns {Input}
 */
function input(kind, opening, options = []) {
  const words = { name: "", label: "", word: "", symbol: "" };
  return { ...words, kind, opening, low: -10, high: 10, step: 0.01, bounds: [-10, 10], options };
}

/**
 * @param {number[]} weights that the form opens with
 * @param {number} learning_rate that the form opens with
 */
function form(weights, learning_rate) {
  const named = weights.map((opening, j) => [`w${j}`, input("range", opening)]);
  const inputs = {
    standardise: input("check", false),
    ...Object.fromEntries(named),
    threshold: input("range", 0.5),
    learning_rate: input("log", learning_rate),
    steps: input("count", 0),
    l1: input("log", 0),
    l2: input("log", 0),
    cost_fp: input("range", 1),
    cost_fn: input("range", 1),
    unit: input("choice", "nats", ["nats", "bits"]),
    loss_function: input("choice", "cross-entropy", ["cross-entropy", "squared"]),
  };
  return { inputs, sample: 2, separable: "no" };
}

/** @param {string} word */
const slider = (word) => ({ ...input("range", 0), label: `${word}, cm`, word });
const about = { title: "", source: "", positive: "yes", negative: "no" };

/** One feature. @type {Block} */
export const ONE = {
  ...about,
  name: "one",
  features: ["length"],
  units: ["cm"],
  x: [[1, 2, 3, 6]],
  y: [0, 1, 0, 1],
  sliders: [slider("length")],
  named: [],
  shows: [],
  forms: { "00": form([-1, 0.5], 0.5), 10: form([0.5, 2], 2) },
};

/** Two features. @type {Block} */
export const TWO = {
  ...about,
  name: "two",
  features: ["length", "width"],
  units: ["cm", ""],
  x: [
    [1, 2, 3, 6],
    [2, -1, 0.5, 1],
  ],
  y: [0, 1, 0, 1],
  sliders: [slider("length"), slider("width")],
  named: ["flower A"],
  shows: [],
  forms: {
    "00": form([-1, 0.5, 0.25], 0.5),
    "01": form([-1, 0.5, 0.25, 0], 0.25),
    10: form([0.5, 2, 1], 2),
    11: form([0.5, 2, 1, 0], 1),
  },
};
