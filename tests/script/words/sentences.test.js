// The sentences about a scene.
import assert from "node:assert/strict";
import { test } from "node:test";
import { optimum, status, thinned, trainingEnd } from "../../../assets/script/words/sentences.js";
import { LOANS, nowOf, PLANE } from "./samples.js";

/**
 * What is said about a scene.
 * @param {Data} data
 * @param {Partial<Scene>} settings
 * @param {number} [steps]
 */
function said(data, settings, steps = 0) {
  const { frame, scene } = nowOf(data, settings);
  return status(frame.summary, data, scene, steps);
}

const OPENING = { w0: 8.12, w1: -0.094 };

/** @type {[name: string, settings: Partial<Scene>, end: RegExp][]} */
const BOUNDARIES = [
  ["inside the plot", OPENING, /, boundary at x = 86\.382979, predicted 1 to the left\.$/],
  [
    "of a rising curve",
    { w0: -6, w1: 0.1 },
    /boundary at x = 60\.000000, predicted 1 to the right\.$/,
  ],
  [
    "left of the plot",
    { w0: 9, w1: 1 },
    /boundary at x = −9\.000000, left of the plot, predicted 1 to the right\.$/,
  ],
  [
    "right of the plot",
    { w0: 9, w1: -0.01 },
    /boundary at x = 900\.000000, right of the plot, predicted 1 to the left\.$/,
  ],
  [
    "of a flat curve above",
    { w0: 1, w1: 0 },
    /no boundary, because w₁ = 0 predicts 1 everywhere\.$/,
  ],
  [
    "of a flat curve below",
    { w0: -1, w1: 0 },
    /no boundary, because w₁ = 0 predicts 0 everywhere\.$/,
  ],
  [
    "at threshold 0",
    { ...OPENING, threshold: 0 },
    /t = 0: .*no boundary, because t = 0 predicts 1 everywhere\.$/,
  ],
  [
    "at threshold 1",
    { ...OPENING, threshold: 1 },
    /t = 1: .*no boundary, because t = 1 predicts 0 everywhere\.$/,
  ],
];

for (const [name, settings, end] of BOUNDARIES) {
  test(`the status says where the boundary is: ${name}`, () => {
    assert.match(said(LOANS, settings), end);
  });
}

const START = "w₀ = 8.12, w₁ = −0.094, t = 0.5: mean loss ";

/** @type {[steps: number, start: string][]} */
const STEPS = [
  [0, START],
  [1, `After 1 step: ${START}`],
  [2, `After 2 steps: ${START}`],
];

for (const [steps, start] of STEPS) {
  test(`the status begins with the training: ${steps}`, () => {
    assert.ok(said(LOANS, OPENING, steps).startsWith(start));
  });
}

test("the status has the mean loss in its unit and how many are right", () => {
  assert.match(said(LOANS, OPENING), /: mean loss 0\.310898, 5 of 6 right, /);
  assert.match(
    said(LOANS, { ...OPENING, unit: "bits" }),
    /: mean loss 0\.448531 bits, 5 of 6 right, /,
  );
});

test("the status says which loss it is of, and what the penalties add", () => {
  assert.match(
    said(LOANS, { ...OPENING, unit: "bits", loss_function: "squared" }),
    /: mean squared loss 0\.109878, 5 of 6 right, /,
  );
  assert.match(
    said(LOANS, { ...OPENING, l1: 0.5, l2: 2 }),
    /: mean loss 0\.310898, with penalties 0\.366734, 5 of 6 right, /,
  );
});

test("with two features the status has no boundary", () => {
  const sentence = said(PLANE, { w0: 0, w1: 0.25, w2: -1 });
  assert.equal(sentence, "w₀ = 0, w₁ = 0.25, w₂ = −1, t = 0.5: mean loss 1.307098, 3 of 4 right.");
});

const RATE = /** @type {Scene} */ ({ l1: 0, l2: 0, loss_function: "cross-entropy" });
const NOWHERE = { w0: [NaN], w1: [NaN], mean_loss: [NaN] };

