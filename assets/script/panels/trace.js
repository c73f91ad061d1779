// The trace table: every sample with all its numbers, and the row of means.
import { table } from "../dom/element.js";
import { attributes, text } from "../dom/write.js";
import { thinned } from "../words/sentences.js";
import { dropWaiting, watch, whenSeen, writeWaiting } from "./in-sight.js";
import { entryRow, rowAfter } from "./row-keys.js";
import { showHead, writeMeans } from "./trace-head.js";
import { addRow, cellsOf, markRow, removeRow, writeRow } from "./trace-rows.js";
import { firstShown, ROWS } from "./window.js";

const HEAD = 1; // row, which counts for whoever hears the table

let first = 0; // of the rows that the table shows
let total = 0; // of rows that it could show

/**
 * Shows the samples of a frame. What is out of sight waits until `settleTrace` is called.
 * @param {Now} now
 */
export function showTrace({ frame: { samples, summary }, data, rows, scene }) {
  const at = table("samples");
  if (!at) return;
  const [body] = at.tBodies;
  const cells = cellsOf(data.x.length);
  const chosen = rows.indexOf(scene.sample - 1);
  const entry = entryRow(chosen);
  total = rows.length;
  first = firstShown(chosen, total);
  const n = Math.min(total, ROWS);
  if (showHead(at, data, scene)) [...body.rows].forEach(removeRow);
  resize(body, n, cells);
  dropWaiting();
  for (let i = first; i < first + n; i++) {
    const tr = body.rows[i - first];
    whenSeen(tr, () => {
      writeRow(tr, cells, samples, i);
      markRow(tr, i, { isChosen: i === chosen, isEntry: i === entry });
    });
  }
  attributes(at, { "aria-rowcount": total + HEAD });
  whenSeen(frameOf(at), () => writeMeans(summary, data));
  text("thinned", thinned(rows, [first, first + n], summary.n));
}

/** Writes what was out of sight while something moved. */
export const settleTrace = writeWaiting;

/**
 * The element in which the table scrolls.
 * @param {HTMLTableElement} at
 */
const frameOf = (at) => /** @type {HTMLElement} */ (at.parentElement);

/**
 * @param {HTMLTableSectionElement} body
 * @param {number} n
 * @param {import("./trace-rows.js").Cell[]} cells
 */
function resize(body, n, cells) {
  while (body.rows.length > n) removeRow(body.rows[body.rows.length - 1]);
  while (body.rows.length < n) addRow(body, cells);
}

/**
 * Lets a click or a key choose a row.
 * @param {(row: number | null) => void} select takes the row that is chosen, or null for none
 */
export function bindTrace(select) {
  const at = table("samples");
  if (!at) return;
  const [body] = at.tBodies;
  watch(frameOf(at));
  body.addEventListener("click", (event) => {
    const i = rowOf(body, event);
    if (i >= 0) select(body.rows[i].ariaSelected === "true" ? null : first + i);
  });
  body.addEventListener("keydown", (event) => {
    const to = rowAfter(event.key, first + rowOf(body, event), total - 1);
    if (to === undefined) return;
    event.preventDefault();
    select(to);
    if (to === null) return;
    first = firstShown(to, total); // for the next key, which may come before the rows are written
    body.rows[to - first].focus();
  });
}

/**
 * The row in which an event happened; -1 for none.
 * @param {HTMLTableSectionElement} body
 * @param {Event} event
 */
function rowOf(body, { target }) {
  const tr = /** @type {Element} */ (target).closest("tr");
  return tr ? [...body.rows].indexOf(tr) : -1;
}
