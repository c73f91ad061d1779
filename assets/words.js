// Numbers, formulas and sentences of the page, made from the columns of a frame. No DOM in here.
const Words = (() => {
  "use strict";
  const MINUS = "−";
  const SUPERSCRIPT = { "-": "⁻", 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹" };

  // A computed number with six decimals, as the trace is written by hand.
  function number(value, digits = 6) {
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

  // A setting in its box: as it was typed; one that training has found, with six digits.
  const boxed = (value) => plain(String(value).length > 12 ? Number(value.toPrecision(6)) : value);

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

  // ---- MathML -------------------------------------------------------------------------------
  const mi = (name, sub) => (sub ? `<msub><mi>${name}</mi><mn>${sub}</mn></msub>` : `<mi>${name}</mi>`);
  const mo = (sign) => `<mo>${sign}</mo>`;
  const minus = `<mo form="prefix">${MINUS}</mo>`;
  const mn = (text) => (text.startsWith(MINUS) ? `<mrow>${minus}<mn>${text.slice(1)}</mn></mrow>` : `<mn>${text}</mn>`);
  const group = (inner) => `<mrow>${mo("(")}${inner}${mo(")")}</mrow>`;
  const call = (name, inner) => `<mi>${name}</mi><mo>&#x2061;</mo>${group(inner)}`;
  const power = (base, inner) => `<msup>${base}<mrow>${inner}</mrow></msup>`;
  const math = (inner) => `<math displaystyle="true">${inner}</math>`;

  const sub = (name, j, d) => mi(name, d > 1 ? String(j + 1) : "");
  const signed = (value) => `${mo(value < 0 ? MINUS : "+")}<mn>${plain(Math.abs(value))}</mn>`;
  const times = (x) => `${mo("×")}${x < 0 ? group(mn(plain(x))) : mn(plain(x))}`;
  // w0 + w1 times what stands for each feature
  const score = (w, parts) => mn(plain(rounded(w[0]))) + w.slice(1).map((v, j) => signed(rounded(v)) + parts[j]).join("");
  const rounded = (value) => Number(value.toPrecision(7)); // of weights that training has found
  const fraction = (top, bottom) => `<mfrac><mrow>${top}</mrow><mrow>${bottom}</mrow></mfrac>`;

  function model(s) {
    const w = all(s, "w");
    const parts = w.slice(1).map((_, j) => sub("x", j, w.length - 1));
    return math(`${mi("p")}${mo("=")}${call("σ", score(w, parts))}`);
  }

  // Each quantity of one sample as [its name, its formula with its inputs filled in, its value].
  function byHand(s, sample, x, unit = "nats") {
    const p = mn(number(sample.p));
    const likely = sample.y ? sample.p : sample.odds > 0 ? sample.p / sample.odds : 1; // of the label
    // six decimals of p would round a small likelihood away
    const inside = likely < 1e-3 ? mn(scientific(likely, 6)) : sample.y ? p : `<mn>1</mn>${mo(MINUS)}${p}`;
    const z = mn(number(sample.logit));
    const [sign, t] = sample.predicted ? ["≥", s.threshold] : ["<", s.threshold];
    const log = unit === "bits" ? `<msub><mi>log</mi><mn>2</mn></msub>` : "<mi>ln</mi>";
    return [
      ["logit", `${mi("z")}${mo("=")}${score(all(s, "w"), x.map(times))}`, number(sample.logit)],
      ["odds", power(mi("e"), mi("z")) + mo("=") + power(mi("e"), z), number(sample.odds)],
      ["probability", `${mi("p")}${mo("=")}${fraction("<mn>1</mn>", `<mn>1</mn>${mo("+")}${power(mi("e"), minus + (sample.logit < 0 ? group(z) : z))}`)}`, number(sample.p)],
      ["loss", `${minus}${log}<mo>&#x2061;</mo>${group(inside)}`, number(sample.loss)],
      ["residual", `${mi("p")}${mo(MINUS)}${mi("y")}${mo("=")}${p}${mo(MINUS)}<mn>${sample.y}</mn>`, number(sample.residual)],
      ["predicted", `${p}${mo(sign)}${mn(plain(t))}`, `${sample.predicted}, ${sample.correct ? "right" : "wrong"}`],
    ].map(([name, formula, value]) => [name, math(formula), value]);
  }

  // ---- a number about the whole, opened to its formula with its inputs filled in --------------------
  const FEW = 7; // samples that a sum shows one by one
  function listed(values) {
    const shown = values.length <= FEW ? values : [...values.slice(0, FEW - 2), null, values.at(-1)];
    return shown.map((v, i) => (v === null ? `${mo("+")}${mo("…")}` : `${i ? mo(v < 0 ? MINUS : "+") : v < 0 ? minus : ""}<mn>${number(Math.abs(v))}</mn>`)).join("");
  }

  const mean = (values, n, name) => `${fraction(listed(values), `<mn>${n}</mn>`)}${mo("=")}<mn>${name}</mn>`;

  function explain(what, { samples, summary: s }, data, scene) {
    const [w, n] = [all(s, "w"), s.n];
    const features = w.length - 1;
    const rows = {
      "mean-loss": () => [[`the losses of all ${n} samples, added and divided by ${n}`, mean(samples.loss, n, number(s.mean_loss))]],
      accuracy: () => [[`samples whose predicted label is their label: true positives and true negatives`, `<mn>${s.true_positive}</mn>${mo("+")}<mn>${s.true_negative}</mn>${mo("=")}<mn>${s.correct}</mn>`]],
      boundary: () => [["the x at which p equals the threshold", `${fraction(`${call("logit", mn(plain(s.threshold)))}${mo(MINUS)}${mi("w", "0")}`, mi("w", "1"))}${mo("=")}${fraction(`<mn>${number(Math.log(s.threshold / (1 - s.threshold)))}</mn>${w[0] < 0 ? mo("+") : mo(MINUS)}<mn>${plain(rounded(Math.abs(w[0])))}</mn>`, mn(plain(rounded(w[1]))))}${mo("=")}${mn(number(s.boundary))}`]],
      "odds-ratio": () => all(s, "odds_ratio").map((ratio, j) => [`one unit more of ${data.features[j]} multiplies the odds by`, `${power(mi("e"), sub("w", features > 1 ? j : 0, 2))}${mo("=")}${power(mi("e"), mn(plain(rounded(w[j + 1]))))}${mo("=")}<mn>${number(ratio)}</mn>`]),
      gradient: () => [
        ["for the intercept: the mean residual p − y", mean(samples.residual, n, number(s.grad_w0))],
        ...data.x.map((_, j) => [`for the coefficient of ${data.features[j]}: the mean of residual times x`, mean(samples[features > 1 ? `residual_x${j + 1}` : "residual_x"], n, number(s[`grad_w${j + 1}`]))]),
      ],
    }[what]();
    const lines = rows.map(([said, formula]) => `<dt>${escaped(said)}</dt><dd>${math(formula)}</dd>`);
    return `<dl>${lines.join("")}</dl>`;
  }

  // Text as it stands in markup.
  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
  const escaped = (said) => said.replace(/[&<>]/g, (c) => ENTITIES[c]);

  return { number, plain, boxed, measured, parse, problem, boundary, right, status, math, model, byHand, explain, optimum, all, escaped };
})();