/** @type {[name: string, best: Table, scene: Scene, sentence: string][]} */
const OPTIMA = [
  [
    "one",
    { w0: [-4.07771], w1: [1.50465], mean_loss: [0.4] },
    RATE,
    "Best weights: w₀ = −4.0777, w₁ = 1.5047; mean loss there 0.400000.",
  ],
  [
    "one with a penalty",
    { w0: [1], w1: [2], w2: [-3], mean_loss: [0.5], objective: [1.15] },
    { ...RATE, l2: 0.1 },
    "Best weights with λ₂ = 0.1: w₀ = 1.0000, w₁ = 2.0000, w₂ = −3.0000; mean loss there 0.500000, with penalties 1.150000.",
  ],
  [
    "one with both penalties",
    { w0: [1], w1: [0], mean_loss: [0.5], objective: [0.5] },
    { ...RATE, l1: 0.3, l2: 0.1 },
    "Best weights with λ₁ = 0.3 and λ₂ = 0.1: w₀ = 1.0000, w₁ = 0.0000; mean loss there 0.500000, with penalties 0.500000.",
  ],
  [
    "none, as a boundary separates the classes",
    { ...NOWHERE, outcome: ["complete"] },
    RATE,
    "Some boundary separates the classes, so no best weights exist: the loss falls towards 0 as the weights grow for ever.",
  ],
  [
    "none, as one separates all but those on it",
    { ...NOWHERE, outcome: ["quasi"] },
    RATE,
    "Some boundary separates the classes but for samples on it, so no best weights exist: the weights grow for ever.",
  ],
  [
    "none, as only one class has samples",
    { ...NOWHERE, outcome: ["one class"] },
    RATE,
    "All samples have the same label, so no best weights exist: the intercept can grow for ever.",
  ],
  [
    "none of the squared loss",
    { ...NOWHERE, outcome: ["not convex"] },
    RATE,
    "No best weights are offered of the squared loss: it has several valleys.",
  ],
  ["not known", { ...NOWHERE, outcome: ["step limit"] }, RATE, "Best weights are not known here."],
];

for (const [name, best, scene, sentence] of OPTIMA) {
  test(`the sentence about the best weights: ${name}`, () => {
    assert.equal(optimum(best, scene), sentence);
  });
}

test("where no best weights exist, the size of those in force is told", () => {
  const history = { weight_norm: [1, 2.34567] };
  const best = { ...NOWHERE, outcome: ["complete"] };
  assert.match(optimum(best, RATE, history), / for ever\. Size of the weights now: 2\.3457\.$/);
});

/**
 * @param {number} step
 * @param {number} count
 */
const every = (step, count) => Array.from({ length: count }, (_, i) => i * step);

test("the table says what it leaves out", () => {
  assert.equal(thinned(every(1, 6), [0, 6], 6), "");
  assert.equal(
    thinned(every(1, 200), [50, 100], 200),
    "The rows are samples 51 to 100 of 200; Page Down and Page Up lead to the others; the means count all of them. ",
  );
  assert.equal(
    thinned(every(22, 228), [0, 50], 5000),
    "The dots are every 22nd of 5000 samples, and the rows are dots 1 to 50 of 228; Page Down and Page Up lead to the others; the means count all of them. ",
  );
  assert.equal(
    thinned([...every(100, 40), 7], [0, 41], 4000),
    "The dots are every 100th of 4000 samples and the chosen one, and the rows are dots 1 to 41 of 41; the means count all of them. ",
  );
});

// ---- the end of training ------------------------------------------------------------------------
/** @type {[taken: number, asked: number, n: number, most: number, said: string][]} */
const ENDS = [
  [10, 10, 6, 10_000, ""],
  [10_000, 10_000, 6, 10_000, "Training took 10,000 steps. There are no more here."],
  [
    1000,
    1000,
    5000,
    1000,
    "Training took 1,000 steps. There are no more with 5,000 samples: a path counts 5,000,000 samples at most, all of them at each step.",
  ],
  [
    1000,
    10_000,
    5000,
    1000,
    "Training took 1,000 steps, not 10,000. There are no more with 5,000 samples: a path counts 5,000,000 samples at most, all of them at each step.",
  ],
  [731, 1000, 6, 10_000, "Training stopped after 731 steps: a weight grew beyond 1,000,000,000."],
  [1, 10_000, 6, 10_000, "Training stopped after 1 step: a weight grew beyond 1,000,000,000."],
];
for (const [taken, steps, n, most, said] of ENDS) {
  test(`after ${taken} of ${steps} steps with ${n} samples the page says “${said}”`, () => {
    const settings = { w0: { bounds: [-1e9, 1e9] }, steps: { bounds: [0, 10_000] } };
    const now = { path: Array(taken + 1), scene: { steps }, data: { y: Array(n) } };
    const page = { schema: { settings }, limits: { work: 5e6 } };
    assert.equal(trainingEnd(/** @type {any} */ ({ ...now, page }), most), said);
  });
}
