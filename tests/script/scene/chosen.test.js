// An address whose figures cannot show its data set.
import assert from "node:assert/strict";
import { test } from "node:test";
import { noneFits } from "../../../assets/script/scene/chosen.js";
import { SCHEMA } from "../schema.js";
import { ONE, TWO } from "./blocks.js";

const page = /** @type {any} */ ({
  blocks: [ONE, { ...TWO, title: "Two" }],
  scene: { dataset: "one" },
  schema: SCHEMA,
  catalogue: [
    { name: "curve", title: "A curve", features: [1] },
    { name: "line", title: "A line", features: [1] },
    { name: "table", title: "A table" },
  ],
});
const SAID = "No figure that was asked for can show “Two”: A curve, A line. Others stand below.";

/** @type {[figures: string, dataset: string, said: string][]} */
const CASES = [
  ["", "two", ""],
  ["nope", "two", ""],
  ["curve,line", "one", ""],
  ["curve,line", "nope", ""],
  ["curve,table", "two", ""],
  ["line,curve,nope", "two", SAID],
];
for (const [figures, dataset, said] of CASES) {
  test(`of “${figures}” ${said ? "none" : "something"} shows the data set ${dataset}`, () => {
    assert.equal(noneFits({ scene: { dataset }, view: { figures } }, page), said);
  });
}
