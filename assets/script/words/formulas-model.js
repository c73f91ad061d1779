// Formulas of the model as a whole: its mean loss, its boundary, its odds ratios.
import { logit } from "../frame/link.js";
import { number } from "../frame/numbers.js";
import { all } from "./columns.js";
import { line } from "./line.js";
import { lossName, meanLossName, penalised, penalisedLoss } from "./losses.js";
import { call, difference, fraction, mi, mn, plus, power } from "./mathml.js";
import { penaltyTerms } from "./penalties.js";
import { features, meanOf, score } from "./sums.js";
import { found, given, less } from "./terms.js";

/** @type {import("./line.js").Opener} */
function meanLoss({ frame: { samples, summary: s }, scene }) {
  const [mean, each] = [meanLossName(scene), `${lossName(scene)}es`];
  const first = line(
    `${mean}: the ${each} of all ${s.n} samples, added and divided by ${s.n}`,
    meanOf(samples.loss, s.n),
    found(s.mean_loss),
  );
  return penalised(scene) ? [first, ...withPenalties(s, scene)] : [first];
}

/**
 * What training makes small: the mean loss and the penalties.
 * @param {Table} s the summary
 * @param {Scene} scene
 * @returns {import("./line.js").Line[]}
 */
function withPenalties(s, scene) {
  const [, ...w] = all(s, "w");
  return [
    line(
      "penalised loss, which training makes as small as it can: the mean loss and the penalties",
      plus(mn(number(s.mean_loss)), ...penaltyTerms(w, scene)),
      found(penalisedLoss(s, scene)),
    ),
  ];
}

/** @type {import("./line.js").Opener} */
const boundary = ({ frame: { summary: s }, data, scene: { interaction } }) => [
  data.x.length > 1 ? boundaryLine(s, interaction) : boundaryPoint(s),
];

/**
 * @param {Table} s
 * @param {boolean} interaction
 */
function boundaryLine(s, interaction) {
  const w = all(s, "w");
  return line(
    "decision boundary: where the logit is that of the threshold",
    score(w, features(w.length - 1, interaction)),
    call(mi("logit"), given(s.threshold)),
    found(logit(s.threshold)),
  );
}

/** @param {Table} s */
function boundaryPoint({ threshold, w0, w1, boundary }) {
  const level = call(mi("logit"), given(threshold));
  return line(
    "decision boundary: the x at which p equals the threshold",
    mi("x"),
    fraction(difference(level, mi("w", "0")), mi("w", "1")),
    fraction(found(logit(threshold)) + less(w0), given(w1)),
    found(boundary),
  );
}

/** @type {import("./line.js").Opener} */
function oddsRatios({ frame: { summary: s }, data }) {
  const [, ...w] = all(s, "w");
  const e = (/** @type {string} */ exponent) => power(mi("e"), exponent);
  return all(s, "odds_ratio").map((ratio, j) =>
    line(
      `one unit more of ${data.features[j]} multiplies the odds by`,
      e(mi("w", String(j + 1))),
      e(given(w[j])),
      found(ratio),
    ),
  );
}

/** @type {import("./line.js").Opener} */
const threshold = ({ frame: { rulers_now: now } }) => {
  const [t, odds] = [given(now.p[0]), found(now.odds[0])];
  return [
    line("the threshold as odds", fraction(t, difference(mn("1"), t)), odds),
    line("the threshold as log-odds", call(mi("ln"), odds), found(now.logit[0])),
  ];
};

/** The formulas of this file by the names that open them. */
export const MODEL = { "mean-loss": meanLoss, boundary, "odds-ratio": oddsRatios, threshold };
