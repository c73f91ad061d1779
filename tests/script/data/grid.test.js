// Text as a table to edit, and back.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addRow,
  columnIn,
  gridOf,
  removeRow,
  rowIn,
  textOf,
} from "../../../assets/script/data/grid.js";

const TEXTS = [
  "x,y\n1,0\n2,1\n",
  '# title: A, b\n# unit: m\nx;y\n"1,5";0\n"2,5";1\n',
  'name,y\n"a, ""b""",0\n"c\td",1\n',
  "x,y\n\n1,0\n\n\n2,1\n",
  'x,name,y\n1,"two\nlines",0\n2,b,1\n',
];
for (const text of TEXTS) {
  test(`a table gives its text back: ${JSON.stringify(text)}`, () => {
    assert.equal(textOf(gridOf(text)), text);
  });
}

test("a changed cell, a new row and a removed row stand in the text", () => {
  const grid = gridOf("x,y\n1,0\n2,1\n");
  grid.rows[0][0] = "3";
  removeRow(grid, 1);
  addRow(grid);
  grid.rows[1][1] = "1,5";
  assert.equal(textOf(grid), 'x,y\n3,0\n,"1,5"\n');
});

test("rows are counted as the sentences about files count lines", () => {
  const grid = gridOf("# title: A\nx,y\n1,0\n2,1\n");
  assert.deepEqual(grid.lines, [3, 4]);
  assert.equal(rowIn(grid, "Line 4: that is wrong."), 1);
  assert.equal(rowIn(grid, "Line 9: that is wrong."), -1);
  assert.equal(rowIn(grid, "That is wrong."), -1);
  assert.equal(columnIn(grid, 'Line 4: no value in column "y"; fill it in.'), 1);
});

test("blank lines and values of several lines do not shift the row that a sentence is about", () => {
  const grid = gridOf('x,name,y\n\n1,"two\nlines",0\noops,b,1\n2,c,1\n');
  assert.deepEqual(grid.lines, [3, 5, 6]);
  assert.equal(rowIn(grid, 'Line 5: "oops" in column "x" is not a number.'), 1);
});

test("rows keep their lines when one is removed or added", () => {
  const grid = gridOf("x,y\n\n1,0\n\n2,1\n3,1\n");
  removeRow(grid, 0);
  addRow(grid);
  assert.deepEqual(grid.lines, [3, 4, 5]);
  assert.deepEqual(gridOf(textOf(grid)), grid);
});
