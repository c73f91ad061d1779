// Formulas of figures that show one probability: that of the chosen sample, or the threshold.
import { line } from "./line.js";
import { difference, fraction, group, mi, mn, mo } from "./mathml.js";
import { sigmoidOf } from "./sample.js";
import { count, factor, found, given } from "./terms.js";

/** @type {import("./line.js").Opener} */
function chances({ frame: { evidence_now: now } }) {
  const [p, odds] = [found(now.p[0]), found(now.odds[0])];
  return [
    line("chance of y = 1: the logit through the sigmoid", mi("p"), sigmoidOf(now.logit[0]), p),
    line("odds: the chance of y = 1, divided by that of y = 0", fraction(p, rest(p)), odds),
  ];
}

/** @type {import("./line.js").Opener} */
function bothPulls({ frame: { losses_now: pulls } }) {
  const [down] = pulls.cross_entropy_pull_0; // it is −p
  const p = found(down === undefined ? undefined : -down);
  const first = line(
    "probability of the chosen sample: its logit through the sigmoid",
    mi("p"),
    sigmoidOf(pulls.logit[0]),
    p,
  );
  const each = [1, 0].flatMap((y) => {
    const left = difference(count(y), p);
    const parts = [mn("2"), group(left), p, group(rest(p))].join(mo("×"));
    return [
      line(`pull of the cross-entropy if y = ${y}: y − p`, left, at(pulls, "cross_entropy", y)),
      line(
        `pull of the squared loss if y = ${y}: 2 (y − p) p (1 − p)`,
        parts,
        at(pulls, "squared", y),
      ),
    ];
  });
  return [first, ...each];
}

/**
 * How hard a loss pulls at the chosen sample, if that has a label.
 * @param {Table} pulls
 * @param {string} loss
 * @param {number} y
 */
const at = (pulls, loss, y) => found(pulls[`${loss}_pull_${y}`][0]);

/** @type {import("./line.js").Opener} */
function bothCosts({ frame: { actions_now: now }, scene }) {
  const p = given(now.p[0]);
  return [
    line(
      "expected cost of acting where p is the threshold: (1 − p) C_FP",
      group(rest(p)) + factor(scene.cost_fp),
      found(now.act[0]),
    ),
    line(
      "expected cost of leaving it there: p C_FN",
      p + factor(scene.cost_fn),
      found(now.leave[0]),
    ),
  ];
}

/** @type {import("./line.js").Opener} */
function hundred({ frame: { actions_now: now, hundred_now: cases } }) {
  const [whole, ones] = [mn("100"), count(cases.ones[0])];
  return [
    line(
      "cases with y = 1: 100 p, to the nearest whole number",
      whole + factor(now.p[0]),
      found(100 * now.p[0]),
    ),
    line("cases with y = 0: all others", difference(whole, ones), count(cases.zeros[0])),
  ];
}

/**
 * What a probability leaves to 1.
 * @param {string} p
 */
const rest = (p) => difference(mn("1"), p);

/** The formulas of this file by the names that open them. */
export const CHOSEN = { chances, "both-pulls": bothPulls, "both-costs": bothCosts, hundred };
