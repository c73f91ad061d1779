// One sample, worked out by hand: each quantity with its formula and the inputs filled in.
import { MINUS, measured, number, SUBSCRIPTS, scientific } from "../frame/numbers.js";
import {
  call,
  factor,
  found,
  fraction,
  given,
  log,
  mi,
  minus,
  mn,
  mo,
  power,
  same,
  score,
  within,
} from "./mathml.js";
import { all } from "./sentences.js";

// What the model gave to the label; six decimals of p would round a small one away.
function givenToLabel({ y, p, odds }) {
  const likely = y ? p : odds > 0 ? p / odds : 1;
  return likely < 1e-3
    ? mn(scientific(likely, 6))
    : y
      ? found(p)
      : `<mn>1</mn>${mo(MINUS)}${found(p)}`;
}

export const sigmoidOf = (z) =>
  fraction("<mn>1</mn>", `<mn>1</mn>${mo("+")}${power(mi("e"), minus + within(z, found(z)))}`);
export const lossOf = (sample, unit) => `${minus}${call(log(unit), givenToLabel(sample))}`;

export const sampleAt = (samples, i) =>
  Object.fromEntries(Object.entries(samples).map(([k, v]) => [k, v[i]]));

// Each quantity of the chosen sample as [its name, its formula with its inputs filled in, its value,
// what stands between the two]; null where no sample is chosen.
export function byHand({ frame: { samples, summary: s }, data, scene, every }) {
  const i = (scene.sample - 1) / every;
  if (scene.sample < 1 || !Number.isInteger(i)) return null;
  const sample = sampleAt(samples, i);
  const x = data.x.map((column) => column[scene.sample - 1]);
  const [z, p, r] = [found(sample.logit), found(sample.p), found(sample.residual)];
  const side = sample.predicted ? "≥" : "&lt;";
  const products = x.map((v, j) => {
    const [name, key] =
      x.length > 1
        ? [`residual × x${SUBSCRIPTS[j + 1]}`, `residual_x${j + 1}`]
        : ["residual × x", "residual_x"];
    return [name, `${within(sample.residual, r)}${factor(v)}`, number(sample[key])];
  });
  return [
    ["logit", same(mi("z"), score(all(s, "w"), x.map(factor))), number(sample.logit)],
    ["odds", same(power(mi("e"), mi("z")), power(mi("e"), z)), number(sample.odds)],
    ["probability", same(mi("p"), sigmoidOf(sample.logit)), number(sample.p)],
    ["loss", lossOf(sample, scene.unit), number(sample.loss)],
    [
      "residual",
      same(`${mi("p")}${mo(MINUS)}${mi("y")}`, `${p}${mo(MINUS)}<mn>${sample.y}</mn>`),
      number(sample.residual),
    ],
    ...products,
    [
      "predicted",
      `${p}${mo(side)}${given(s.threshold)}`,
      `${sample.predicted}, ${sample.correct ? "right" : "wrong"}`,
      "⇒",
    ],
  ];
}

export const named = (data, row) =>
  data.features.map((feature, j) => `${feature} ${measured(data.x[j][row])}`).join(", ");
