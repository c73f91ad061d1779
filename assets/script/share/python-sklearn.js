// The scene as a Python program with scikit-learn, and what scikit-learn cannot do of it.
import { newton } from "../frame/newton.js";
import { derive } from "../scene/form.js";
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
import { comment, listed } from "./python-words.js";

/** @typedef {import("./share.js").Shown} Shown */

const ENDLESS =
  "The classes are separated or only touch, so no weights are best: without a penalty scikit-learn " +
  "would stop somewhere on an endless way. Only with an L2 strength above 0 are there best weights.";
const NO_GRADIENT = "scikit-learn does not tell the gradient; the program with NumPy prints it.";
const ONE_CLASS =
  "All samples have the same label, so no weights are best, and scikit-learn refuses to fit them.";
const AT_ONCE = "scikit-learn goes to the best weights at once.";
const SQUARED =
  "scikit-learn has no squared loss for a classifier, so these are the best for the cross-entropy.";
const SLOW =
  "saga needs many rounds where features have different scales; standardise them then. Before version 1.8 " +
  'scikit-learn also needs penalty="elasticnet".';

/**
 * The program, which prints the numbers of the page and the best weights.
 * @param {Shown} now
 */
export function sklearnProgram(now) {
  const parts = [
    imports(now),
    [...about(now), ...rows(now), ...product(now), ...scaled(now)],
    [...comment(given(now)), ...settings(now, weights(now)), ...MODEL],
    prints(now),
    best(now),
  ];
  return `${parts.map((part) => part.join("\n")).join("\n\n")}\n`;
}

/** @param {Shown} now */
function imports(now) {
  return [
    ...(isLarge(now) ? ["import csv"] : []),
    "import numpy as np",
    "from sklearn.linear_model import LogisticRegression",
    ...(now.scene.standardise ? ["from sklearn.preprocessing import StandardScaler"] : []),
  ];
}

/** @param {Shown} now */
const scaled = ({ scene }) => (scene.standardise ? ["X = StandardScaler().fit_transform(X)"] : []);

/** @param {Shown} now */
function given(now) {
  const count = steps(now);
  if (!count) return "The weights of the page, which the model takes as they are.";
  return (
    `The weights of the page after ${count} steps. scikit-learn cannot take a given number of plain ` +
    "gradient steps, so they stand here as numbers; the program with NumPy takes the steps."
  );
}

const MODEL = [
  "model = LogisticRegression()",
  "model.classes_ = np.array([0, 1])",
  "model.intercept_, model.coef_ = np.array([w0]), w[np.newaxis]",
  "z = model.decision_function(X)",
  "p = model.predict_proba(X)[:, 1]",
  "predicted = (p >= threshold).astype(int)  # model.predict knows the threshold 0.5 only",
];

/** @param {Shown} now */
function prints(now) {
  return [
    `mean_loss = ${meanLoss(now)}`,
    `print(f"mean loss {mean_loss:.6f} ${unitOf(now)}")`,
    ...boundary(now),
    ...decisions(now),
    ...comment(NO_GRADIENT),
  ];
}

// ---- the best weights ---------------------------------------------------------------------------
/** @param {Shown} now */
function best(now) {
  const { l1, l2 } = now.scene;
  const { w, outcome } = newton(derive(now.block, now.scene), { l1, l2 });
  if (!w) return comment(outcome === "one class" ? ONE_CLASS : ENDLESS);
  return [
    ...comment(`${AT_ONCE} ${isSquared(now) ? `${SQUARED} ` : ""}${penalty(now)}`),
    ...penalties(now),
    ...listed("best = LogisticRegression(", [...solver(now), "tol=1e-10"], ")"),
    "best.fit(X, y)",
    several("best weights", "(*best.intercept_, *best.coef_[0])", ".6g"),
  ];
}

/** @param {Shown} now */
function penalty({ scene: { l1, l2 } }) {
  const free = "The intercept is not penalised.";
  if (!l1 && !l2) return "The page has no penalty; scikit-learn has one unless C is infinite.";
  if (!l1)
    return (
      "It minimises C times the summed loss plus half the sum of the squared coefficients, and the " +
      `page the mean loss plus l2 times that half sum, so C = 1 / (n l2). ${free}`
    );
  return (
    "It minimises C times the summed loss plus a penalty, of which the share l1_ratio is the sum of the " +
    "coefficients' sizes and the rest half the sum of their squares. So C = 1 / (n (l1 + l2)) and " +
    `l1_ratio = l1 / (l1 + l2). ${free} ${SLOW}`
  );
}

/** @param {Shown} now */
function solver({ scene: { l1, l2 } }) {
  const newtons = 'solver="newton-cholesky"';
  if (!l1 && !l2) return ["C=np.inf", newtons];
  if (!l1) return ["C=1 / (len(y) * l2)", newtons];
  const [both, share] = l2 ? ["(l1 + l2)", "l1 / (l1 + l2)"] : ["l1", "1"];
  return [`C=1 / (len(y) * ${both})`, `l1_ratio=${share}`, 'solver="saga"', "max_iter=100_000"];
}
