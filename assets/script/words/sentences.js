// Sentences about a scene, made from the columns of its frame.
import { boxed, number, plain, SUBSCRIPTS } from "../frame/numbers.js";

// The numbered values of a summary: x1, x2, ... or, where there is one only, x itself.
export function all(s, name) {
  const numbered = new RegExp(`^${name}\\d*$`);
  return Object.keys(s)
    .filter((key) => numbered.test(key))
    .map((key) => s[key]);
}

export const weight = (j) => `w${SUBSCRIPTS[j]}`;

export const right = (s) => `${s.correct} of ${s.n}`;

function boundary(s) {
  if (s.boundary_place === "none") {
    const why = s.threshold === 0 || s.threshold === 1 ? `t = ${s.threshold}` : "w₁ = 0";
    return `no boundary, ${why} predicts ${s.positive_side === "all" ? 1 : 0} everywhere`;
  }
  const at = `boundary at x = ${number(s.boundary)}`;
  const beyond = s.boundary_place === "inside" ? "" : `, ${s.boundary_place} of the plot`;
  return `${at}${beyond}, predicted 1 to the ${s.positive_side}`;
}

// The sentence that is spoken when the hand rests.
export function status(s, data, scene, steps) {
  const weights = all(s, "w").map((value, j) => `${weight(j)} = ${boxed(value)}`);
  const trained = steps > 0 ? `After ${steps} ${steps === 1 ? "step" : "steps"}: ` : "";
  const bits = scene.unit === "bits" ? " bits" : "";
  const where = data.x.length === 1 ? `, ${boundary(s)}` : "";
  const loss = `mean loss ${number(s.mean_loss)}${bits}, ${right(s)} right`;
  return `${trained}${weights.join(", ")}, t = ${plain(s.threshold)}: ${loss}${where}.`;
}

const NO_OPTIMUM = {
  complete:
    "A boundary separates the classes, so no best weights exist: the loss falls towards 0 as the weights grow for ever.",
  quasi:
    "A boundary separates the classes but for samples on it, so no best weights exist: the weights grow for ever.",
};

// Where the best weights lie, or why there are none.
export function optimum(o, scene, history) {
  const best = all(o, "w").map((values) => values[0]);
  if (best.every(Number.isFinite)) {
    const penalty = scene.l2 > 0 ? ` with λ₂ = ${plain(scene.l2)}` : "";
    const weights = best.map((v, j) => `${weight(j)} = ${number(v, 4)}`).join(", ");
    return `Best weights${penalty}: ${weights}; mean loss there ${number(o.mean_loss[0])}.`;
  }
  const size = history?.weight_norm?.at(-1);
  const now = size === undefined ? "" : ` Size of the weights now: ${number(size, 4)}.`;
  return `${NO_OPTIMUM[o.separable[0]] ?? "Best weights are not known here."}${now}`;
}

// What the slider of the learning rate marks.
export function stableLimit(limit) {
  return `Steps settle below ${number(limit, limit < 0.01 ? 6 : 3)}`;
}

// Which questions ask for what “?” stands for.
export function asked(numbers) {
  return `asked in question${numbers.length > 1 ? "s" : ""} ${numbers.join(" and ")}`;
}

// Text as it stands in markup.
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escaped = (said) => said.replace(/[&<>"]/g, (c) => ENTITIES[c]);
