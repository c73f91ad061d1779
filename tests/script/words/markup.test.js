// Names of a data set, which anybody may have written, in markup.
import assert from "node:assert/strict";
import { test } from "node:test";
import { explain } from "../../../assets/script/words/formulas.js";
import { caption, escaped, headings } from "../../../assets/script/words/markup.js";
import { LOANS, nowOf } from "./samples.js";

const NAME = '<b>&"';
const ESCAPED = "&lt;b&gt;&amp;&quot;";
const DATA = { ...LOANS, features: [NAME], units: [NAME] };
const PLAIN = { loss_function: "cross-entropy", interaction: false };
const now = nowOf(DATA, { w0: 8.12, w1: -0.094, sample: 4 });

/** @type {[name: string, markup: string, times: number][]} */
const PLACES = [
  ["a text", escaped(NAME), 1],
  ["the headings of the table", headings([NAME], [NAME], PLAIN)[0], 2],
  ["the caption of the chosen sample", caption(now), 2],
  ["the odds ratio", explain("odds-ratio", now), 1],
  ["the gradient", explain("gradient", now), 1],
  ["the losses", explain("losses", now), 6],
  ["the pushes", explain("pushes", now), 1],
  ["the counts", explain("counts", now), 3],
];

for (const [name, markup, times] of PLACES) {
  test(`names are escaped in ${name}`, () => {
    assert.equal(markup.split(ESCAPED).length - 1, times, markup);
    assert.ok(!markup.includes(NAME), markup);
  });
}

test("a feature with a unit, which stays on one line, and one without", () => {
  assert.deepEqual(headings(["width", "height"], ["square cm", ""], PLAIN).slice(0, 2), [
    "width, square\u00a0cm",
    "height",
  ]);
});

test("products have numbers where there are several features", () => {
  const last = (/** @type {string[]} */ names) => headings(names, [], PLAIN).at(-1);
  assert.equal(last(["a"]), "(<i>p</i>\u00a0−\u00a0<i>y</i>) <i>x</i>");
  assert.equal(last(["a", "b"]), "(<i>p</i>\u00a0−\u00a0<i>y</i>) <i>x</i><sub>2</sub>");
  assert.equal(last(["a", "b", "c"]), "(<i>p</i>\u00a0−\u00a0<i>y</i>) <i>x</i><sub>3</sub>");
});

test("the caption has the features with their units, and the label", () => {
  const loan = nowOf(LOANS, { w0: 0, w1: 0, sample: 4 });
  assert.equal(caption(loan), "Sample 4: income 75 thousand $, <i>y</i> = 0");
});

test("the product of two features has the numbers of both", () => {
  const found = headings(["a", "b", "a × b"], [], { ...PLAIN, interaction: true });
  assert.equal(
    found.at(-1),
    "(<i>p</i>\u00a0−\u00a0<i>y</i>) <i>x</i><sub>1</sub><i>x</i><sub>2</sub>",
  );
});

test("the headings name the squared loss and its slope", () => {
  assert.deepEqual(headings(["a"], [""], { ...PLAIN, loss_function: "squared" }).slice(-3), [
    "squared loss",
    "slope 2 (<i>p</i>\u00a0−\u00a0<i>y</i>) <i>p</i> (1 − <i>p</i>)",
    "slope × <i>x</i>",
  ]);
});
