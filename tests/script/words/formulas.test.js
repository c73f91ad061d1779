// Numbers opened to their formulas.
import assert from "node:assert/strict";
import { test } from "node:test";
import { explain, model, OPENED } from "../../../assets/script/words/formulas.js";
import { chosenLoan, LOANS, nowOf, PLANE, seen } from "./samples.js";

/**
 * What a reader sees of the lines that a name opens to.
 * @param {string} name
 * @param {Now} now
 */
const read = (name, now) => OPENED[name](now).map(([said, formula]) => [said, seen(formula)]);

/** @type {[name: string, formula: string][]} */
const FORMULAS = [
  ["accuracy", "3+2=5"],
  ["boundary", "x=logit(0.5)−w0w1=0.000000−8.12−0.094=86.382979"],
  ["odds-ratio", "ew1=e−0.094=0.910283"],
  ["size", "8.122+(−0.094)2=8.120544"],
  ["cost", "1×1+0×16=0.166667"],
  ["best-threshold", "t*=11+1=0.500000"],
  ["auc", "93×3=1.000000"],
];

for (const [name, formula] of FORMULAS) {
  test(`the formula of ${name}`, () => {
    assert.equal(read(name, chosenLoan())[0][1], formula);
  });
}

test("the mean loss is the sum of all losses over their number", () => {
  const [[said, formula]] = read("mean-loss", chosenLoan());
  assert.equal(said, "mean loss: the losses of all 6 samples, added and divided by 6");
  assert.match(formula, /^\(0\.003115\+0\.006006\+.*\+1\.364912\+.*\)\/6=0\.310898$/);
});

test("with two features the boundary is where the logit is that of the threshold", () => {
  const now = nowOf(PLANE, { w0: 1, w1: -2, w2: 3, threshold: 0.75 });
  assert.deepEqual(read("boundary", now), [
    [
      "decision boundary: where the logit is that of the threshold",
      "1−2x1+3x2=logit(0.75)=1.098612",
    ],
  ]);
});

test("a step goes against the slope, and a coefficient's slope has the penalty", () => {
  const now = nowOf(LOANS, { w0: 0, w1: 2, learning_rate: 0.5, l1: 0.1, l2: 0.25 });
  const [[, intercept], [said, coefficient]] = read("step", now);
  assert.match(intercept, /^0−0\.5×0\.500000=−0\.250000$/);
  assert.match(said, /less the learning rate times its slope, then towards 0 by η λ₁ = 0\.05$/);
  assert.match(coefficient, /^2−0\.5×\(46\.666667\+0\.25×2\)=−21\.533333$/);
});

test("at the best weights every slope is 0", () => {
  const data = { ...LOANS, y: [1, 0, 1, 0, 1, 0], separable: "no" };
  const lines = read("optimum", nowOf(data, { w0: 0, w1: 0 }));
  assert.equal(lines.length, 3);
  assert.match(lines[0][1], /\)\/6=0\.000000$/);
  assert.match(lines[1][1], /\)\/6=0\.000000$/);
});

test("under L1 a coefficient is 0 where its slope is within λ₁", () => {
  const data = { ...LOANS, y: [1, 0, 1, 0, 1, 0], separable: "no" };
  const [, [said, formula], mean, both] = read("optimum", nowOf(data, { w0: 0, w1: 0, l1: 10 }));
  assert.match(said, /^the coefficient of income is 0, as its slope, .* is within ±λ₁$/);
  assert.match(formula, /^\|\(.*\)\/6\|=4\.333333≤10$/);
  assert.match(mean[1], /=0\.693147$/);
  assert.match(both[1], /^0\.693147\+10×\(\|0\|\)=0\.693147$/);
});

test("under both penalties the slope of a coefficient is 0 with what they add", () => {
  const now = nowOf(LOANS, { w0: 0, w1: 0, l1: 2, l2: 100 });
  const [, [said, formula]] = read("optimum", now);
  assert.match(said, /times x, plus λ₁ with the sign of the coefficient, plus λ₂ times the coeff/);
  assert.match(formula, /\)\/6\+\(−2\)\+100×\(−0\.0\d+\)=0\.000000$/);
});

