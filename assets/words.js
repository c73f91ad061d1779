// Numbers and sentences of the page, made from the columns of a frame. No DOM in here.
const Words = (() => {
  "use strict";
  const MINUS = "−";
  const SUPERSCRIPT = { "-": "⁻", 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹" };

  // A computed number with six decimals, as the trace is written by hand; what is covered has no value.
  function number(value, digits = 6) {
    if (value === undefined) return "?";
    if (Number.isNaN(value)) return "none";
    const size = Math.abs(value);
    if (size === Infinity) return value < 0 ? MINUS + "∞" : "∞";
    if (size >= 1e6 || (size > 0 && size < 0.5 * 10 ** -digits)) return scientific(value, digits);
    return value.toFixed(digits).replace("-", MINUS);
  }

  function scientific(value, digits) {
    const [lead, power] = value.toExponential(digits).replace("+", "").split("e");
    return `${lead.replace("-", MINUS)}×10${[...power].map((c) => SUPERSCRIPT[c]).join("")}`;
  }

  // A number that someone set, as short as it was typed (12 digits hide binary noise).
  const plain = (value) => String(Number(value.toPrecision(12))).replace("-", MINUS);

  // A setting in its box: as it was typed; one that training has found, with five digits.
  const boxed = (value) => plain(String(value).length > 12 ? Number(value.toPrecision(5)) : value);

  // A measured value, as short as it is; one that was computed with six decimals.
  const measured = (value) => (String(value).length <= 8 ? plain(value) : number(value));

  // What a reader typed into a number box: dot or comma, any minus sign; NaN when it is no number.
  function parse(text) {
    const ascii = text.trim().replace(/[−–]/g, "-").replace(",", ".");
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(ascii) ? Number(ascii) : NaN;
  }

  // Why an entry cannot be taken, in one sentence; empty when it can.
  function problem(text, { label, symbol, low, high }, current) {
    const value = parse(text);
    const stays = `${label} stays at ${plain(current)}`;
    const asked = text.trim() === "" ? "The box is empty" : `“${text.trim().slice(0, 20)}” is not a number`;
    if (Number.isNaN(value)) return `${asked}: ${stays}; type a number from ${plain(low)} to ${plain(high)}.`;
    if (value >= low && value <= high) return "";
    return `${text.trim().slice(0, 20)} is out of range: ${stays}; ${symbol} goes from ${plain(low)} to ${plain(high)}.`;
  }

  // The numbered values of a summary: x1, x2, ... or, where there is one only, x itself.
  const all = (s, name) => Object.keys(s).filter((key) => key.startsWith(name) && /^\d*$/.test(key.slice(name.length))).map((key) => s[key]);

  function boundary(s) {
    if (s.boundary_place === "none") {
      const why = s.threshold === 0 || s.threshold === 1 ? `t = ${s.threshold}` : "w₁ = 0";
      return `no boundary, ${why} predicts ${s.positive_side === "all" ? 1 : 0} everywhere`;
    }
    const at = `boundary at x = ${number(s.boundary)}`;
    const beyond = s.boundary_place === "inside" ? "" : `, ${s.boundary_place} of the plot`;
    return `${at}${beyond}, predicted 1 to the ${s.positive_side}`;
  }

  const right = (s) => `${s.correct} of ${s.n}`;
  const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
  const weight = (j) => `w${SUBSCRIPTS[j]}`;

  function status(s, data, scene, steps) {
    const weights = all(s, "w").map((value, j) => `${weight(j)} = ${boxed(value)}`);
    const trained = steps > 0 ? `After ${steps} ${steps === 1 ? "step" : "steps"}: ` : "";
    const bits = scene.unit === "bits" ? " bits" : "";
    const where = data.x.length === 1 ? `, ${boundary(s)}` : "";
    return `${trained}${weights.join(", ")}, t = ${plain(s.threshold)}: mean loss ${number(s.mean_loss)}${bits}, ${right(s)} right${where}.`;
  }

  // Where the best weights lie, or why there are none.
  function optimum(o, scene, history) {
    const best = all(o, "w").map((values) => values[0]);
    const penalty = scene.l2 > 0 ? ` with λ₂ = ${plain(scene.l2)}` : "";
    if (best.every(Number.isFinite)) {
      return `Best weights${penalty}: ${best.map((v, j) => `${weight(j)} = ${number(v, 4)}`).join(", ")}; mean loss there ${number(o.mean_loss[0])}.`;
    }
    const size = history?.weight_norm?.at(-1);
    const now = size === undefined ? "" : ` Size of the weights now: ${number(size, 4)}.`;
    const why = { complete: "A boundary separates the classes, so no best weights exist: the loss falls towards 0 as the weights grow for ever.", quasi: "A boundary separates the classes but for samples on it, so no best weights exist: the weights grow for ever." };
    return `${why[o.separable[0]] ?? "Best weights are not known here."}${now}`;
  }

  // Text as it stands in markup.
  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
  const escaped = (said) => said.replace(/[&<>]/g, (c) => ENTITIES[c]);

  return { MINUS, SUBSCRIPTS, number, scientific, plain, boxed, measured, weight, parse, problem, right, status, optimum, all, escaped };
})();
