// What a page asks of a server that is made up, and what it makes of the answers.
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, mock, test } from "node:test";
import { Asking } from "../../assets/script/asking.js";
import { opened } from "./store/made.js";

describe("what a page asks", () => {
  beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
  afterEach(() => mock.timers.reset());

  /** A page that asks, what it has told and asked, and the other end. */
  function made() {
    const { store } = opened();
    /** @type {string[]} */
    const told = [];
    /** @type {[query: string, wanted: { tables?: string[] }][]} */
    const asked = [];
    const asking = new Asking(store, {
      kept: (why) => told.push(why),
      lost: () => told.push("lost"),
      back: () => told.push("back"),
    });
    store.on("missing", (name) => asking.fetch(name));
    const session = {
      turn: 0,
      settled: 0,
      isOpen: true,
      ask: (/** @type {any} */ ...question) => asked.push(question),
    };
    /** @type {import("../../assets/script/session.js").Hear} */
    let end = /** @type {any} */ (null);
    const begin = (/** @type {string} */ _, /** @type {typeof end} */ hear) => {
      end = hear;
      return /** @type {any} */ (session);
    };
    const answer = (more = {}) => end.answer({ tables: {}, form: "", late: false, ...more });
    const start = () => asking.start("the token", begin);
    return { store, asking, told, asked, session, start, answer, end: () => end };
  }

  /** @param {string} name */
  const blockOf = (name) => /** @type {Block} */ ({ ...made().store.block, name });
  const KEPT = /^The data set stays as it is/;

  test("a page without a server asks nothing and has nothing to wait for", () => {
    const { asking, told } = made();
    asking.question();
    assert.deepEqual([asking.turn, asking.isSettled, told], [0, true, []]);
  });

  test("the scene is asked for as soon as the server is there", () => {
    const { store, start, asked, end } = made();
    start();
    assert.deepEqual(asked, []);
    end().ready();
    assert.deepEqual(asked, [["dataset=loans", store.wanted()]]);
  });

  test("the reader's own data are never told", () => {
    const { store, start, asked, end } = made();
    start();
    store.scene = { ...store.scene, own: /** @type {any} */ ({}) };
    end().ready();
    assert.deepEqual(asked, []);
  });

  test("an answer is taken unless the hand has moved on or another question was asked", () => {
    const { store, start, answer } = made();
    start();
    const take = mock.method(store, "take", () => {});
    answer({ late: true });
    store.set({ w1: -0.1 });
    answer();
    assert.equal(take.mock.callCount(), 0);
    store.rest();
    answer({ form: "00" });
    assert.deepEqual(take.mock.calls[0].arguments, [{}, "00"]);
  });

  test("a missing data set is asked for, awaited and opened", () => {
    const { store, asking, start, asked, answer } = made();
    start();
    store.openDataset("mine");
    assert.deepEqual(asked, [["dataset=mine", { tables: ["block"] }]]);
    assert.equal(asking.awaited, "mine");
    answer({ block: blockOf("mine") });
    assert.deepEqual([store.block.name, asking.awaited], ["mine", null]);
  });

  test("a data set that comes after another was opened is kept and not opened", () => {
    const { store, asking, start, answer } = made();
    start();
    store.openDataset("mine");
    store.openDataset("overlap");
    assert.equal(asking.awaited, null);
    answer({ block: blockOf("mine") });
    assert.equal(store.block.name, "overlap");
    store.openDataset("mine");
    assert.equal(store.block.name, "mine");
  });

  test("a data set that cannot be had leaves the one that stands, with a sentence", () => {
    const { store, session, start, told, answer, end } = made();
    store.openDataset("mine"); // no session yet
    start();
    session.isOpen = false;
    store.openDataset("mine");
    session.isOpen = true;
    store.openDataset("mine");
    answer(); // too busy to bring it
    store.openDataset("mine");
    end().lost();
    assert.equal(told.length, 5);
    for (const why of told.slice(0, 4)) assert.match(why, KEPT);
    assert.equal(told[4], "lost");
    assert.equal(store.block.name, "loans");
  });
});
