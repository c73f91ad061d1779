// Numbers about the whole: the model, its read-outs, the legend, the best weights, the counts.
import { byId } from "../dom/element.js";
import { html, text } from "../dom/write.js";
import { certain, number, SUBSCRIPTS } from "../frame/numbers.js";
import { all } from "../words/columns.js";
import { model } from "../words/formulas.js";
import { isSquared, lossName, penalised, penalisedLoss } from "../words/losses.js";
import { ended, meaning } from "../words/names.js";
import { optimum, right } from "../words/sentences.js";
import { unsettled } from "../words/unsettled.js";

/** Tables that have the samples, or something of one of them. */
const OF_SAMPLES = ["samples", "gradient", "rulers_samples", "evidence", "losses_now", "roc"];
const COUNTS = ["true_positive", "false_negative", "false_positive", "true_negative"];
const DIGITS = { alone: 6, among: 3 }; // decimals of a number that stands alone or among others

/**
 * Shows the numbers of a frame that no figure shows.
 * @param {Seen} seen
 */
export function showReadouts({ frame, data, block, scene, asking, figures }) {
  const s = frame.summary;
  html(byId("formula"), model(s, scene.interaction));
  showLoss(s, scene);
  text("accuracy", right(s));
  showBoundary(s, data);
  showOddsRatio(all(s, "odds_ratio"), data);
  showGradient(all(s, "grad_w"));
  showLegend(block);
  showMarks(figures, s);
  showAsked(asking);
  text("optimum", optimum(frame.optimum, scene, frame.history));
  text("unsettled", unsettled(frame, scene));
  showCounts(s, block);
}

/**
 * @param {Table} summary
 * @param {Scene} scene
 */
function showLoss(summary, scene) {
  const unit = isSquared(scene) ? "" : `, ${scene.unit}`;
  const also = penalised(scene)
    ? ` <small>${number(penalisedLoss(summary, scene))} with penalties</small>`
    : "";
  text("mean-loss-name", `Mean ${lossName(scene)}${unit}`);
  html(byId("mean-loss"), `<span>${number(summary.mean_loss)}</span>${also}`);
}

/**
 * Hides the read-out of the boundary where it is a line and not one number.
 * @param {Table} summary
 * @param {Data} data
 */
function showBoundary({ boundary_place: place, boundary }, data) {
  const isNone = place === undefined || place === "none";
  text("boundary", isNone ? "none" : number(boundary));
  byId("boundary")?.parentElement?.toggleAttribute("hidden", data.x.length > 1);
}

/**
 * @param {number[]} ratios
 * @param {Data} data
 */
function showOddsRatio(ratios, { units }) {
  const many = ratios.length > 1;
  const digits = many ? DIGITS.among : DIGITS.alone;
  text("odds-ratio", ratios.map((v) => number(v, digits)).join(", "));
  text("odds-ratio-name", many ? "Odds ratios" : `Odds ratio per ${units[0] || "unit of x"}`);
}

/** @param {number[]} slopes */
function showGradient(slopes) {
  const names = slopes.map((_, j) => `<i>w</i>${SUBSCRIPTS[j]}`);
  const digits = slopes.length > 2 ? DIGITS.among : DIGITS.alone;
  html(byId("gradient-name"), `Gradient (${names.join(", ")})`);
  text("gradient", `(${slopes.map((v) => number(v, digits)).join(", ")})`);
}

/** @param {Block} block */
function showLegend({ positive, negative, title, source }) {
  text("positive", meaning(1, positive));
  text("negative", meaning(0, negative));
  text("source", `Data: ${ended(title)}${source && ` Source: ${ended(source)}`}`);
}

/**
 * Shows the legend where a figure has the samples, and what a hollow mark says where there is one.
 * Its room is kept while there is none, so that nothing below moves under the hand.
 * @param {Figure[]} figures those that are on the page now
 * @param {Table} summary
 */
function showMarks(figures, { correct, n }) {
  const ofSamples = figures.filter(({ tables }) =>
    tables.some((name) => OF_SAMPLES.includes(name)),
  );
  const hollow = byId("hollow");
  hollow?.toggleAttribute("hidden", !ofSamples.some(({ judged }) => judged));
  hollow?.classList.toggle("none", !(correct < n));
  for (const each of document.querySelectorAll(".legend [class^=class-]"))
    each.toggleAttribute("hidden", ofSamples.length === 0);
}

/**
 * Says that “?” stands for what the question asks, if it stands anywhere, and leads to the
 * question.
 * @param {number[]} asking
 */
function showAsked(asking) {
  const at = byId("asked");
  at?.toggleAttribute("hidden", asking.length === 0);
  const link = at?.querySelector("button");
  if (link) link.onclick = () => answer()?.focus();
}

/** @returns {HTMLElement | null} */
const answer = () =>
  document.querySelector(".step:not([hidden]) .question :is(input, textarea):not(:disabled)");

/**
 * @param {Table} summary
 * @param {Block} block
 */
function showCounts(summary, { positive, negative }) {
  if (!byId("counts")) return;
  for (const name of COUNTS) text(name, certain(String(summary[name])));
  text("counts-positive", meaning(1, positive));
  text("counts-negative", meaning(0, negative));
}
