// The controls of a page, made from the inputs that the data set has: one module a kind.
import { el } from "../dom/element.js";
import { make as makeCheck, show as showCheck } from "./check.js";
import { make as makeChoice, show as showChoice } from "./choice.js";
import { resume } from "./number-box.js";
import { make as makeSlider, mark, show as showSlider } from "./slider.js";
import { make as makeTraining, show as showTraining } from "./training.js";

/**
 * How a kind of control is made from its row, and how it shows a value.
 * @typedef {{
 *   make(row: Input, hand: ControlHand): HTMLElement,
 *   show(row: Input, value: any, hand: ControlHand): void,
 * }} Kind
 */

/** @type {Kind} */
const SLIDER = { make: makeSlider, show: showSlider };

/** @type {Record<Input["kind"], Kind>} */
const KINDS = {
  range: SLIDER,
  log: SLIDER,
  check: { make: makeCheck, show: showCheck },
  choice: { make: makeChoice, show: showChoice },
  count: { make: makeTraining, show: showTraining },
};

/**
 * Rows under their title.
 * @typedef {[title: string, rows: Input[]]} Group
 */

/**
 * Starts the controls. The function that it returns shows a scene in them: groups of rows, values
 * and locked inputs by their names, and where a slider marks a value, with what lies there.
 * @param {HTMLElement} host where the controls go
 * @param {Hand} hand
 */
export function startControls(host, hand) {
  let made = ""; // what the controls were made from
  /** @type {Record<string, Input>} */
  let inputs = {};
  /** @type {ControlHand} */
  const knowing = {
    ...hand,
    input: (name) => ({ row: inputs[name], value: hand.values()[name] }),
    show: (name) => KINDS[inputs[name].kind].show(inputs[name], hand.values()[name], knowing),
  };
  host.addEventListener("submit", (event) => event.preventDefault());

  /**
   * @param {Group[]} groups
   * @param {Record<string, any>} values
   * @param {string[]} locked
   * @param {Record<string, [value: number, words: string]>} marks
   */
  function show(groups, values, locked, marks = {}) {
    const rows = groups.flatMap(([, found]) => found);
    inputs = Object.fromEntries(rows.map((row) => [row.name, row]));
    const wanted = JSON.stringify([groups.map(outline), locked]);
    const make = () => groups.map((each) => group(each, locked, knowing));
    if (wanted !== made) putInto(host, make());
    for (const row of rows) KINDS[row.kind].show(row, values[row.name], knowing);
    if (made === "") for (const row of rows) resume(row, knowing);
    made = wanted;
    for (const [name, [value, words]] of Object.entries(marks)) {
      if (inputs[name]) mark(inputs[name], value, words);
    }
  }
  return show;
}

/**
 * Puts new controls in the place of the old ones. The focus goes to the one with the same id.
 * @param {HTMLElement} host
 * @param {HTMLElement[]} made
 */
function putInto(host, made) {
  const focused = document.activeElement;
  const id = host.contains(focused) ? focused?.id : "";
  host.replaceChildren(...made);
  if (id) document.getElementById(id)?.focus({ preventScroll: true });
}

/**
 * The part of a group from which its elements are made. Controls stay as they are unless it
 * changes.
 * @param {Group} group
 */
const outline = ([title, rows]) => [
  title,
  rows.map(({ name, label, low, high }) => [name, label, low, high]),
];

/**
 * @param {Group} group
 * @param {string[]} locked
 * @param {ControlHand} hand
 */
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

/** @param {HTMLElement} control */
function lock(control) {
  control.classList.add("locked");
  const inputs = /** @type {NodeListOf<HTMLInputElement | HTMLButtonElement>} */ (
    control.querySelectorAll("input, select, button")
  );
  for (const each of inputs) each.disabled = true;
}
