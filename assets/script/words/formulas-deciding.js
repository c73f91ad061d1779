// Formulas of deciding: the four counts, rates, costs, and the area under the ROC curve.
import { exactly, measured } from "../frame/numbers.js";
import { line } from "./line.js";
import { fraction, mi, mo, plus, times } from "./mathml.js";
import { FEW } from "./sums.js";
import { count, factor, found, given } from "./terms.js";

const GAP = '<mspace width="0.8em"/>';

/** @type {import("./line.js").Opener} */
const accuracy = ({ frame: { summary: s } }) => [
  line(
    "samples whose predicted label is their label: true positives and true negatives",
    plus(count(s.true_positive), count(s.true_negative)),
    count(s.correct),
  ),
];

/** @type {import("./line.js").Opener} */
const counts = (now) => [
  counted(now, "true positive", 1, 1),
  counted(now, "false negative", 1, 0),
  counted(now, "false positive", 0, 1),
  counted(now, "true negative", 0, 0),
];

/**
 * How many samples have a label and a predicted label.
 * @param {Now} now
 * @param {string} name
 * @param {number} y
 * @param {number} predicted
 * @returns {import("./line.js").Line}
 */
function counted(now, name, y, predicted) {
  const { threshold, [name.replace(" ", "_")]: n } = now.frame.summary;
  const side = mo(predicted ? "≥" : "&lt;");
  const rule = mi("y") + mo("=") + count(y) + GAP + mi("p") + side + given(threshold);
  const said = `${name}: y = ${y} and predicted ${predicted}${which(now, y, predicted)}`;
  return [said, rule + mo(":") + count(n)];
}

/**
 * Which samples these are, where they are few and have one feature.
 * @param {Now} now
 * @param {number} y
 * @param {number} predicted
 */
function which({ frame: { samples }, data: { x, features } }, y, predicted) {
  if (samples.y.length > FEW || x.length > 1) return "";
  const values = x[0].filter((_, i) => samples.y[i] === y && samples.predicted[i] === predicted);
  return values.length > 0 ? `; ${features[0]} ${values.map((v) => measured(v)).join(", ")}` : "";
}

/** @type {import("./line.js").Opener} */
const rates = ({ frame: { summary: s } }) => [
  share(
    "true positive rate, or sensitivity: of all with y = 1, those predicted 1",
    s.true_positive,
    s.false_negative,
  ),
  share(
    "false positive rate: of all with y = 0, those predicted 1",
    s.false_positive,
    s.true_negative,
  ),
  share("precision: of all predicted 1, those with y = 1", s.true_positive, s.false_positive),
  share(
    "F1: twice the true positives, against the mistakes",
    2 * s.true_positive,
    s.false_positive + s.false_negative,
  ),
];

/**
 * A part of the whole that it makes up with the rest.
 * @param {string} said
 * @param {number} part
 * @param {number} rest
 */
const share = (said, part, rest) =>
  line(said, fraction(count(part), plus(count(part), count(rest))), found(part / (part + rest)));

/** @type {import("./line.js").Opener} */
function bestThreshold({ frame: { decision_now: now }, scene }) {
  const [fp, fn] = [given(scene.cost_fp), given(scene.cost_fn)];
  return [
    line(
      "t*, the threshold that the costs call for: C_FP / (C_FP + C_FN)",
      mi("t*"),
      fraction(fp, plus(fp, fn)),
      found(now.best_threshold[0]),
    ),
  ];
}

/** @type {import("./line.js").Opener} */
function cost({ frame: { decision_now: now, summary: s }, scene }) {
  const fp = count(s.false_positive) + factor(scene.cost_fp);
  const fn = count(s.false_negative) + factor(scene.cost_fn);
  return [
    line(
      "expected cost: each mistake times what it costs, divided by all samples",
      fraction(plus(fp, fn), count(s.n)),
      found(now.cost[0]),
    ),
  ];
}

/** @type {import("./line.js").Opener} */
function auc({ frame: { decision_now: now, summary: s } }) {
  const ones = s.true_positive + s.false_negative;
  const zeros = s.true_negative + s.false_positive;
  const ordered = Math.round(2 * now.auc[0] * ones * zeros) / 2;
  return [
    line(
      "AUC: of all pairs of one with y = 1 and one with y = 0, those in which it has the larger p; equal p count a half",
      fraction(count(ordered), times(count(ones), count(zeros))),
      found(now.auc[0]),
    ),
  ];
}

/** The formulas of this file by the names that open them. */
export const DECIDING = {
  accuracy,
  counts,
  rates,
  "best-threshold": (/** @type {Now} */ now) => exactly(() => bestThreshold(now)),
  cost,
  auc,
};
