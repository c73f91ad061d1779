// The chosen sample, worked out by hand.
import { byId } from "../dom/element.js";
import { html } from "../dom/write.js";
import { plain } from "../frame/numbers.js";
import { math } from "../words/mathml.js";
import { byHand } from "../words/sample.js";
import { escaped } from "../words/sentences.js";

export function showByHand(now) {
  const at = byId("by-hand");
  if (!at) return;
  const lines = byHand(now);
  if (!lines) {
    html(at, `<p class="hint">Choose a sample in a plot or in the table to see its sums.</p>`);
    return;
  }
  const rows = lines.map(
    ([name, formula, value]) =>
      `<tr><th scope="row">${name}</th><td>${math(formula)}</td><td class="value">${value}</td></tr>`,
  );
  html(at, `<table><caption>${caption(now)}</caption><tbody>${rows.join("")}</tbody></table>`);
}

function caption({ data, scene: { sample } }) {
  const said = data.features.map((feature, j) => {
    const unit = data.units[j] ? ` ${escaped(data.units[j])}` : "";
    return `${escaped(feature)} ${plain(data.x[j][sample - 1])}${unit}`;
  });
  return `Sample ${sample}: ${said.join(", ")}, <i>y</i> = ${data.y[sample - 1]}`;
}
