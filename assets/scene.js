// The scene: a data set and everything that can be set about it, as in logreg_app.state. Here it is
// read from an address and written to one, and turned into what a frame is made from.
const Scenes = (() => {
  "use strict";
  const FORM = ["dataset", "standardise", "interaction", "moved"]; // what gives the data its form
  const DIGITS = 12; // of a written number: all that a reader typed, and no binary noise
  const WEIGHT = /^w\d$/;
  const NUMBER = /^(?=.{1,40}$)[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i; // as in scene.py

  const short = (value) => Number(value.toPrecision(DIGITS));
  const formOf = (block, { standardise, interaction }) => block.forms[`${Number(standardise)}${Number(interaction)}`];
  const inputs = (block, scene) => formOf(block, scene).inputs;
  const names = (block, scene) => Object.keys(inputs(block, scene)).filter((name) => WEIGHT.test(name));

  // The scene a data set opens with, in one of its forms.
  function opening(block, { standardise = false, interaction = false, moved = {} } = {}) {
    const shape = { dataset: block.name, standardise, interaction, moved };
    const values = Object.entries(inputs(block, shape)).map(([name, row]) => [name, row.opening]);
    return { ...Object.fromEntries(values), ...shape, sample: formOf(block, shape).sample };
  }

  // ---- as text ------------------------------------------------------------------------------------
  function write(value) {
    if (typeof value === "boolean") return String(Number(value));
    if (typeof value === "number") return String(short(value));
    if (typeof value === "object") return Object.entries(value).map(([row, x]) => `${row}:${x.map(write).join(",")}`).join(";");
    return value;
  }

  // What differs from the way the data set opens, and always the data set and its form.
  function settings(block, scene) {
    const form = FORM.map((name) => [name, write(scene[name])]).filter(([, text]) => text !== "0" && text !== "");
    const usual = opening(block, scene);
    const others = Object.keys(usual).filter((name) => !FORM.includes(name)).map((name) => [name, write(scene[name])]);
    return Object.fromEntries([...form, ...others.filter(([name, text]) => text !== write(usual[name]))]);
  }

  const query = (values) => new URLSearchParams(values).toString().replace(/%(3A|3B|2C)/g, decodeURIComponent);

  // ---- from text ----------------------------------------------------------------------------------
  // The scene with these values, and a sentence for each that could not be taken. What they do not
  // name is as the data set opens.
  function open(block, values, bounds) {
    const problems = [];
    const take = (name, text, kind) => {
      try {
        return read(name, String(text).trim(), kind);
      } catch (problem) {
        problems.push(problem.message);
        return undefined;
      }
    };
    const form = { standardise: false, interaction: false, moved: {} };
    for (const [name, kind] of [["standardise", "check"], ["interaction", "check"], ["moved", "moved"]]) {
      if (name in values) form[name] = take(name, values[name], { kind }) ?? form[name];
    }
    const [n, d] = [block.y.length, block.x.length];
    if (!Object.entries(form.moved).every(([row, x]) => row >= 1 && row <= n && x.length === d)) {
      problems.push(`moved names samples 1 to ${n} of ${block.name}, ${d} value(s) each.`);
      form.moved = {};
    }
    const [low, high] = bounds.w0; // as far as any number of the scene may go
    if (Object.values(form.moved).flat().some((v) => v < low || v > high)) {
      problems.push(`moved goes from ${low} to ${high}.`);
      form.moved = {};
    }
    if (form.interaction && d !== 2) {
      problems.push(`interaction needs two features; ${block.name} has ${d}.`);
      form.interaction = false;
    }
    const scene = opening(block, form);
    const known = { ...inputs(block, scene), sample: { kind: "count" } };
    for (const [name, text] of Object.entries(values).filter(([name]) => !FORM.includes(name))) {
      if (!Object.hasOwn(known, name)) problems.push(`There is no setting “${name.slice(0, 40)}” here.`);
      else {
        const value = take(name, text, known[name]);
        if (value !== undefined) scene[name] = within(name, value, name === "sample" ? [0, n] : bounds[name], problems);
      }
    }
    if (scene.cost_fp === 0 && scene.cost_fn === 0) {
      problems.push("cost_fp and cost_fn are both 0, so no decision would matter; 1 each.");
      scene.cost_fp = scene.cost_fn = 1;
    }
    return { scene, problems };
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
    if (kind === "count" && !Number.isInteger(value)) throw Error(`${name} is a whole number, got “${text.slice(0, 20)}”.`);
    return value;
  }

  function number(name, text) {
    const ascii = text.replaceAll("−", "-");
    const value = NUMBER.test(ascii) ? Number(ascii) : NaN;
    if (!Number.isFinite(value)) throw Error(`${name} is a number, got “${text.slice(0, 20)}”.`);
    return value;
  }

  function readMoved(name, text) {
    const entries = text.split(";").filter(Boolean).map((entry) => {
      const [row, ...rest] = entry.split(":");
      const values = rest.join(":");
      if (!/^\d{1,9}$/.test(row.trim()) || rest.length === 0) throw Error(`${name} is written row:value, such as 4:52.5, got “${entry.slice(0, 20)}”.`);
      return [Number(row), values.split(",").map((v) => number(name, v.trim()))];
    });
    return Object.fromEntries(entries);
  }

  function within(name, value, range, problems) {
    if (!range || typeof value !== "number") return value;
    const fitting = Math.min(range[1] ?? Infinity, Math.max(range[0], value));
    if (fitting !== value) problems.push(`${name} goes from ${range[0]} to ${range[1]}; ${value} became ${fitting}.`);
    return fitting;
  }

  // ---- what a frame is made from -----------------------------------------------------------------
  // The data set in its form; made once for each form.
  const made = new Map();
  function derive(block, scene) {
    const key = `${block.name}|${write(scene.moved)}|${scene.standardise}|${scene.interaction}`;
    if (!made.has(key)) {
      if (made.size > 20) made.clear(); // a sample on the move makes one for every pixel
      made.set(key, form(block, scene));
    }
    return made.get(key);
  }

  function form(block, scene) {
    const moves = Object.entries(scene.moved);
    let x = block.x.map((column, j) => {
      if (moves.length === 0) return column;
      const moved = column.slice();
      for (const [row, values] of moves) moved[row - 1] = values[j];
      return moved;
    });
    let [features, units] = [block.features, block.units];
    if (scene.interaction) {
      x = Frames.interaction(x);
      features = [...features, features.join(" × ")];
      units = [...units, units.filter(Boolean).join(" ")];
    }
    const scaled = scene.standardise ? Frames.standardise(x) : { x };
    if (scene.standardise) units = units.map(() => "sd");
    const separable = moves.length === 0 ? formOf(block, scene).separable : undefined;
    return { ...scaled, y: block.y, features, units, separable };
  }

  // The weights at every step of training from the scene's start, as far as they are numbers.
  // It ends where a weight is further out than any may be.
  function path(data, block, scene, work, furthest) {
    const start = names(block, scene).map((name) => scene[name]);
    const steps = Math.min(scene.steps, Math.floor(work / data.y.length));
    const whole = Frames.descend(data, start, steps, scene);
    const end = whole.findIndex((w) => !w.every((v) => Math.abs(v) <= furthest));
    return end < 0 ? whole : whole.slice(0, end);
  }

  // The scene after a change by hand. New weights are a new start: no step leads to them.
  function change(block, scene, values, data, inForce) {
    const next = { ...scene, ...values };
    if (Object.keys(values).some((name) => WEIGHT.test(name))) {
      names(block, scene).forEach((name, j) => (next[name] = values[name] ?? short(inForce[j])));
      if (!("steps" in values)) next.steps = 0;
    }
    if (next.standardise !== scene.standardise || next.interaction !== scene.interaction) return reform(block, scene, next);
    return next;
  }

  // The same model in another form of the data: the start of training is converted, the ranges change.
  function reform(block, scene, next) {
    const scale = (form) => Frames.standardise(derive(block, { ...form, standardise: false }).x);
    let w = names(block, scene).map((name) => scene[name]);
    if (scene.standardise) w = Frames.to_raw(w, scale(scene).mean, scale(scene).sd);
    w = names(block, next).map((_, j) => w[j] ?? 0);
    if (next.standardise) w = Frames.to_standardised(w, scale(next).mean, scale(next).sd);
    const usual = (form) => inputs(block, form).learning_rate.opening;
    if (next.learning_rate === usual(scene)) next = { ...next, learning_rate: usual(next) };
    const others = Object.entries(next).filter(([name]) => !WEIGHT.test(name));
    return Object.fromEntries([...others, ...names(block, next).map((name, j) => [name, short(w[j])])]);
  }

  // The settings that a frame is made from.
  function frameSettings(scene, path) {
    const [w0, ...w] = path[path.length - 1];
    return { ...scene, w0, w, path, sample: Math.max(scene.sample - 1, 0) };
  }

  return { opening, open, settings, query, derive, path, change, frameSettings, inputs, names, short };
})();
