// Turns of questions and answers over a connection that is made up.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Session, unpacked } from "../../assets/script/session.js";

/** @typedef {Parameters<import("../../assets/script/connection.js").Connect>[1]} Hear */

/** A session, what it has told and sent, and the connection's end of it. */
function made() {
  /** @type {any[]} */
  const told = [];
  /** @type {any[]} */
  const sent = [];
  /** @type {{ token: string, hear: Hear }[]} */
  const opened = [];
  const session = new Session(
    "the token",
    {
      ready: () => told.push("ready"),
      answer: (answer) => told.push(answer),
      lost: () => told.push("lost"),
    },
    (token, hear) => opened.push({ token, hear }),
  );
  const [{ token, hear }] = opened;
  const ready = () => hear.ready((...question) => sent.push(question));
  const answer = (/** @type {number} */ turn, more = {}) =>
    hear.answer({ turn, shapes: '{"summary":{"n":[]}}', numbers: floats(turn), ...more });
  return { session, told, sent, token, ready, answer, lost: hear.lost };
}

/** @param {number[]} numbers */
const floats = (...numbers) => new Float64Array(numbers).buffer;

test("a session opens with its token, and is not open before the server is there", () => {
  const { session, told, token } = made();
  assert.equal(token, "the token");
  assert.deepEqual([session.isOpen, told], [false, []]);
});

test("nothing is asked before the connection is open", () => {
  const { session, sent } = made();
  session.ask("w0=1");
  assert.deepEqual([session.turn, sent], [0, []]);
});

test("an open session says that it is ready and numbers its questions", () => {
  const { session, told, sent, ready } = made();
  ready();
  assert.deepEqual([session.isOpen, told], [true, ["ready"]]);
  session.ask("w0=1", { form: "a", tables: ["samples", "summary"] });
  session.ask("w0=2");
  assert.deepEqual(sent, [
    [1, "w0=1", ["samples", "summary"]],
    [2, "w0=2", []],
  ]);
  assert.equal(session.turn, 2);
});

test("an answer brings its tables in the form that they were asked for", () => {
  const { session, told, ready, answer } = made();
  ready();
  session.ask("w0=1", { form: "a" });
  answer(1);
  const wanted = { tables: { summary: { n: 1 } }, form: "a", block: undefined, late: false };
  assert.deepEqual(told, ["ready", wanted]);
  assert.equal(session.settled, 1);
});

test("an answer is late if another question has been asked since", () => {
  const { session, told, ready, answer } = made();
  ready();
  session.ask("w0=1", { form: "a" });
  session.ask("w0=2", { form: "b" });
  answer(1);
  answer(2);
  const found = told.slice(1).map(({ form, late }) => [form, late]);
  assert.deepEqual(found, [
    ["a", true],
    ["b", false],
  ]);
  assert.equal(session.settled, 2);
});

test("a question that the server has skipped is forgotten", () => {
  const { session, told, ready, answer } = made();
  ready();
  for (const form of ["a", "b", "c"]) session.ask("w0=1", { form });
  answer(2);
  answer(1);
  answer(3);
  assert.deepEqual(
    told.slice(1).map(({ form }) => form),
    ["b", "", "c"],
  );
});

test("a data set comes as JSON", () => {
  const { session, told, ready, answer } = made();
  ready();
  session.ask("dataset=loans");
  answer(1, { block: '{"name":"loans"}' });
  assert.deepEqual(told[1].block, { name: "loans" });
});

test("nothing is asked after the connection is lost", () => {
  const { session, told, sent, ready, lost } = made();
  ready();
  lost();
  session.ask("w0=1");
  assert.deepEqual([session.isOpen, session.turn, sent], [false, 0, []]);
  assert.deepEqual(told, ["ready", "lost"]);
});

/** @type {[string, any, number[], any][]} */
const PACKED = [
  ["no tables", {}, [], {}],
  ["one number", { a: { b: [] } }, [7], { a: { b: 7 } }],
  ["a column", { a: { b: [3] } }, [1, 2, 3], { a: { b: [1, 2, 3] } }],
  ["an empty column", { a: { b: [0] } }, [], { a: { b: [] } }],
  ["no number", { a: { b: [2] } }, [NaN, -Infinity], { a: { b: [NaN, -Infinity] } }],
  ["words", { a: { b: { text: ["x", "y"] } } }, [], { a: { b: ["x", "y"] } }],
  ["one word", { a: { b: { text: "x" } } }, [], { a: { b: "x" } }],
  [
    "an image",
    { a: { b: [1, 2, 3] } },
    [1, 2, 3, 4, 5, 6],
    { a: { b: [{ flat: new Float64Array([1, 2, 3, 4, 5, 6]), shape: [2, 3] }] } },
  ],
  [
    "columns of several tables, in their order",
    { a: { b: [2], c: { text: ["x"] }, d: [] }, e: { f: [1, 1, 2], g: [1] } },
    [1, 2, 3, 4, 5, 6],
    {
      a: { b: [1, 2], c: ["x"], d: 3 },
      e: { f: [{ flat: new Float64Array([4, 5]), shape: [1, 2] }], g: [6] },
    },
  ],
];
for (const [name, shapes, numbers, wanted] of PACKED) {
  test(`an answer with ${name} is unpacked`, () => {
    const packed = { shapes: JSON.stringify(shapes), numbers: floats(...numbers) };
    assert.deepEqual(unpacked(packed), wanted);
  });
}
