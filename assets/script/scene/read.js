// A scene read from text: whatever fits is taken, and a sentence says what was left out.
import { FORM, inputs, opening } from "./scene.js";

const NUMBER = /^(?=.{1,40}$)[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i; // as in scene.py

// The scene with these values, and a sentence for each that could not be taken. What they do not
// name is as the data set opens.
export function open(block, values, bounds) {
  const problems = [];
  const form = readForm(block, values, bounds, problems);
  const scene = opening(block, form);
  const known = { ...inputs(block, scene), sample: { kind: "count" } };
  for (const [name, text] of Object.entries(values).filter(([name]) => !FORM.includes(name))) {
    if (!Object.hasOwn(known, name))
      problems.push(`There is no setting “${name.slice(0, 40)}” here.`);
    else {
      const value = take(name, text, known[name], problems);
      const range = name === "sample" ? [0, block.y.length] : bounds[name];
      if (value !== undefined) scene[name] = within(name, value, range, problems);
    }
  }
  if (scene.cost_fp === 0 && scene.cost_fn === 0) {
    problems.push("cost_fp and cost_fn are both 0, so no decision would matter; 1 each.");
    scene.cost_fp = scene.cost_fn = 1;
  }
  return { scene, problems };
}

function readForm(block, values, bounds, problems) {
  const form = { standardise: false, interaction: false, moved: {} };
  for (const [name, kind] of [
    ["standardise", "check"],
    ["interaction", "check"],
    ["moved", "moved"],
  ]) {
    if (name in values) form[name] = take(name, values[name], { kind }, problems) ?? form[name];
  }
  const [n, d] = [block.y.length, block.x.length];
  const [low, high] = bounds.w0; // as far as any number of the scene may go
  const rows = Object.entries(form.moved);
  if (!rows.every(([row, x]) => row >= 1 && row <= n && x.length === d)) {
    problems.push(`moved names samples 1 to ${n} of ${block.name}, ${d} value(s) each.`);
    form.moved = {};
  } else if (rows.some(([, x]) => x.some((v) => v < low || v > high))) {
    problems.push(`moved goes from ${low} to ${high}.`);
    form.moved = {};
  }
  if (form.interaction && d !== 2) {
    problems.push(`interaction needs two features; ${block.name} has ${d}.`);
    form.interaction = false;
  }
  return form;
}

function take(name, text, row, problems) {
  try {
    return read(name, String(text).trim(), row);
  } catch (problem) {
    problems.push(problem.message);
    return undefined;
  }
}

function read(name, text, { kind, options }) {
  if (kind === "check") {
    if (/^(1|true|yes|on)$/i.test(text)) return true;
    if (/^(0|false|no|off|)$/i.test(text)) return false;
    throw Error(`${name} is 1 or 0, got “${text.slice(0, 20)}”.`);
  }
  if (kind === "choice") {
    if (options.includes(text)) return text;
    throw Error(`${name} is one of ${options.join(", ")}, got “${text.slice(0, 40)}”.`);
  }
  if (kind === "moved") return readMoved(name, text);
  const value = number(name, text);
  if (kind === "count" && !Number.isInteger(value))
    throw Error(`${name} is a whole number, got “${text.slice(0, 20)}”.`);
  return value;
}

function number(name, text) {
  const ascii = text.replaceAll("−", "-");
  const value = NUMBER.test(ascii) ? Number(ascii) : NaN;
  if (!Number.isFinite(value)) throw Error(`${name} is a number, got “${text.slice(0, 20)}”.`);
  return value;
}

function readMoved(name, text) {
  const entries = text
    .split(";")
    .filter(Boolean)
    .map((entry) => {
      const [row, ...rest] = entry.split(":");
      if (!/^\d{1,9}$/.test(row.trim()) || rest.length === 0) {
        throw Error(`${name} is written row:value, such as 4:52.5, got “${entry.slice(0, 20)}”.`);
      }
      return [
        Number(row),
        rest
          .join(":")
          .split(",")
          .map((v) => number(name, v.trim())),
      ];
    });
  return Object.fromEntries(entries);
}

function within(name, value, range, problems) {
  if (!range || typeof value !== "number") return value;
  const fitting = Math.min(range[1] ?? Infinity, Math.max(range[0], value));
  if (fitting !== value)
    problems.push(`${name} goes from ${range[0]} to ${range[1]}; ${value} became ${fitting}.`);
  return fitting;
}
