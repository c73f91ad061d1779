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

  function status(s) {
    const inputs = `w₀ = ${plain(s.w0)}, w₁ = ${plain(s.w1)}, t = ${plain(s.threshold)}`;
    return `${inputs}: mean loss ${number(s.mean_loss)}, ${right(s)} right, ${boundary(s)}.`;
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

  const sum = (w0, w1, x) => `${mn(plain(w0))}${mo(w1 < 0 ? MINUS : "+")}<mn>${plain(Math.abs(w1))}</mn>${x}`;

  const model = (s) => math(`${mi("p")}${mo("=")}${call("σ", sum(s.w0, s.w1, mi("x")))}`);

  // Each quantity of one sample as [its name, its formula with its inputs filled in, its value].
  function byHand(s, sample) {
    const p = mn(number(sample.p));
    const likely = sample.y ? sample.p : sample.odds > 0 ? sample.p / sample.odds : 1; // of the label
    // six decimals of p would round a small likelihood away
    const inside = likely < 1e-3 ? mn(scientific(likely, 6)) : sample.y ? p : `<mn>1</mn>${mo(MINUS)}${p}`;
    const times = `${mo("×")}${sample.x < 0 ? group(mn(plain(sample.x))) : mn(plain(sample.x))}`;
    const z = mn(number(sample.logit));
    const [sign, t] = sample.predicted ? ["≥", s.threshold] : ["<", s.threshold];
    return [
      ["logit", `${mi("z")}${mo("=")}${sum(s.w0, s.w1, times)}`, number(sample.logit)],
      ["odds", power(mi("e"), mi("z")) + mo("=") + power(mi("e"), z), number(sample.odds)],
      ["probability", `${mi("p")}${mo("=")}<mfrac><mn>1</mn><mrow><mn>1</mn>${mo("+")}${power(mi("e"), minus + (sample.logit < 0 ? group(z) : z))}</mrow></mfrac>`, number(sample.p)],
      ["loss", minus + call("ln", inside), number(sample.loss)],
      ["residual", `${mi("p")}${mo(MINUS)}${mi("y")}${mo("=")}${p}${mo(MINUS)}<mn>${sample.y}</mn>`, number(sample.residual)],
      ["predicted", `${p}${mo(sign)}${mn(plain(t))}`, `${sample.predicted}, ${sample.correct ? "right" : "wrong"}`],
    ].map(([name, formula, value]) => [name, math(formula), value]);
  }

  return { number, plain, parse, problem, boundary, right, status, math, model, byHand };
})();
