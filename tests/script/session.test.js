// Turns of questions and answers over a websocket and plain requests that are made up.
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, mock, test } from "node:test";
import { Session } from "../../assets/script/session.js";
import { unpacked } from "../../assets/script/unpacked.js";

/** @typedef {Parameters<import("../../assets/script/connection.js").Connect>[1]} Hear */

describe("a session", () => {
  beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
  afterEach(() => mock.timers.reset());

  /** A session, what it has told and sent, and the other end of its two ways. */
  function made() {
    /** @type {any[]} */
    const told = [];
    /** @type {any[]} */
    const sent = []; // through the websocket
    /** @type {any[]} */
    const plain = []; // by plain requests
    /** @type {{ token: string, hear: Hear }[]} */
    const opened = [];
    /** @type {Pick<Hear, "answer" | "lost">[]} */
    const resorted = [];
    const session = new Session(
      "the token",
      {
        ready: () => told.push("ready"),
        answer: (answer) => told.push(answer),
        lost: () => told.push("lost"),
        back: () => told.push("back"),
      },
      {
        connect: (token, hear) => void opened.push({ token, hear }),
        plainly: (hear) => {
          resorted.push(hear);
          return (...question) => plain.push(question);
        },
      },
    );
    const [{ token, hear }] = opened;
    const ready = () => hear.ready((...question) => sent.push(question));
    const message = (/** @type {number} */ turn, more = {}) => ({
      turn,
      shapes: '{"summary":{"n":[]}}',
      numbers: floats(turn),
      ...more,
    });
    const answer = (/** @type {number} */ turn, more = {}) => hear.answer(message(turn, more));
    const answerPlainly = (/** @type {number} */ turn) => resorted[0].answer(message(turn));
    const failPlainly = () => resorted[0].lost();
    const ends = { ready, answer, lost: hear.lost, answerPlainly, failPlainly };
    return { session, told, sent, plain, token, ...ends };
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

  /** @type {[string, (made: ReturnType<typeof open>) => void][]} */
  const ENDS = [
    ["is lost", ({ lost }) => lost()],
    ["leaves a question without an answer", () => mock.timers.tick(1200)],
  ];
  for (const [name, end] of ENDS) {
    test(`a websocket that ${name} is replaced by plain requests, and nobody is told`, () => {
      const found = open();
      end(found);
      assert.deepEqual(found.told, ["ready", "ready"]);
      found.session.ask("w0=2", { tables: ["summary"] });
      assert.deepEqual(found.plain, [[2, "w0=2", ["summary"]]]);
      found.answerPlainly(2);
      mock.timers.tick(60_000);
      assert.deepEqual(found.told.slice(2), [
        { tables: { summary: { n: 2 } }, form: "", block: undefined, late: false },
      ]);
    });
  }

  /** A session that has asked its first question through the websocket. */
  function open() {
    const found = made();
    found.ready();
    found.session.ask("w0=1");
    return found;
  }

  test("a websocket that does not open is replaced, and not heard when it does", () => {
    const { session, told, ready, answer, sent, plain } = made();
    mock.timers.tick(4999);
    assert.deepEqual(told, []);
    mock.timers.tick(1);
    assert.deepEqual(told, ["ready"]);
    ready();
    answer(0);
    session.ask("w0=1");
    assert.deepEqual([told, sent, plain], [["ready"], [], [[1, "w0=1", []]]]);
  });

  test("a server that answers neither way is lost after little more than two seconds", () => {
    const { told, session } = open();
    mock.timers.tick(1200);
    session.ask("w0=1");
    mock.timers.tick(999);
    assert.deepEqual([told, session.isOpen], [["ready", "ready"], true]);
    mock.timers.tick(1);
    assert.deepEqual([told, session.isOpen], [["ready", "ready", "lost"], false]);
  });

  test("a server that refuses plain requests is lost at once, told once, and back with an answer", () => {
    const { told, session, lost, failPlainly, answerPlainly } = open();
    lost();
    failPlainly();
    failPlainly();
    mock.timers.tick(60_000);
    assert.deepEqual(told, ["ready", "ready", "lost"]);
    session.ask("w0=2");
    answerPlainly(2);
    assert.deepEqual([told[3], told.length, session.isOpen], ["back", 5, true]);
  });

  test("an answer to an older question shows that the server lives, but leaves one to wait for", () => {
    const { told, session, ready, answer } = made();
    ready();
    session.ask("w0=1");
    session.ask("w0=2");
    mock.timers.tick(1000);
    answer(1);
    mock.timers.tick(1000);
    assert.equal(told.length, 2);
    mock.timers.tick(1200);
    assert.deepEqual(told.slice(2), ["ready", "lost"]);
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
});
