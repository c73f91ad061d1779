// The chosen sample, worked out by hand.
import { byId } from "../dom/element.js";
import { html } from "../dom/write.js";
import { caption } from "../words/markup.js";
import { math } from "../words/mathml.js";
import { byHand } from "../words/sample.js";
import { CHOOSE } from "../words/unfit.js";

const HINT = `<p class="hint">${CHOOSE}</p>`;

/**
 * Shows how each quantity of the chosen sample comes about, if the page has a place for it.
 * @param {Now} now
 */
export function showByHand(now) {
  const at = byId("by-hand");
  if (!at) return;
  const quantities = byHand(now);
  html(at, quantities ? tableOf(now, quantities) : HINT);
}

/**
 * @param {Now} now
 * @param {import("../words/sample.js").Quantity[]} quantities
 */
function tableOf(now, quantities) {
  const rows = quantities.map(
    ([name, formula, value]) =>
      `<tr><th scope="row">${name}</th><td>${math(formula)}</td><td class="value">${value}</td></tr>`,
  );
  return `<table><caption>${caption(now)}</caption><tbody>${rows.join("")}</tbody></table>`;
}
