// What whoever shares the page chooses, and the address that says so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { choiceOf, choose, has, viewSettings } from "../../../assets/script/share/choice.js";
import { figuresOf, partsOf } from "../../../assets/script/share/offer.js";
import { NOW, pageWith } from "./pages.js";

const ONE = { ...NOW.block, features: ["a"], x: [[1]] };
const LESSON = { number: "03", title: "Why", steps: [], terms: {} };

/**
 * The address of a choice that is changed by hand.
 * @param {Page} page
 * @param {Record<string, string>} asked
 * @param {(choice: import("../../../assets/script/share/choice.js").Choice) => void} [change]
 */
function addressOf(page, asked, change) {
  const choice = choiceOf(page, asked);
  change?.(choice);
  return viewSettings(page, asked, choice, { embed: false, block: ONE });
}

/** @param {Page} page @param {Record<string, string>} [asked] */
function partNames(page, asked = {}) {
  return partsOf(page, choiceOf(page, asked), NOW).map(({ name }) => name);
}

// ---- the address --------------------------------------------------------------------------------
test("a page as it opens has nothing of its view in the address", () => {
  assert.deepEqual(addressOf(pageWith(), {}), {});
});

/** @type {[string, Record<string, string>][]} */
const SAME = [
  ["figures", { figures: "sigmoid,loss" }],
  ["hidden and locked parts", { hide: "formula,w0", lock: "w,reset" }],
  ["colours", { theme: "dark" }],
  ["a lesson", { lesson: "03" }],
];
for (const [name, asked] of SAME) {
  test(`an address that asks for ${name} is given again`, () => {
    assert.deepEqual(addressOf(pageWith(), asked), asked);
  });
}

test("the figures that the page shows anyway leave the address short, in any order", () => {
  assert.deepEqual(addressOf(pageWith(), { figures: "table,loss" }), {});
});

test("figures stand in the order of the page", () => {
  const { figures } = addressOf(pageWith(), {}, ({ shown }) => {
    shown.delete("table");
    shown.add("sigmoid");
  });
  assert.equal(figures, "sigmoid,loss");
});

test("an address names no figure that cannot show the data set", () => {
  const [page, asked] = [pageWith(), { figures: "sigmoid,loss" }];
  const { figures } = viewSettings(page, asked, choiceOf(page, asked), {
    embed: false,
    block: NOW.block,
  });
  assert.equal(figures, "loss"); // sigmoid shows one feature, and there are two
});

test("an embedded page says so", () => {
  const [page, asked] = [pageWith(), {}];
  assert.deepEqual(viewSettings(page, asked, choiceOf(page, asked), { embed: true, block: ONE }), {
    embed: "1",
  });
});

/** @type {[string, boolean, Partial<Page["view"]>, Record<string, string>][]} */
const THEMES = [
  ["a server's page is light or dark by itself", true, {}, {}],
  ["a file has its own colours", false, { theme: "dark" }, {}],
];
for (const [name, server, view, expected] of THEMES) {
  test(`colours: ${name}`, () => {
    assert.deepEqual(addressOf(pageWith(view, { server }), {}), expected);
  });
}

test("a file that is dark by itself can be shared light", () => {
  const page = pageWith({ theme: "dark" }, { server: false });
  const light = addressOf(page, {}, (choice) => {
    choice.theme = "light";
  });
  assert.deepEqual(light, { theme: "light" });
});

// ---- hiding and locking -------------------------------------------------------------------------
/** @type {[string[], string, boolean][]} */
const HAS = [
  [["w"], "w0", true],
  [["w"], "w2", true],
  [["w0"], "w0", true],
  [["w0"], "w1", false],
  [["w"], "threshold", false],
  [["x"], "x", true],
];
for (const [all, name, expected] of HAS) {
  test(`${all} ${expected ? "names" : "does not name"} ${name}`, () => {
    assert.equal(has(new Set(all), name), expected);
  });
}

