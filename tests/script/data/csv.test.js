// Own data as CSV text, and as the text of an address.
import assert from "node:assert/strict";
import { test } from "node:test";
import { csvOf } from "../../../assets/script/data/csv.js";
import {
  LinkError,
  ownOf,
  plainText,
  shortPlainText,
  shortText,
} from "../../../assets/script/data/link.js";
import { read, SQUARE } from "./samples.js";

const HOURS = read("hours,passed\n0.1,no\n1e-9,yes\n-0,yes", { name: "" });

test("a label that says what it means is written as it was", () => {
  assert.equal(csvOf(HOURS), "hours,passed\n0.1,no\n1e-9,yes\n-0,yes\n");
});

test("classes with names of their own are told in comments", () => {
  const [text] = [csvOf(SQUARE) ?? ""];
  assert.match(text, /^# title: A square\n# unit: ; m\n# positive: in\n# negative: out\na,b,y\n/);
});

/** @type {[what: string, changes: Partial<Own>][]} */
const ODD = [
  ["features that are called as a label is", { features: ["y", "class"] }],
  ["features that share a name", { features: ["a", "a"] }],
  ["a feature that is called 5", { features: ["a", "5"] }],
  ["a name with a comma, a quote and a semicolon", { features: ['a, "b"; c', "d"] }],
  ["a positive class that is called 0", { positive: "0", negative: "1" }],
  ["a class that means the other value", { positive: "y = 0", negative: "y = 1" }],
  [
    "weights to open with, names and a source",
    { opening: [1, -2.5, 0], named: ["p"], source: "S" },
  ],
];
for (const [what, changes] of ODD) {
  test(`${what} come back from the text`, () => {
    const own = { ...SQUARE, ...changes };
    const back = read(csvOf(own) ?? "", { name: "" });
    assert.deepEqual({ ...back, ...own }, back);
  });
}

test("data of one class have no text, since no file may have them", () => {
  assert.equal(csvOf({ ...SQUARE, y: [1, 1, 1, 1] }), null);
});

// ---- the text of an address ---------------------------------------------------------------------
test("a short address is the table with semicolons between its rows", () => {
  assert.equal(plainText(HOURS), "hours,passed;0.1,no;1e-9,yes;-0,yes");
});

for (const own of [HOURS, read("x,y\n1,0\n2,1", { name: "" })]) {
  test(`the data ${own.features} of an address come back, compressed or not`, async () => {
    const [plain, short] = [plainText(own) ?? "", (await shortText(own)) ?? ""];
    assert.ok(encodeURIComponent(short).length <= encodeURIComponent(plain).length);
    assert.deepEqual(await ownOf(short), own);
    assert.deepEqual(await ownOf(plain), own);
  });
}

test("many rows are compressed, and too many have no text", async () => {
  const rows = (/** @type {number} */ n) =>
    read(`# title: T\nx,y\n${Array.from({ length: n }, (_, i) => `${i},${i % 2}`).join("\n")}`);
  assert.equal(shortPlainText(rows(500)), null);
  const text = (await shortText(rows(500))) ?? "";
  assert.match(text, /^[\w-]{100,2000}$/);
  assert.deepEqual(await ownOf(text), rows(500));
  assert.equal(await shortText(rows(3000)), null);
});

for (const text of ["", "abc", "%", "a,b", "y8gvLSrWKUgsLk5NsTbUMz", "x,y;1,0;z,1"]) {
  test(`the text “${text}” of an address is refused`, async () => {
    await assert.rejects(ownOf(text), LinkError);
  });
}

test("a few characters that expand to a great many are refused", async () => {
  const stream = new Blob(["1,0\n".repeat(1_000_000)])
    .stream()
    .pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = Buffer.from(await new Response(stream).arrayBuffer());
  await assert.rejects(ownOf(bytes.toString("base64url")), /damaged/);
});
