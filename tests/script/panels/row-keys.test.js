// How the keyboard goes through the rows of the table.
import assert from "node:assert/strict";
import { test } from "node:test";
import { entryRow, rowAfter } from "../../../assets/script/panels/row-keys.js";

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

for (const [key, row, to] of WAYS) {
  test(`the key “${key}” leads from row ${row} of six to ${to}`, () => {
    assert.equal(rowAfter(key, row, 5), to);
  });
}

/** @type {[name: string, chosen: number, row: number][]} */
const ENTRIES = [
  ["the chosen row", 4, 4],
  ["the first row where none is chosen", -1, 0],
  ["the first row where the chosen one is further down than the table goes", 6, 0],
  ["the first row where the chosen sample has no row", 1.5, 0],
];

for (const [name, chosen, row] of ENTRIES) {
  test(`the Tab key leads to ${name}`, () => {
    assert.equal(entryRow(chosen, 6), row);
  });
}