/** @type {[string, string[], string, boolean, string[]][]} */
const CHOSEN = [
  ["a part is put in", [], "formula", true, ["formula"]],
  ["a part is taken out", ["formula", "w0"], "formula", false, ["w0"]],
  ["a weight is taken out of all weights", ["w"], "w1", false, ["w0", "w2"]],
  ["a weight is put to all weights", ["w", "reset"], "w1", true, ["reset", "w0", "w1", "w2"]],
  ["another part leaves all weights", ["w"], "reset", true, ["w", "reset"]],
];
for (const [name, all, part, isIn, expected] of CHOSEN) {
  test(`choosing: ${name}`, () => {
    const chosen = new Set(all);
    choose(chosen, part, isIn, NOW);
    assert.deepEqual([...chosen], expected);
  });
}

// ---- what is fixed ------------------------------------------------------------------------------
/** @type {[string, Page, Record<string, string>, string[]][]} */
const FIXED = [
  [
    "a server that does what the address asks for",
    pageWith({ locked: ["w0"] }),
    { lock: "w0" },
    [],
  ],
  [
    "a lesson that locks more than the address asks for",
    pageWith({ locked: ["w0", "w1"] }, { lesson: LESSON }),
    { lock: "w0" },
    ["w1"],
  ],
  [
    "a lesson that locks what the address asks for too",
    pageWith({ locked: ["w0", "w0"] }, { lesson: LESSON }),
    { lock: "w0" },
    ["w0"],
  ],
  [
    "a file, whatever its address asks for",
    pageWith({ locked: ["w0"] }, { server: false }),
    {},
    ["w0"],
  ],
  [
    "a file whose address asks for the same",
    pageWith({ locked: ["w0"] }, { server: false }),
    { lock: "w0" },
    ["w0"],
  ],
];
for (const [name, page, asked, locked] of FIXED) {
  test(`fixed by ${name}: ${locked.join() || "nothing"}`, () => {
    assert.deepEqual([...choiceOf(page, asked).fixed.locked], locked);
  });
}

/** @type {[string, string[]][]} */
const OUT_OF_CHOICE = [
  ["w0", ["w0"]],
  ["w", ["w0", "w1", "w2"]],
  ["formula", ["formula"]],
];
for (const [name, gone] of OUT_OF_CHOICE) {
  test(`where a file hides ${name} by itself, ${gone} cannot be brought back`, () => {
    const whole = partNames(pageWith({}, { server: false }));
    const rest = partNames(pageWith({ hidden: [name] }, { server: false }));
    assert.deepEqual(
      rest,
      whole.filter((part) => !gone.includes(part)),
    );
    assert.ok(gone.every((part) => whole.includes(part)));
  });
}

test("what the address hides can be brought back", () => {
  assert.ok(partNames(pageWith({ hidden: ["w0"] }), { hide: "w0" }).includes("w0"));
});

// ---- what there is to choose from ---------------------------------------------------------------
test("figures that cannot show the data set, or that the page hides by itself, are not offered", () => {
  const page = pageWith({ hidden: ["table"] });
  const found = figuresOf(page, choiceOf(page, {}), NOW.block).map(({ name }) => name);
  assert.deepEqual(found, ["loss", "history"]); // sigmoid shows one feature, and there are two
});

test("the free lab offers the controls of the chosen figures", () => {
  assert.equal(partNames(pageWith()).includes("steps"), false);
  assert.equal(partNames(pageWith(), { figures: "history" }).includes("steps"), true);
});

test("a lesson offers the controls that it has, and undo", () => {
  const page = pageWith({ controls: ["w", "steps"] }, { lesson: LESSON });
  // without best weights nothing says where they are
  const texts = ["formula", "readouts", "status"];
  assert.deepEqual(partNames(page, { figures: "loss" }), [
    "w0",
    "w1",
    "w2",
    "steps",
    "undo",
    ...texts,
  ]);
});

test("controls have labels and can be locked, texts cannot", () => {
  const page = pageWith();
  const parts = new Map(partsOf(page, choiceOf(page, {}), NOW).map((part) => [part.name, part]));
  assert.deepEqual(parts.get("w1"), { name: "w1", label: "Label of w1", lockable: true });
  assert.deepEqual(parts.get("fit"), { name: "fit", label: "Best weights", lockable: true });
  assert.deepEqual(parts.get("formula"), { name: "formula", label: "Formula", lockable: false });
});
