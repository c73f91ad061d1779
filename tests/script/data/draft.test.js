// What a reader enters and chooses: choices stay while the text has them, and refusals find their
// field.
import assert from "node:assert/strict";
import { test } from "node:test";
import { csvOf } from "../../../assets/script/data/csv.js";
import { Draft, fieldOf, usualFeatures } from "../../../assets/script/data/draft.js";
import { DataError } from "../../../assets/script/data/refusal.js";
import { sheet } from "../../../assets/script/data/sheet.js";

const ROWS = "hours,sleep,passed\n1,7,no\n2,5,yes\n3,8,no\n";

/** @param {string} text */
function begun(text) {
  const draft = new Draft();
  draft.begin(text, "marks");
  return draft;
}

/** @param {Draft} draft */
function refusal(draft) {
  try {
    draft.own();
  } catch (error) {
    if (error instanceof DataError) return [fieldOf(error), error.message];
    throw error;
  }
  return [];
}

test("rows become data under the name of their file", () => {
  const own = begun(ROWS).own();
  assert.deepEqual([own.title, own.features, own.y], ["marks", ["hours", "sleep"], [0, 1, 0]]);
});

test("the title in the text comes first, and follows it", () => {
  const draft = begun(`# title: Two nights\n${ROWS}`);
  assert.equal(draft.title, "Two nights");
  draft.take(ROWS);
  assert.equal(draft.title, "marks");
});

for (const [typed, title] of [
  ["My data ", "My data"],
  [" ", "Your data"],
]) {
  test(`blanks around the title “${typed}” cost no link`, () => {
    const own = Object.assign(begun(ROWS), { title: typed }).own();
    assert.equal(own.title, title);
    assert.match(csvOf(own) ?? "", new RegExp(`^# title: ${title}\n`));
  });
}

test("what was entered and chosen comes back from the text that is kept", () => {
  const draft = begun(ROWS);
  draft.title = "Nights";
  draft.positive = "no";
  draft.chooseFeature("sleep", false);
  const again = new Draft();
  again.restore(draft.kept);
  assert.deepEqual(again.own(), draft.own());
});

test("the other class can be the positive one", () => {
  const draft = begun(ROWS);
  draft.positive = "no";
  assert.deepEqual(draft.own().y, [1, 0, 1]);
});

test("choices stay while a value is typed", () => {
  const draft = begun(ROWS);
  draft.positive = "no";
  draft.chooseFeature("sleep", false);
  draft.take(ROWS.replace("3,8,no", "3,8,n"));
  assert.equal(refusal(draft)[0], "rows");
  draft.take(ROWS);
  assert.deepEqual([draft.features, draft.own().y], [["hours"], [1, 0, 1]]);
});

test("a text that is no table changes no choice", () => {
  const draft = begun(ROWS);
  draft.chooseFeature("hours", false);
  draft.take("1,2\n");
  assert.deepEqual(draft.features, ["sleep"]);
  assert.equal(refusal(draft)[0], "rows");
});

test("a column that becomes the label is no feature any more", () => {
  const draft = begun("a,b,y\n0,1,0\n1,2,1\n0,3,1\n");
  draft.chooseLabel("a");
  assert.deepEqual([draft.features, draft.positive], [["b"], "1"]);
});

test("features stand in the order of the columns", () => {
  const draft = begun(ROWS);
  draft.chooseFeature("hours", false);
  draft.chooseFeature("hours", true);
  assert.deepEqual(draft.features, ["hours", "sleep"]);
});

/** @type {[text: string, features: string[]][]} */
const USUAL = [
  ["a,b,y\n1,2,0\n3,4,1\n", ["a", "b"]],
  ["x,y,p,q,r,s\n1,0,1,1,1,1\n2,1,1,1,1,1\n", ["x"]],
  ["y,p,q,r,s,t\n0,1,1,1,1,1\n1,1,1,1,1,1\n", ["p"]],
  ["a,b,y\n1,2,0\nx,4,1\n", ["b"]],
  ["a,y\n1,0\nx,1\n", ["a"]],
];
for (const [text, features] of USUAL) {
  test(`the usual features of ${text.split("\n")[0]} are ${features}`, () => {
    assert.deepEqual(usualFeatures(sheet(new TextEncoder().encode(text)), "y"), features);
  });
}

/** @type {[text: string, change: (draft: Draft) => void, field: string, says: RegExp][]} */
const REFUSED = [
  [
    ROWS.replace("2,", "two,"),
    (draft) => draft.chooseFeature("hours", true),
    "rows",
    /^Line 3: "two"/,
  ],
  ["a,b\n1,5\n2,6\n3,7\n", () => {}, "label", /^No column can be the label/],
  ["# opening: 5e9 1\na,y\n1,0\n2,1\n", () => {}, "rows", /^An opening weight is beyond 1e\+09/],
  ["a,y\n1,0\n2,0\n", () => {}, "label", /^Every row has "0"/],
  ["a,b,c\n1,0,1\n2,1,0\n3,1,1\n", () => {}, "label", /^No label is chosen/],
  [ROWS, (draft) => Object.assign(draft, { features: [] }), "features", /^No feature is chosen/],
  ["", () => {}, "rows", /./],
];
for (const [text, change, field, says] of REFUSED) {
  test(`a refusal stands beside the ${field} for ${JSON.stringify(text)}`, () => {
    const draft = begun(text);
    change(draft);
    const [found, message] = refusal(draft);
    assert.equal(found, field);
    assert.match(message, says);
  });
}
