// The rows of the table of samples.
import { certain, measured, number } from "../frame/numbers.js";
import { unwatch, watch } from "./in-sight.js";

/**
 * A column of the samples, and how its values are written.
 * @typedef {[name: string, write: (value: any) => string]} Cell
 */

/** @type {Cell[]} */
const CELLS = [
  ["y", String],
  ["logit", number],
  ["odds", number],
  ["p", number],
  ["predicted", (value) => certain(String(value))],
  ["correct", (value) => certain(value ? "right" : "wrong")],
  ["loss", number],
  ["residual", number],
];

/** @type {Record<string, string>} */
const CLASSES = { y: "label", correct: "verdict" }; // of columns that look otherwise

/**
 * What stands in each row: its texts, and the nodes that hold them.
 * @type {WeakMap<HTMLTableRowElement, { texts: string[], nodes: Text[] }>}
 */
const written = new WeakMap();

/**
 * The cells of a row for d features.
 * @param {number} d
 * @returns {Cell[]}
 */
export function cellsOf(d) {
  const features = Array.from({ length: d }, (_, j) => (d === 1 ? "x" : `x${j + 1}`));
  return [
    ...features.map((name) => /** @type {Cell} */ ([name, measured])),
    ...CELLS,
    ...features.map((name) => /** @type {Cell} */ ([`residual_${name}`, number])),
  ];
}

/**
 * Adds an empty row.
 * @param {HTMLTableSectionElement} body
 * @param {Cell[]} cells
 */
export function addRow(body, cells) {
  const tr = body.insertRow();
  // Without the attribute the property reads -1 too, but the row could not take the focus.
  tr.setAttribute("tabindex", "-1");
  const nodes = cells.map(([name]) => {
    const cell = tr.insertCell();
    cell.className = CLASSES[name] ?? "";
    return cell.appendChild(new Text());
  });
  written.set(tr, { texts: [], nodes });
  watch(tr);
}

/**
 * Takes a row off the table.
 * @param {HTMLTableRowElement} tr
 */
export function removeRow(tr) {
  unwatch(tr);
  tr.remove();
}

/**
 * Writes a sample into its row, and only what differs from what stands there.
 * @param {HTMLTableRowElement} tr
 * @param {Cell[]} cells
 * @param {Table} samples
 * @param {number} i
 */
export function writeRow(tr, cells, samples, i) {
  const { texts, nodes } = /** @type {{ texts: string[], nodes: Text[] }} */ (written.get(tr));
  cells.forEach(([name, write], j) => {
    const said = write(samples[name][i]);
    if (texts[j] === said) return;
    texts[j] = said;
    nodes[j].data = said;
  });
  const y = String(samples.y[i]);
  if (tr.dataset.y !== y) tr.dataset.y = y;
  tr.classList.toggle("wrong", samples.correct[i] === 0);
}

/**
 * Marks a row with its place among all rows, as chosen or not, and as the one that the Tab key
 * leads to or not.
 * @param {HTMLTableRowElement} tr
 * @param {number} i
 * @param {{ isChosen: boolean, isEntry: boolean }} marks
 */
export function markRow(tr, i, { isChosen, isEntry }) {
  const place = String(i + 2); // counted from 1, after the head
  if (tr.ariaRowIndex !== place) tr.ariaRowIndex = place;
  if (tr.ariaSelected !== String(isChosen)) tr.ariaSelected = String(isChosen);
  const tab = isEntry ? 0 : -1;
  if (tr.tabIndex !== tab) tr.tabIndex = tab;
}
