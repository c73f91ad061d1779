// What there is to choose from in the Share dialog: figures and other parts of the page.
import { fits } from "../scene/figures.js";
import { inputs, names } from "../scene/scene.js";
import { controlsBeside } from "../scene/view.js";
import { has } from "./choice.js";

/** @typedef {import("./choice.js").Choice} Choice */

/**
 * Controls that are not among the inputs of a data set, or have another name there.
 * @type {Record<string, string>}
 */
const BUTTONS = {
  dataset: "Data set",
  undo: "Undo and redo",
  reset: "Reset",
  fit: "Best weights",
  x: "Values of the chosen sample",
  steps: "Training buttons",
};
const TEXTS = {
  figures: "Menu of figures",
  formula: "Formula",
  readouts: "Row of numbers",
  status: "Sentence about the scene",
  optimum: "Where the best weights are",
};

/**
 * Figures that can show a data set and that the page does not hide by itself.
 * @param {Page} page
 * @param {Choice} choice
 * @param {Block} block
 */
export function figuresOf(page, choice, block) {
  const { hidden } = choice.fixed;
  return page.catalogue.filter((figure) => !hidden.has(figure.name) && fits(figure, block));
}

/**
 * A part of the page that is no figure; only controls can be locked.
 * @typedef {{ name: string, label: string, lockable: boolean }} Part
 */

/**
 * Every part of the page but the figures, without those that the page hides by itself.
 * @param {Page} page
 * @param {Choice} choice
 * @param {{ block: Block, scene: Scene }} now what stands on the page
 * @returns {Part[]}
 */
export function partsOf(page, choice, { block, scene }) {
  const shown = figuresOf(page, choice, block).filter(({ name }) => choice.shown.has(name));
  const offered = controlsBeside(
    page,
    shown.map(({ name }) => name),
  );
  const known = inputs(block, scene);
  const each = [...offered, "undo"].flatMap((name) =>
    name === "w" ? names(block, scene) : [name],
  );
  const controls = each
    .filter((name) => name in BUTTONS || name in known)
    .map((name) => ({ name, label: BUTTONS[name] ?? known[name].label, lockable: true }));
  const texts = Object.entries(TEXTS)
    .filter(([name]) => name !== "optimum" || offered.includes("fit"))
    .filter(([name]) => name !== "figures" || !page.lesson)
    .map(([name, label]) => ({ name, label, lockable: false }));
  return [...controls, ...texts].filter(({ name }) => !has(choice.fixed.hidden, name));
}
