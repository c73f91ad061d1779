// Text as a table to edit, and back.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addRow,
  columnIn,
  gridOf,
  lineOf,
  rowIn,
  textOf,
} from "../../../assets/script/data/grid.js";

const TEXTS = [
  "x,y\n1,0\n2,1\n",
  '# title: A, b\n# unit: m\nx;y\n"1,5";0\n"2,5";1\n',
  'name,y\n"a, ""b""",0\n"c\td",1\n',
];
for (const text of TEXTS) {
  test(`a table gives its text back: ${JSON.stringify(text)}`, () => {
    assert.equal(textOf(gridOf(text)), text);
  });
}

test("a changed cell, a new row and a removed row stand in the text", () => {
  const grid = gridOf("x,y\n1,0\n2,1\n");
  grid.rows[0][0] = "3";
  grid.rows.splice(1, 1);
  addRow(grid);
  grid.rows[1][1] = "1,5";
  assert.equal(textOf(grid), 'x,y\n3,0\n,"1,5"\n');
});

test("rows are counted as the sentences about files count lines", () => {
  const grid = gridOf("# title: A\nx,y\n1,0\n2,1\n");
  assert.equal(lineOf(grid, 0), 3);
  assert.equal(rowIn(grid, "Line 4: that is wrong."), 1);
  assert.equal(rowIn(grid, "Line 9: that is wrong."), -1);
  assert.equal(rowIn(grid, "That is wrong."), -1);
  assert.equal(columnIn(grid, 'Line 4: no value in column "y"; fill it in.'), 1);
});
