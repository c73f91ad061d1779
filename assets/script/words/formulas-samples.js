// Formulas of single samples: the chosen one's row, its pushes, and the losses.
import { all } from "./columns.js";
import { line } from "./line.js";
import { lossName } from "./losses.js";
import { breaking, mi, mn, power } from "./mathml.js";
import { sampleName } from "./names.js";
import { byHand, lossOf, sampleAt, sigmoidOf } from "./sample.js";
import { added, FEW, score } from "./sums.js";
import { factor, found, given } from "./terms.js";

/** @type {import("./line.js").Opener} */
function sample(now) {
  const quantities = byHand(now);
  if (!quantities) return [["choose a sample to see how its row is worked out", ""]];
  return quantities.map(([name, formula, value, sign = "="], i) => [
    i === 0 ? `sample ${now.scene.sample}: ${name}` : name,
    `${formula}${breaking(sign)}${mn(value)}`,
  ]);
}

/** @type {import("./line.js").Opener} */
function losses(now) {
  const { data, rows, scene } = now;
  const { samples } = now.frame;
  return rowsWithLosses(now).map((i) =>
    line(
      `${lossName(scene)} of ${sampleName(data, rows[i])}, y = ${samples.y[i]}`,
      lossOf(sampleAt(samples, i), scene),
      found(samples.loss[i]),
    ),
  );
}

/**
 * Rows whose losses are told: all where they are few, else the chosen one and those that the figure
 * names.
 * @param {Now} now
 * @returns {number[]}
 */
function rowsWithLosses({ frame: { samples }, scene, rows }) {
  const all = [...rows.keys()];
  if (all.length <= FEW) return all;
  const isChosen = (/** @type {number} */ i) => rows[i] + 1 === scene.sample;
  return all.filter((i) => isChosen(i) || samples.loss_note[i] !== "").slice(0, FEW);
}

/** @type {import("./line.js").Opener} */
function beyond({ frame, data, rows }) {
  const { samples, rulers_samples: notes, summary } = frame;
  const far = [...rows.keys()].filter((i) => notes.odds_note[i] || notes.logit_note[i]);
  return far.flatMap((i) => {
    const [z, name] = [samples.logit[i], sampleName(data, rows[i])];
    const terms = score(all(summary, "w"), [factor(data.x[0][rows[i]])]);
    return [
      line(`logit of ${name}`, terms, found(z)),
      line(`odds of ${name}`, power(mi("e"), found(z)), found(samples.odds[i])),
    ];
  });
}

/** @type {import("./line.js").Opener} */
function pushes({ frame: { evidence: e, evidence_now: now, summary: s } }) {
  const [, ...w] = all(s, "w");
  const each = w.map((v, j) =>
    line(
      `push of ${e.name[j + 1]}: coefficient times value`,
      given(v) + factor(e.value[j + 1]),
      found(e.push[j + 1]),
    ),
  );
  const terms = Array.from(e.push).slice(0, -1); // the last push is their sum
  return [
    ...each,
    line("logit: the intercept and all pushes, added", added(terms), found(now.logit[0])),
    line("probability: the logit through the sigmoid", sigmoidOf(now.logit[0]), found(now.p[0])),
  ];
}

/** The formulas of this file by the names that open them. */
export const SAMPLES = { sample, losses, beyond, pushes };
