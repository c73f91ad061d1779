// The head of the table of samples, and its foot, which holds the means.
import { text } from "../dom/write.js";
import { number } from "../frame/numbers.js";
import { headings } from "../words/markup.js";
import { right } from "../words/sentences.js";

let headed = ""; // the headings for which head and foot were made

/**
 * Makes head and foot for a data set and the loss of a scene. Returns whether they were made anew,
 * as the rows then have other columns too.
 * @param {HTMLTableElement} table
 * @param {Data} data
 * @param {Scene} scene
 */
export function showHead(table, { features, units }, scene) {
  const names = headings(features, units, scene);
  const wanted = JSON.stringify(names);
  if (wanted === headed) return false;
  headed = wanted;
  const cells = names.map((name) => `<th scope="col">${name}</th>`);
  table.createTHead().innerHTML = `<tr>${cells.join("")}</tr>`;
  table.createTFoot().innerHTML = footOf(features.length);
  return true;
}

/** @param {number} d how many features there are */
function footOf(d) {
  const products = Array.from({ length: d }, (_, j) => `total-residual-x${j + 1}`);
  const totals = ["total-right", "total-loss", "total-residual", ...products];
  const cells = totals.map((id) => `<td id="${id}"></td>`).join("");
  return `<tr><th scope="row" colspan="${d + 5}">mean</th>${cells}</tr>`;
}

/**
 * Writes the means of all samples into the foot.
 * @param {Table} summary
 * @param {Data} data
 */
export function writeMeans(summary, { x }) {
  text("total-right", right(summary));
  text("total-loss", number(summary.mean_loss));
  text("total-residual", number(summary.grad_w0));
  x.forEach((_, j) => text(`total-residual-x${j + 1}`, number(summary[`grad_w${j + 1}`])));
}
