// What a file offers before anything of it is chosen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sheet } from "../../../assets/script/data/sheet.js";
import { bytesOf } from "./samples.js";

const rows = Array.from({ length: 9 }, (_, i) => `n${i},${i},${i % 2 ? "Yes" : "no"},${i % 2}`);
const FILE = `# title: Grades\nwho,hours,passed,retake\n${rows.join("\n")}`;

test("a file shows its title and its columns", () => {
  const { title, columns } = sheet(bytesOf(FILE));
  assert.equal(title, "Grades");
  assert.deepEqual(
    columns.map(({ name, isNumeric }) => [name, isNumeric]),
    [
      ["who", false],
      ["hours", true],
      ["passed", false],
      ["retake", true],
    ],
  );
});

test("a column of two values offers them as classes, the usual positive one last", () => {
  const classes = sheet(bytesOf(FILE)).columns.map((column) => column.classes);
  assert.deepEqual(classes, [[], [], ["no", "Yes"], ["0", "1"]]);
});

test("a column of three or more values is offered no classes", () => {
  const { columns } = sheet(bytesOf("x,y\n1,0\n2,1\n3,2"));
  assert.deepEqual(columns[1].classes, []);
});

const USUAL = [
  [FILE, ""], // two columns could be the label
  ["x,y\n1,0\n2,1", "y"],
  ["x,group\n1.5,a\n3,b", "group"],
];
for (const [text, label] of USUAL) {
  test(`the label is “${label}”`, () => {
    assert.equal(sheet(bytesOf(text)).label, label);
  });
}

test("a column that is meant as numbers says why it cannot be a feature", () => {
  const { columns } = sheet(bytesOf("x,share,y\n1,5%,0\n2,7%,1"));
  assert.equal(columns[0].problem, "");
  assert.match(columns[1].problem, /^Line 2: "5%" in column "share" is not a number/);
});

test("a file that no mapping makes usable is refused", () => {
  assert.throws(() => sheet(bytesOf("x,y\n1")), { code: "ragged" });
});
