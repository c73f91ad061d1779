import assert from "node:assert/strict";
import { test } from "node:test";
import { figuresOffered, figuresText, viewOf } from "../../../assets/script/scene/view.js";

const BASE = {
  asked: ["table"],
  controls: ["w", "threshold", "x"],
  hidden: ["title"],
  locked: ["threshold"],
  theme: "light",
  embed: false,
};
const SHOWN = ["sigmoid", "loss", "table"];
const OTHER = ["history", "decision"];

/** @param {string} name @param {string[]} [controls] @returns {Figure} */
const figure = (name, controls = []) => ({
  ...{ name, title: name, tables: [], features: null, most: null },
  ...{ controls, of_sample: false, judged: true },
});

/**
 * A free lab that opens with some of its figures.
 * @param {Partial<Page["view"]>} [view]
 */
const lab = (view) => ({
  view: { ...BASE, notice: "", ...view },
  share: { all: [...SHOWN, ...OTHER], shown: SHOWN, usual: SHOWN, host: "" },
  catalogue: [
    ...SHOWN.map((name) => figure(name)),
    figure("history", ["steps"]),
    figure("decision"),
  ],
  lesson: /** @type {Lesson | null} */ (null),
});

/** @type {[string, Record<string, string>, string, { hides?: boolean, locks?: boolean, offers?: boolean }][]} */
const CASES = [
  ["as the server says", {}, "title", { hides: true }],
  ["as the server says", {}, "threshold", { locks: true, offers: true }],
  ["as the server says", {}, "loss", {}],
  ["a control that the page has not", {}, "steps", {}],
  ["every weight of the family", {}, "w3", { offers: true }],
  ["the family itself", {}, "w", { offers: true }],
  ["every feature of the family", {}, "x2", { offers: true }],
  ["no other name of that beginning", {}, "width", {}],
  ["hidden by the address", { hide: "w1" }, "w1", { hides: true }],
  ["beside a hidden one", { hide: "w1" }, "w2", { offers: true }],
  ["of a hidden family", { hide: "w" }, "w1", { hides: true }],
  ["of a locked family", { lock: "w, x" }, "x1", { locks: true, offers: true }],
  ["hidden and locked", { hide: "w1", lock: "w" }, "w1", { hides: true, locks: true }],
  ["hidden by the server still", { hide: "loss" }, "title", { hides: true }],
  ["locked by the server still", { lock: "w" }, "threshold", { locks: true, offers: true }],
  ["a figure that is not among those", { figures: "loss" }, "sigmoid", { hides: true }],
  ["a card that is not among those", { figures: "loss" }, "table", { hides: true }],
  ["a figure that is among those", { figures: "loss" }, "loss", {}],
  ["a control beside chosen figures", { figures: "loss" }, "w1", { offers: true }],
  ["a figure that the lab does not open with", {}, "history", { hides: true }],
  ["a figure that the address adds", { figures: "loss,history" }, "history", {}],
  ["a control that a chosen figure brings", { figures: "history" }, "steps", { offers: true }],
];
for (const [name, asked, part, wanted] of CASES) {
  test(`${part}: ${name} ${JSON.stringify(asked)}`, () => {
    const view = viewOf(lab(), asked);
    const found = { hides: view.hides(part), locks: view.locks(part), offers: view.offers(part) };
    assert.deepEqual(found, { hides: false, locks: false, offers: false, ...wanted });
  });
}

/** @type {[Record<string, string>, string[]][]} */
const ASKED = [
  [{}, ["table"]],
  [{ figures: "loss" }, ["loss", "table"]],
];
for (const [asked, wanted] of ASKED) {
  test(`of the figures ${wanted.join(" and ")} are asked for by ${JSON.stringify(asked)}`, () => {
    assert.deepEqual(["sigmoid", "loss", "table"].filter(viewOf(lab(), asked).asks), wanted);
  });
}

/** @type {[Record<string, string>, string, boolean][]} */
const LOOKS = [
  [{}, "light", false],
  [{ theme: "dark" }, "dark", false],
  [{ embed: "1" }, "light", true],
  [{ embed: "" }, "light", false],
];
for (const [asked, theme, embed] of LOOKS) {
  test(`the looks of ${JSON.stringify(asked)}`, () => {
    const view = viewOf(lab(), asked);
    assert.deepEqual([view.theme, view.embed], [theme, embed]);
  });
}

/** @type {[Record<string, string>, boolean][]} */
const EMBEDDED = [
  [{}, true],
  [{ embed: "" }, false],
];
for (const [asked, wanted] of EMBEDDED) {
  test(`an embedded page is ${wanted ? "" : "not "}embedded with ${JSON.stringify(asked)}`, () => {
    assert.equal(viewOf(lab({ embed: true }), asked).embed, wanted);
  });
}

test("a lesson offers its own controls, whatever its figures bring", () => {
  const lesson = { number: "03", title: "", steps: [], terms: {} };
  assert.equal(viewOf({ ...lab(), lesson }, { figures: "history" }).offers("steps"), false);
});

/** @type {[string[], string][]} */
const TEXTS = [
  [["history", "loss"], "loss,history"],
  [["table", "loss", "sigmoid"], ""],
  [["table", "loss", "sigmoid", "decision"], "sigmoid,loss,table,decision"],
];
for (const [shown, wanted] of TEXTS) {
  test(`an address says “${wanted}” of ${shown}`, () => {
    assert.equal(figuresText(lab(), shown, { x: [[1]], y: [1] }), wanted);
  });
}

test("a reader chooses among the figures that nothing else hides", () => {
  const offered = figuresOffered(lab({ hidden: ["loss"] }), { hide: "decision" });
  assert.deepEqual(
    offered.map(({ name }) => name),
    ["sigmoid", "table", "history"],
  );
});