test("the mean loss opens to the penalised loss too", () => {
  const [, [said, formula]] = read("mean-loss", nowOf(LOANS, { w0: 8.12, w1: -2, l1: 0.5, l2: 3 }));
  assert.match(said, /^penalised loss, which training makes as small as it can/);
  assert.match(formula, /\+0\.5×\(\|−2\|\)\+3\/2×\(\(−2\)2\)=/);
});

test("with the squared loss, its slope is what is averaged and what pulls", () => {
  const now = nowOf(LOANS, { w0: 8.12, w1: -0.094, loss_function: "squared" });
  const said = ["mean-loss", "gradient", "pulls", "losses"].map((name) => read(name, now)[0][0]);
  assert.deepEqual(said, [
    "mean squared loss: the squared losses of all 6 samples, added and divided by 6",
    "gradient, for the intercept: the mean slope 2 (p − y) p (1 − p)",
    "sum that pulls at w₀: every 2 (p − y) p (1 − p)",
    "squared loss of income 25, y = 1",
  ]);
});

test("the Brier score has the residuals, whatever loss is chosen", () => {
  const [one, other] = ["cross-entropy", "squared"].map((loss) =>
    read("brier", nowOf(LOANS, { w0: 8.12, w1: -0.094, loss_function: loss })),
  );
  assert.deepEqual(one, other);
});

test("the limit of the learning rate is that of the chosen loss", () => {
  const now = nowOf(LOANS, { w0: 0, w1: 0, loss_function: "squared", l2: 2 });
  const [, [, formula]] = read("rate-limit", now);
  assert.match(formula, /=0\.002553$/);
});

test("where no best weights exist, their size is opened instead", () => {
  assert.deepEqual(read("optimum", chosenLoan()), read("size", chosenLoan()));
});

test("without a chosen sample the explanation says how to get one", () => {
  assert.deepEqual(read("sample", nowOf(LOANS, { w0: 0, w1: 0, sample: 0 })), [
    ["choose a sample to see how its row is worked out", ""],
  ]);
});

test("the first line about a sample names it", () => {
  const [[first], [second]] = read("sample", chosenLoan());
  assert.deepEqual([first, second], ["sample 4: logit", "odds"]);
});

test("of many samples the losses of the chosen one and the noted ones are told", () => {
  const x = Array.from({ length: 20 }, (_, i) => i);
  const data = { ...LOANS, x: [x], y: x.map((v) => v % 2), separable: "no" };
  const now = nowOf(data, { w0: 0, w1: 0.1, sample: 3 });
  const notes = x.map((i) => (i === 7 ? "largest" : ""));
  now.frame.samples = { ...now.frame.samples, loss_note: notes };
  assert.deepEqual(
    read("losses", now).map(([said]) => said),
    ["loss of income 2, y = 0", "loss of income 7, y = 1"],
  );
});

test("what a question covers is a question mark", () => {
  const now = chosenLoan();
  const { samples, summary, optimum, decision_now } = now.frame;
  const residual = samples.residual.map((/** @type {number} */ v, /** @type {number} */ i) =>
    i === 0 ? undefined : v,
  );
  now.frame = {
    ...now.frame,
    samples: { ...samples, residual },
    summary: { ...summary, mean_loss: undefined, correct: undefined },
    optimum: { ...optimum, rate_limit: [undefined] },
    decision_now: { ...decision_now, auc: [undefined] },
  };
  assert.match(read("mean-loss", now)[0][1], /=\?$/);
  assert.match(read("accuracy", now)[0][1], /=\?$/);
  assert.match(read("brier", now)[0][1], /^\(\?2\+/);
  assert.match(read("auc", now)[0][1], /^\?3×3=\?$/);
  assert.match(read("rate-limit", now)[1][1], /^2λmax=\?$/);
});

test("names with a space between open one after the other", () => {
  const now = chosenLoan();
  const both = explain("accuracy size", now);
  assert.equal(both.match(/<dt>/g)?.length, 2);
  assert.ok(both.startsWith("<dl><dt>samples whose predicted label is their label"));
});

test("the model has its weights filled in", () => {
  assert.equal(seen(model({ w0: 8.12, w1: -0.094 })), "p=σ(8.12−0.094x)");
  assert.equal(seen(model({ w0: 0, w1: 1, w2: -2 })), "p=σ(0+1x1−2x2)");
  assert.equal(seen(model({ w0: 0, w1: 1, w2: -2, w3: 3 }, true)), "p=σ(0+1x1−2x2+3x1x2)");
});
