// The trace table: every sample with all its numbers, and the row of means.
import { byId } from "../dom/element.js";
import { text } from "../dom/write.js";
import { measured, number, ordinal } from "../frame/numbers.js";
import { escaped, right } from "../words/sentences.js";

const ROWS = 50; // at most

const plainly = (v) => String(v);
const CELLS = [
  ["y", plainly],
  ["logit", number],
  ["odds", number],
  ["p", number],
  ["predicted", plainly],
  ["correct", (v) => (v ? "right" : "wrong")],
  ["loss", number],
  ["residual", number],
];
const MARKED = { y: "label", correct: "verdict" }; // columns with a class of their own

// Columns of the table, each with how its values are written.
function cellsOf(d) {
  const features = Array.from({ length: d }, (_, j) => (d === 1 ? "x" : `x${j + 1}`));
  const measuredCells = features.map((name) => [name, measured]);
  return [...measuredCells, ...CELLS, ...features.map((name) => [`residual_${name}`, number])];
}

export function showTrace({ frame: { samples, summary: s }, data, every, scene }) {
  const table = byId("samples");
  if (!table) return;
  head(table, data);
  const body = table.tBodies[0];
  const cells = cellsOf(data.x.length);
  const n = Math.min(samples.y.length, ROWS);
  while (body.rows.length > n) forget(body.rows[body.rows.length - 1]);
  while (body.rows.length < n) addRow(body, cells);
  const chosen = (scene.sample - 1) / every;
  due = new Set();
  for (let i = 0; i < n; i++)
    inSight(body.rows[i], () => writeRow(body.rows[i], cells, samples, i, chosen));
  inSight(table.parentElement, () => writeMeans(s, data));
  text("thinned", thinned(every, n, samples.y.length, s.n));
}

// What the table leaves out, if anything.
function thinned(every, shown, drawn, all) {
  if (every === 1 && shown === drawn) return "";
  const dots = every > 1 ? `Dots are every ${ordinal(every)} of` : "Of";
  return `${dots} ${all} samples, rows the first ${shown} of these; means count all. `;
}

// ---- what is out of sight waits while something moves, and is written once it rests --------------
let due = new Set(); // writings that wait
const unseen = new Set(); // elements that are out of sight
let eye = null;

// Watches whether an element is in sight.
function watch(element) {
  eye ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) unseen.delete(target);
      else unseen.add(target);
    }
  });
  eye.observe(element);
}

function inSight(element, write) {
  if (unseen.has(element)) due.add(write);
  else write();
}

export function settleTrace() {
  for (const write of due) write();
  due.clear();
}

// ---- rows ---------------------------------------------------------------------------------------
const written = new WeakMap(); // row to [the texts in its cells, their nodes]

function writeRow(tr, cells, samples, i, chosen) {
  const [texts, places] = written.get(tr);
  cells.forEach(([name, write], j) => {
    const said = write(samples[name][i]);
    if (texts[j] !== said) places[j].data = texts[j] = said;
  });
  if (tr.dataset.y !== String(samples.y[i])) tr.dataset.y = samples.y[i];
  tr.classList.toggle("wrong", samples.correct[i] === 0);
  const isChosen = String(i === chosen);
  if (tr.ariaSelected !== isChosen) tr.ariaSelected = isChosen;
  const someChosen = chosen >= 0 && chosen < tr.parentElement.rows.length;
  const tab = i === chosen || (i === 0 && !someChosen) ? 0 : -1;
  if (tr.tabIndex !== tab) tr.tabIndex = tab;
}

function writeMeans(s, { x }) {
  text("total-right", right(s));
  text("total-loss", number(s.mean_loss));
  text("total-residual", number(s.grad_w0));
  x.forEach((_, j) => text(`total-residual-x${j + 1}`, number(s[`grad_w${j + 1}`])));
}

function addRow(body, cells) {
  const tr = body.insertRow();
  tr.setAttribute("tabindex", "-1"); // the property reads so without it, but nothing can focus the row
  const places = cells.map(([name]) => {
    const cell = tr.insertCell();
    cell.className = MARKED[name] ?? "";
    return cell.appendChild(new Text());
  });
  written.set(tr, [[], places]);
  watch(tr);
}

function forget(tr) {
  eye.unobserve(tr);
  unseen.delete(tr);
  tr.remove();
}

// ---- head and foot --------------------------------------------------------------------------------
let headed = ""; // what head and foot were made for

function head(table, { features, units }) {
  const key = JSON.stringify([features, units]);
  if (key === headed) return;
  headed = key;
  const names = headings(features, units).map((name) => `<th scope="col">${name}</th>`);
  table.tHead.innerHTML = `<tr>${names.join("")}</tr>`;
  const products = features.map((_, j) => `total-residual-x${j + 1}`);
  const sums = ["total-right", "total-loss", "total-residual", ...products];
  const cells = sums.map((id) => `<td id="${id}"></td>`).join("");
  table.tFoot.innerHTML = `<tr><th scope="row" colspan="${features.length + 5}">mean</th>${cells}</tr>`;
  [...table.tBodies[0].rows].forEach(forget);
}

function headings(features, units) {
  const measures = features.map((f, j) => escaped(units[j] ? `${f}, ${units[j]}` : f));
  const sub = (j) => (features.length > 1 ? `<sub>${j + 1}</sub>` : "");
  const products = features.map((_, j) => `(<i>p</i> − <i>y</i>) <i>x</i>${sub(j)}`);
  const between = ["<i>y</i>", "logit <i>z</i>", "odds", "<i>p</i>", "predicted", "right?", "loss"];
  return [...measures, ...between, "residual <i>p</i> − <i>y</i>", ...products];
}

// ---- choosing a row -------------------------------------------------------------------------------
// select(row): a row is chosen, or none with null.
export function bindTrace(select) {
  const body = byId("samples")?.tBodies[0];
  if (!body) return;
  watch(byId("samples").parentElement);
  const index = (e) => [...body.rows].indexOf(e.target.closest("tr"));
  body.addEventListener("click", (e) => {
    const i = index(e);
    select(body.rows[i].ariaSelected === "true" ? null : i);
  });
  body.addEventListener("keydown", (e) => {
    const to = rowAfter(e.key, index(e), body.rows.length - 1);
    if (to === undefined) return;
    e.preventDefault();
    select(to);
    if (to !== null) body.rows[to].focus();
  });
}

// The row that a key leads to from row i; null for none, undefined for a key that leads nowhere.
function rowAfter(key, i, end) {
  const ways = { ArrowDown: Math.min(i + 1, end), ArrowUp: Math.max(i - 1, 0), Home: 0, End: end };
  return { ...ways, Enter: i, " ": i, Escape: null }[key];
}
