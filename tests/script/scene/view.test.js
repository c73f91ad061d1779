import assert from "node:assert/strict";
import { test } from "node:test";
import { viewOf } from "../../../assets/script/scene/view.js";

const BASE = {
  asked: ["table"],
  controls: ["w", "threshold", "x"],
  hidden: ["title"],
  locked: ["threshold"],
  theme: "light",
  embed: false,
};
const SHOWN = ["sigmoid", "loss", "table"];

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
];
for (const [name, asked, part, wanted] of CASES) {
  test(`${part}: ${name} ${JSON.stringify(asked)}`, () => {
    const view = viewOf(BASE, asked, SHOWN);
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
    assert.deepEqual(["sigmoid", "loss", "table"].filter(viewOf(BASE, asked, SHOWN).asks), wanted);
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
    const view = viewOf(BASE, asked, SHOWN);
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
    assert.equal(viewOf({ ...BASE, embed: true }, asked, SHOWN).embed, wanted);
  });
}
