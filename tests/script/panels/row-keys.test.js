// How the keyboard goes through the rows of the table.
import assert from "node:assert/strict";
import { test } from "node:test";
import { entryRow, rowAfter } from "../../../assets/script/panels/row-keys.js";
import { firstShown } from "../../../assets/script/panels/window.js";

/** @type {[key: string, row: number, to: number | null | undefined][]} */
const WAYS = [
  ["ArrowDown", 0, 1],
  ["ArrowDown", 5, 5],
  ["ArrowUp", 5, 4],
  ["ArrowUp", 0, 0],
  ["Home", 3, 0],
  ["End", 3, 5],
  ["Enter", 3, 3],
  [" ", 3, 3],
  ["Escape", 3, null],
  ["a", 3, undefined],
  ["Tab", 3, undefined],
];

/** @type {[key: string, row: number, to: number][]} */
const FAR = [
  ["PageDown", 3, 53],
  ["PageDown", 220, 249],
  ["PageUp", 60, 10],
  ["PageUp", 3, 0],
  ["End", 3, 249],
];

for (const [key, row, to] of FAR) {
  test(`the key “${key}” leads from row ${row} of 250 to ${to}`, () => {
    assert.equal(rowAfter(key, row, 249), to);
  });
}

/** @type {[chosen: number, total: number, first: number][]} */
const WINDOWS = [
  [-1, 6, 0],
  [5, 6, 0],
  [-1, 250, 0],
  [49, 250, 0],
  [50, 250, 50],
  [249, 250, 200],
  [250, 251, 201],
  [119, 120, 70],
];

for (const [chosen, total, first] of WINDOWS) {
  test(`with row ${chosen} of ${total} chosen the table begins with row ${first}`, () => {
    assert.equal(firstShown(chosen, total), first);
  });
}

for (const [key, row, to] of WAYS) {
  test(`the key “${key}” leads from row ${row} of six to ${to}`, () => {
    assert.equal(rowAfter(key, row, 5), to);
  });
}

/** @type {[name: string, chosen: number, row: number][]} */
const ENTRIES = [
  ["the chosen row", 4, 4],
  ["the first row where none is chosen", -1, 0],
];

for (const [name, chosen, row] of ENTRIES) {
  test(`the Tab key leads to ${name}`, () => {
    assert.equal(entryRow(chosen), row);
  });
}
