// The scene as a Python program that needs NumPy only.
import { about, isLarge, product, rows } from "./python-data.js";
import {
  boundary,
  decisions,
  isSquared,
  meanLoss,
  penalties,
  settings,
  several,
  steps,
  unitOf,
  weights,
} from "./python-prints.js";
import { listed, numeral } from "./python-words.js";

/** @typedef {import("./share.js").Shown} Shown */

const STANDARDISE = [
  "mean = X.mean(axis=0)",
  "sd = np.where(np.ptp(X, axis=0) == 0, 1, X.std(axis=0))  # 1 for a constant feature",
  "X = (X - mean) / sd  # a new row needs this mean and sd too",
];

const SIGMOID = [
  "def sigmoid(z):",
  '    """Probability 1 / (1 + exp(-z)), without an overflow where z is far below 0."""',
  "    e = np.exp(-np.abs(z))",
  "    return np.where(z >= 0, 1, e) / (1 + e)",
];

const PREDICT = [
  "    def predict_proba(self, X):",
  '        """Probabilities of y = 0 and of y = 1, a row for each sample."""',
  "        p = sigmoid(self.w0 + X @ self.w)",
  "        return np.column_stack([1 - p, p])",
  "",
  "    def predict(self, X, threshold=0.5):",
  '        """Label 1 where its probability is at least the threshold."""',
  "        return (self.predict_proba(X)[:, 1] >= threshold).astype(int)",
];

/**
 * The program, which prints the numbers of the page.
 * @param {Shown} now
 */
export function numpyProgram(now) {
  const { scene } = now;
  const parts = [
    [...(isLarge(now) ? ["import csv"] : []), "import numpy as np"],
    [...about(now), ...rows(now), ...product(now), ...(scene.standardise ? STANDARDISE : [])],
    ...[penalties(now)].filter((lines) => lines.length),
    ["", ...SIGMOID],
    ["", ...gradient(now)],
    ...(steps(now) ? trained(now) : [["", ...settings(now, weights(now))], AT_ONCE]),
    prints(now),
  ];
  return `${parts.map((part) => part.join("\n")).join("\n\n")}\n`;
}

const AT_ONCE = ["p = sigmoid(w0 + X @ w)", "predicted = (p >= threshold).astype(int)"];

/** @param {Shown} now */
function gradient(now) {
  const { l2 } = now.scene;
  const penalty = l2 ? " + l2 * w" : "";
  const slope = isSquared(now) ? "2 * (p - y) * p * (1 - p)" : "p - y";
  const loss = isSquared(now) ? "squared loss" : "cross-entropy, in nats";
  const [name, with2] = [isSquared(now) ? "slope" : "residual", l2 ? ", with the L2 penalty" : ""];
  return [
    "def gradient(X, y, w0, w):",
    `    """Slope of the mean ${loss}${with2}."""`,
    "    p = sigmoid(w0 + X @ w)",
    `    ${name} = ${slope}`,
    `    return np.mean(${name}), ${name} @ X / len(y)${penalty}`,
  ];
}

// ---- training -----------------------------------------------------------------------------------
/**
 * The class, and the lines that train it as the page does.
 * @param {Shown} now
 */
function trained(now) {
  const { scene, path } = now;
  const [w0, ...w] = path[0];
  const start = [`w0=${numeral(w0)}`, `w=[${w.map(numeral).join(", ")}]`];
  const pace = [`learning_rate=${numeral(scene.learning_rate)}`, `steps=${steps(now)}`];
  return [
    ["", ...head(now)],
    PREDICT,
    [
      "",
      ...listed("model = LogisticRegression(", [...start, ...pace], ")"),
      "model.fit(X, y)",
      "w0, w = model.w0, model.w",
      several("weights", "(w0, *w)", ".6g"),
    ],
    [
      `threshold = ${numeral(scene.threshold)}`,
      "p = model.predict_proba(X)[:, 1]",
      "predicted = model.predict(X, threshold)",
    ],
  ];
}

/** @param {Shown} now */
function head({ scene: { l1 } }) {
  const shrink = "np.sign(w) * np.maximum(np.abs(w) - self.learning_rate * l1, 0)";
  return [
    "class LogisticRegression:",
    '    """Logistic regression by gradient descent, all samples in each step."""',
    "",
    "    def __init__(self, w0, w, learning_rate, steps):",
    "        self.w0, self.w = w0, np.array(w, dtype=float)",
    "        self.learning_rate, self.steps = learning_rate, steps",
    "",
    "    def fit(self, X, y):",
    '        """Take the steps; all weights move from the same point."""',
    "        for _ in range(self.steps):",
    "            slope_w0, slope_w = gradient(X, y, self.w0, self.w)",
    "            self.w0 = self.w0 - self.learning_rate * slope_w0",
    `            ${l1 ? "w" : "self.w"} = self.w - self.learning_rate * slope_w`,
    ...(l1 ? ["            # the L1 penalty draws each coefficient towards 0"] : []),
    ...(l1 ? [`            self.w = ${shrink}`] : []),
    "        return self",
  ];
}

// ---- what it prints -----------------------------------------------------------------------------
/** @param {Shown} now */
function prints(now) {
  return [
    "z = w0 + X @ w",
    `mean_loss = ${meanLoss(now)}`,
    "slope_w0, slope_w = gradient(X, y, w0, w)",
    `print(f"mean loss {mean_loss:.6f} ${unitOf(now)}")`,
    several("gradient", "(slope_w0, *slope_w)", ".6f"),
    ...boundary(now),
    ...decisions(now),
  ];
}
