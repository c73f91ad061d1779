// The controls of a page, made from the inputs that the data set has: one module a kind.
import { el } from "../dom/element.js";
import { make as makeCheck, show as showCheck } from "./check.js";
import { make as makeChoice, show as showChoice } from "./choice.js";
import { make as makeSlider, mark, show as showSlider } from "./slider.js";
import { make as makeTraining, show as showTraining } from "./training.js";

const SLIDER = { make: makeSlider, show: showSlider };
const KINDS = {
  range: SLIDER,
  log: SLIDER,
  check: { make: makeCheck, show: showCheck },
  choice: { make: makeChoice, show: showChoice },
  count: { make: makeTraining, show: showTraining },
};

// host: where the controls go. hand: set(values) as they move, rest() when the hand is up,
// complain(sentence) for an entry that cannot be taken. Returns what shows a scene in them.
export function startControls(host, hand) {
  let shown = ""; // what the controls were made for
  let inputs = {}; // name to { row, value }
  const withInput = { ...hand, input: (name) => inputs[name] };
  host.addEventListener("submit", (e) => e.preventDefault());

  // groups: [title, rows]; marks: name to a value that its slider marks, and what lies there
  return function show(groups, values, locked, marks = {}) {
    const rows = groups.flatMap(([, found]) => found);
    inputs = Object.fromEntries(rows.map((row) => [row.name, { row, value: values[row.name] }]));
    const wanted = JSON.stringify([groups.map(outline), locked]);
    if (wanted !== shown) host.replaceChildren(...groups.map((g) => group(g, locked, withInput)));
    shown = wanted;
    for (const row of rows) KINDS[row.kind].show(row, values[row.name], withInput);
    for (const [name, [at, words]] of Object.entries(marks)) {
      if (inputs[name]) mark(inputs[name].row, at, words);
    }
  };
}

// What of a group's inputs their elements are made from.
const outline = ([title, rows]) => [
  title,
  rows.map(({ name, label, low, high }) => [name, label, low, high]),
];

function group([title, rows], locked, hand) {
  const set = el("fieldset", { className: "group", ariaLabel: title });
  set.dataset.group = title;
  for (const row of rows) {
    const control = KINDS[row.kind].make(row, hand);
    control.classList.add("control");
    control.dataset.control = row.name;
    if (locked.includes(row.name)) lock(control);
    set.append(control);
  }
  return set;
}

function lock(control) {
  control.classList.add("locked");
  for (const input of control.querySelectorAll("input, select, button")) input.disabled = true;
}
