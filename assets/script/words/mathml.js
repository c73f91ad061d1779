// Formulas as MathML, which browsers draw and screen readers read.
import { MINUS, number, plain } from "../frame/numbers.js";

export const FEW = 7; // terms of a sum, or samples, that are shown one by one

export const mi = (name, sub) =>
  sub ? `<msub><mi>${name}</mi><mn>${sub}</mn></msub>` : `<mi>${name}</mi>`;
export const mo = (sign) => `<mo>${sign}</mo>`;
export const minus = `<mo form="prefix">${MINUS}</mo>`;
export const mn = (text) =>
  text.startsWith(MINUS) ? `<mrow>${minus}<mn>${text.slice(1)}</mn></mrow>` : `<mn>${text}</mn>`;
export const group = (inner) => `<mrow>${mo("(")}${inner}${mo(")")}</mrow>`;
export const call = (name, inner) =>
  `${name.startsWith("<") ? name : `<mi>${name}</mi>`}<mo>&#x2061;</mo>${group(inner)}`;
export const power = (base, inner) => `<msup>${base}<mrow>${inner}</mrow></msup>`;
export const fraction = (top, bottom) => `<mfrac><mrow>${top}</mrow><mrow>${bottom}</mrow></mfrac>`;
export const root = (inner) => `<msqrt>${inner}</msqrt>`;
export const matrix = (rows) =>
  group(
    `<mtable>${rows.map((row) => `<mtr>${row.map((v) => `<mtd>${v}</mtd>`).join("")}</mtr>`).join("")}</mtable>`,
  );
export const math = (inner) => `<math displaystyle="true">${inner}</math>`;
// A line can break before a sign that stands outside of everything: MathML itself does not wrap.
export const breaking = (sign) =>
  `</math><wbr><math displaystyle="true"><mo form="infix">${sign}</mo>`;
export const equal = (...parts) => parts.join(breaking("="));
export const same = (...parts) => parts.join(mo("="));

export const rounded = (value) => Number(value.toPrecision(7)); // of what training has found
export const given = (value) => mn(plain(rounded(value))); // a number that someone set
export const found = (value) => mn(number(value)); // one that was computed
export const within = (value, inner) => (value < 0 ? group(inner) : inner); // after a sign
export const factor = (value) => `${mo("×")}${within(value, given(value))}`;
export const less = (value) => `${mo(MINUS)}${within(value, given(value))}`;
export const numbered = (name, j, d) => mi(name, d > 1 ? String(j + 1) : "");
export const log = (unit) =>
  unit === "bits" ? `<msub><mi>log</mi><mn>2</mn></msub>` : "<mi>ln</mi>";

// Terms with their signs, the first without a plus; a long sum has its first terms and its last.
export function added(values, write = (v) => mn(v === undefined ? "?" : number(Math.abs(v)))) {
  const shown = values.length <= FEW ? values : [...values.slice(0, FEW - 2), null, values.at(-1)];
  const sign = (v, i) => (i ? breaking(v < 0 ? MINUS : "+") : v < 0 ? minus : "");
  return Array.from(shown, (v, i) =>
    v === null ? `${breaking("+")}${mo("…")}` : sign(v, i) + write(v),
  ).join("");
}

export const over = (inner, n) => `${mo("(")}${inner}${mo(")")}${mo("/")}<mn>${n}</mn>`;
export const meanOf = (values, n) => over(added(values), n);

// w0 + w1 times what stands for each feature
export const score = (w, parts) =>
  given(w[0]) +
  w
    .slice(1)
    .map((v, j) => mo(v < 0 ? MINUS : "+") + given(Math.abs(v)) + parts[j])
    .join("");
export const features = (names) => names.map((_, j) => numbered("x", j, names.length));
