// A scene: a data set and everything that can be set about it, as logreg_app.state has it.
import { standardise, to_raw, to_standardised } from "../frame/features.js";
import { general, short } from "../frame/numbers.js";
import { derive } from "./form.js";

export const FORM = ["dataset", "standardise", "interaction", "moved"]; // what gives the data its form
const WEIGHT = /^w\d$/;

const key = ({ standardise, interaction }) => `${Number(standardise)}${Number(interaction)}`;
export const inputs = (block, scene) => block.forms[key(scene)].inputs;
export const names = (block, scene) => Object.keys(inputs(block, scene)).filter(isWeight);
export const isWeight = (name) => WEIGHT.test(name);

// The scene that a data set opens with, in one of its forms.
export function opening(block, { standardise = false, interaction = false, moved = {} } = {}) {
  const shape = { dataset: block.name, standardise, interaction, moved };
  const values = Object.entries(inputs(block, shape)).map(([name, row]) => [name, row.opening]);
  return { ...Object.fromEntries(values), ...shape, sample: block.forms[key(shape)].sample };
}

// ---- as text ------------------------------------------------------------------------------------
// One setting as it stands in an address.
export function written(value) {
  if (typeof value === "boolean") return String(Number(value));
  if (typeof value === "number") return general(value);
  if (typeof value !== "object") return value;
  const rows = Object.entries(value).map(([row, x]) => `${row}:${x.map(written).join(",")}`);
  return rows.join(";");
}

// The settings of an address: the data set, its form, and what differs from the way it opens.
export function settings(block, scene) {
  const form = FORM.map((name) => [name, written(scene[name])]);
  const usual = opening(block, scene);
  const others = Object.keys(usual).filter((name) => !FORM.includes(name));
  return Object.fromEntries([
    ...form.filter(([, text]) => text !== "0" && text !== ""),
    ...others
      .map((name) => [name, written(scene[name])])
      .filter(([name, text]) => text !== written(usual[name])),
  ]);
}

// Settings as the query of an address, without the question mark.
export function query(values) {
  return new URLSearchParams(values).toString().replace(/%(3A|3B|2C)/g, decodeURIComponent);
}

// ---- changes ------------------------------------------------------------------------------------
// The scene after a change by hand. New weights are a new start: no step leads to them.
export function change(block, scene, values, inForce) {
  const next = { ...scene, ...values };
  if (Object.keys(values).some(isWeight)) {
    names(block, scene).forEach((name, j) => {
      next[name] = values[name] ?? short(inForce[j]);
    });
    if (!("steps" in values)) next.steps = 0;
  }
  const same = next.standardise === scene.standardise && next.interaction === scene.interaction;
  return same ? next : reform(block, scene, next);
}

// The same model in another form of the data: the start of training is converted, the ranges change.
function reform(block, scene, next) {
  const scale = (form) => standardise(derive(block, { ...form, standardise: false }).x);
  let w = names(block, scene).map((name) => scene[name]);
  if (scene.standardise) w = to_raw(w, scale(scene).mean, scale(scene).sd);
  w = names(block, next).map((_, j) => w[j] ?? 0);
  if (next.standardise) w = to_standardised(w, scale(next).mean, scale(next).sd);
  const usual = (form) => inputs(block, form).learning_rate.opening;
  const rate = next.learning_rate === usual(scene) ? usual(next) : next.learning_rate;
  const others = Object.entries(next).filter(([name]) => !isWeight(name));
  const weights = names(block, next).map((name, j) => [name, short(w[j])]);
  return Object.fromEntries([...others, ["learning_rate", rate], ...weights]);
}
