// A made-up page with three figures and two features, for the tests of sharing.
import { SCHEMA } from "../schema.js";

/**
 * An input of the made-up data set.
 * @param {string} name
 * @returns {Input}
 */
const input = (name) => ({
  ...{ name, kind: "range", label: `Label of ${name}`, word: name, symbol: name },
  ...{ low: -1, high: 1, step: 0.1, bounds: [-1, 1], opening: 0, options: [] },
});

const INPUTS = Object.fromEntries(
  ["w0", "w1", "w2", "threshold", "steps"].map((name) => [name, input(name)]),
);
const FORM = { inputs: INPUTS, sample: 1, separable: "no" };

/**
 * What stands on the page.
 * @type {import("../../../assets/script/share/share.js").Shown}
 */
export const NOW = {
  block: {
    ...{ name: "exam", title: "Exam", source: "", positive: "passed", negative: "failed" },
    ...{ features: ["a", "b"], units: ["", ""], x: [[1], [2]], y: [1], sliders: [], named: [] },
    shows: [],
    forms: { "00": FORM },
  },
  scene: {
    ...{ dataset: "exam", standardise: false, interaction: false, moved: {}, sample: 1 },
    ...{ threshold: 0.5, learning_rate: 0.1, steps: 0, l1: 0, l2: 0, cost_fp: 1, cost_fn: 1 },
    ...{ unit: "nats", loss_function: "cross-entropy" },
  },
  path: [[0, 0, 0]],
};

/**
 * @param {string} name
 * @param {number[] | null} features
 * @param {string[]} controls
 * @returns {Figure}
 */
const figure = (name, features, controls) => ({
  ...{
    name,
    title: `Figure ${name}`,
    tables: [],
    features,
    most: null,
    of_sample: false,
    judged: true,
    controls,
  },
});

const FIGURES = [
  figure("sigmoid", [1], []),
  figure("loss", null, []),
  figure("history", null, ["steps"]),
  figure("table", null, []),
];

/**
 * A page of a server, if nothing else is given, that shows loss and table and hides and locks
 * nothing.
 * @param {Partial<Page["view"]>} [view]
 * @param {Partial<Page>} [given]
 * @returns {Page}
 */
export const pageWith = (view, given) => ({
  ...{
    server: true,
    bridged: false,
    scene: {},
    blocks: [],
    datasets: [],
    schema: SCHEMA,
    catalogue: FIGURES,
  },
  limits: { dots: 250, work: 1 },
  plots: { doc: null, roots: {}, ranges: {}, axes: {}, by_loss: {} },
  lesson: null,
  view: {
    asked: [],
    controls: ["dataset", "w", "threshold", "fit"],
    ...{ hidden: [], locked: [], theme: "auto", embed: false, notice: "" },
    ...view,
  },
  share: {
    all: FIGURES.map(({ name }) => name),
    shown: ["loss", "table"],
    usual: ["loss", "table"],
    host: "",
  },
  ...given,
});
