// Numbers about the whole: the model, its read-outs, the legend, the best weights, the counts.
import { byId } from "../dom/element.js";
import { html, text } from "../dom/write.js";
import { number, SUBSCRIPTS } from "../frame/numbers.js";
import { model } from "../words/formulas.js";
import { all, asked, optimum, right } from "../words/sentences.js";

export function showReadouts({ frame, data, block, scene, asking }) {
  const s = frame.summary;
  html(byId("formula"), model(s));
  text("mean-loss-name", `Mean loss, ${scene.unit}`);
  text("mean-loss", number(s.mean_loss));
  text("accuracy", right(s));
  showBoundary(s, data);
  showOddsRatio(all(s, "odds_ratio"), data);
  showGradient(all(s, "grad_w"));
  text("positive", block.positive);
  text("negative", block.negative);
  text("source", `Data: ${block.title}; ${block.source}.`);
  showAsked(asking);
  text("optimum", optimum(frame.optimum, scene, frame.history));
  showCounts(s, block);
}

function showBoundary(s, data) {
  const none = s.boundary_place === undefined || s.boundary_place === "none";
  text("boundary", none ? "none" : number(s.boundary));
  byId("boundary")?.parentElement.toggleAttribute("hidden", data.x.length > 1);
}

function showOddsRatio(ratios, { units }) {
  const many = ratios.length > 1;
  text("odds-ratio", ratios.map((v) => number(v, many ? 3 : 6)).join(", "));
  text("odds-ratio-name", many ? "Odds ratios" : `Odds ratio per ${units[0] || "unit of x"}`);
}

function showGradient(slopes) {
  const names = slopes.map((_, j) => `<i>w</i>${SUBSCRIPTS[j]}`);
  html(byId("gradient-name"), `Gradient (${names.join(", ")})`);
  text("gradient", `(${slopes.map((v) => number(v, slopes.length > 2 ? 3 : 6)).join(", ")})`);
}

// What “?” stands for, if it stands anywhere.
function showAsked(asking) {
  const at = byId("asked");
  at.toggleAttribute("hidden", asking.length === 0);
  if (asking.length === 0) return;
  const link = at.firstChild;
  const said = asked(asking);
  if (link.textContent !== said) link.textContent = said;
  link.onclick = () =>
    document.querySelectorAll(".question")[asking[0] - 1].querySelector("input").focus();
}

const COUNTS = ["true_positive", "false_negative", "false_positive", "true_negative"];

function showCounts(s, { positive, negative }) {
  if (!byId("counts")) return;
  for (const name of COUNTS) text(name, String(s[name]));
  text("counts-positive", positive);
  text("counts-negative", negative);
}
