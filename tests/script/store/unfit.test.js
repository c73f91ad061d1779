// What stands in the place of a figure that cannot show the data set.
import assert from "node:assert/strict";
import { test } from "node:test";
import { opened } from "./made.js";

test("a figure that was asked for says what it shows and which data set it could show", () => {
  const { store } = opened();
  assert.equal(
    store.instead("plane"),
    "This figure shows two features; “Loan default by income” has one. Choose a data set with two features, such as “Too cold or too warm”.",
  );
  assert.equal(store.instead("sigmoid"), "");
  store.openDataset("two-clouds");
  assert.equal(store.instead("plane"), "");
  assert.match(store.instead("sigmoid"), /one feature; “Two clouds” has two\. .*“Loan default/);
});

test("a figure that nobody asked for stays away in silence", () => {
  const { store } = opened();
  store.view = { ...store.view, asks: () => false };
  assert.equal(store.instead("plane"), "");
});

test("the free lab of a server can open a figure for the data set where it has none", () => {
  const { store } = opened();
  assert.equal(store.another(), undefined);
  store.figures = store.figures.filter(({ name }) => name !== "plane");
  assert.equal(store.another(), undefined);
  store.openDataset("two-clouds");
  assert.equal(store.another()?.name, "plane");
  store.page.lesson = { number: "01", title: "", steps: [], terms: {} };
  assert.equal(store.another(), undefined);
});

test("a figure of the chosen sample says so where none is chosen, and reads nothing then", () => {
  const { store } = opened();
  const [figure] = store.figures.filter(({ name }) => name === "gradient");
  store.figures = [{ ...figure, name: "one", of_sample: true }];
  assert.deepEqual([store.instead("one"), store.tables().includes("gradient")], ["", true]);
  store.select(null);
  assert.match(store.instead("one"), /^No sample is chosen\./);
  assert.equal(store.tables().includes("gradient"), false);
});
