// What others see and may change, as whoever shares the page chooses, and the address that says so.
import { list } from "../scene/address.js";
import { fits } from "../scene/figures.js";
import { inputs, isWeight, names } from "../scene/scene.js";

const BASE = ["dataset", "w", "threshold", "reset", "fit"]; // what the free lab always offers
const BUTTONS = {
  dataset: "Data set",
  reset: "Reset",
  fit: "Best weights",
  x: "Values of the chosen sample",
  steps: "Training buttons",
};
const TEXTS = {
  formula: "Formula",
  readouts: "Row of numbers",
  status: "Sentence about the scene",
  optimum: "Where the best weights are",
};

// The choice that an address makes; fixed is what the server or the file hides or locks by itself,
// which no choice here brings back.
export function choiceOf(page, asked) {
  const [hides, locks] = [list(asked.hide), list(asked.lock)];
  const without = (all, others) => all.filter((name) => !others.includes(name));
  return {
    format: "link",
    shown: new Set(asked.figures ? list(asked.figures) : page.share.shown),
    hidden: new Set(hides),
    locked: new Set(locks),
    theme: asked.theme ?? page.view.theme,
    fixed: { hidden: without(page.view.hidden, hides), locked: without(page.view.locked, locks) },
  };
}

// The view as the settings of an address.
export function viewSettings(page, asked, choice, { embed }) {
  const inOrder = (isIn) =>
    page.share.figures
      .map(({ name }) => name)
      .filter(isIn)
      .join();
  const shown = inOrder((name) => choice.shown.has(name));
  const usual = inOrder((name) => page.share.usual.includes(name));
  const usualTheme = page.server ? "auto" : page.view.theme;
  const view = {
    lesson: asked.lesson,
    figures: shown === usual ? "" : shown,
    hide: [...choice.hidden].join(),
    lock: [...choice.locked].join(),
    theme: choice.theme === usualTheme ? "" : choice.theme,
    embed: embed ? "1" : "",
  };
  return Object.fromEntries(Object.entries(view).filter(([, text]) => text));
}

// Figures that can be chosen beside a data set.
export function figuresOf(page, choice, block) {
  const { hidden } = choice.fixed;
  return page.share.figures.filter(
    (figure) => !hidden.includes(figure.name) && fits(figure, block),
  );
}

// { name, label, lockable } of every part of the page but the figures.
export function partsOf(page, choice, { block, scene }) {
  const offered = offeredNames(page, choice);
  const known = inputs(block, scene);
  const each = offered.flatMap((name) => (name === "w" ? names(block, scene) : [name]));
  const controls = each
    .filter((name) => name in BUTTONS || name in known)
    .map((name) => ({ name, label: BUTTONS[name] ?? known[name].label, lockable: true }));
  const texts = Object.entries(TEXTS)
    .filter(([name]) => name !== "optimum" || offered.includes("fit"))
    .map(([name, label]) => ({ name, label, lockable: false }));
  return [...controls, ...texts].filter(({ name }) => !choice.fixed.hidden.includes(name));
}

function offeredNames(page, choice) {
  if (!page.server || page.lesson) return [...new Set(page.view.controls)];
  const shown = page.share.figures.filter(({ name }) => choice.shown.has(name));
  return [...new Set([...BASE, ...shown.flatMap(({ controls }) => controls)])];
}

// A weight is named by itself, or by w, which names them all.
export function has(all, name) {
  return all.has(name) || (isWeight(name) && all.has("w"));
}

export const isFixed = ({ fixed }, name) =>
  has(new Set(fixed.locked), name) || fixed.locked.includes(name[0]);

// Puts a name into a list of the choice, or takes it out.
export function choose(all, name, isIn, { block, scene }) {
  if (isWeight(name) && all.delete("w")) for (const each of names(block, scene)) all.add(each);
  all[isIn ? "add" : "delete"](name);
}
