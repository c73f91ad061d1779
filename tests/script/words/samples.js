// Data sets for the tests of words, and what stands on a page that shows them.
import { compute } from "../../../assets/script/frame/compute.js";
import { drawnRows } from "../../../assets/script/frame/rows.js";
import { settingsAt } from "../../../assets/script/frame/settings.js";

/** @type {Data} */
export const LOANS = {
  x: [[25, 32, 45, 75, 95, 110]],
  y: [1, 1, 1, 0, 0, 0],
  features: ["income"],
  units: ["thousand $"],
  separable: "complete",
};

/** @type {Data} */
export const PLANE = {
  x: [
    [1, 2, 3, 4],
    [2, 0, 1, 5],
  ],
  y: [0, 1, 0, 1],
  features: ["width", "height"],
  units: ["cm", ""],
  separable: "quasi",
};

const TABLES = [
  ...["samples", "summary", "optimum", "gradient", "gradient_now", "history"],
  ...["decision_now", "calibration", "calibration_now", "evidence", "evidence_now"],
  ...["losses_now", "actions_now", "hundred_now"],
];
const SCENE = { threshold: 0.5, learning_rate: 0.001, l1: 0, l2: 0, cost_fp: 1, cost_fn: 1 };

/**
 * A page that shows a data set; the weights are w0, w1, ... of the scene.
 * @param {Data} data
 * @param {Partial<Scene>} scene
 * @param {number} [every]
 * @returns {Now}
 */
export function nowOf(data, scene, every = 1) {
  const whole = /** @type {Scene} */ ({
    ...SCENE,
    unit: "nats",
    loss_function: "cross-entropy",
    sample: 1,
    ...scene,
  });
  const path = [[whole.w0, ...data.x.map((_, j) => whole[`w${j + 1}`])]];
  const tables = data.x.length === 1 ? [...TABLES, "rulers_now"] : TABLES;
  const rows = drawnRows(data, every, Math.max(whole.sample - 1, 0));
  const frame = compute(data, settingsAt(whole, path), tables, every);
  return /** @type {Now} */ ({ frame, data, scene: whole, rows, path });
}

/** The loans as their data set opens, with the fourth one chosen. */
export const chosenLoan = () => nowOf(LOANS, { w0: 8.12, w1: -0.094, sample: 4 });

/**
 * The text that a reader sees of some markup; the parts of a fraction have nothing between them.
 * @param {string} markup
 */
export const seen = (markup) =>
  markup
    .replace(/<[^>]*>/g, "")
    .replaceAll("\u2061", "")
    .replaceAll("&#x2061;", "")
    .replace("&lt;", "<");
