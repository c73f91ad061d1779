// Answers that this browser keeps: as a text, and from a storage that is damaged, full or out of
// reach.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import {
  all,
  clear,
  put,
  reopen,
  rightAtFirst,
  standing,
  text,
  unsettled,
} from "../../../assets/script/lesson/answers.js";
import { useNoStorage, useStorage } from "./storage.js";

const KEY = "logreg-explorable/answers";
const GOOD = {
  entered: 0.25,
  right: true,
  at: "2031-05-06T07:08:09.000Z",
  asked: "1. How much?",
  shown: "0.25 nats",
};

const AGAIN = { ...GOOD, entered: 0.3, right: false, at: "2031-05-06T07:09:10.000Z", shown: "0.3" };
const KEPT = { attempts: [GOOD], again: false, tries: 1 };
/** One answer as an earlier version of the page kept it. */
const OLD = { ...KEPT, tries: 0 };

describe("answers that this browser keeps", () => {
  beforeEach(() => {
    useStorage();
    clear("01"); // ends what an earlier test kept in memory
  });

  test("an answer is kept as JSON under one key, and read again", () => {
    const texts = useStorage();
    put("01/q", GOOD, true);
    assert.deepEqual(JSON.parse(texts.get(KEY) ?? ""), { "01/q": KEPT });
    assert.deepEqual(all(), { "01/q": KEPT });
    assert.deepEqual(standing(all()["01/q"]), GOOD);
  });

  test("who tries again has no answer that stands until the next one, and every attempt is kept", () => {
    put("01/q", AGAIN, true);
    reopen("01/q");
    assert.equal(standing(all()["01/q"]), undefined);
    put("01/q", GOOD, true);
    assert.deepEqual(all(), { "01/q": { attempts: [AGAIN, GOOD], again: false, tries: 1 } });
    assert.deepEqual(standing(all()["01/q"]), GOOD);
  });

  test("only the first answer to each question of a lesson counts as a first try", () => {
    assert.equal(rightAtFirst("01"), 0);
    put("01/q", GOOD, true);
    reopen("01/q");
    put("01/q", AGAIN, true);
    put("01/late", AGAIN, false);
    put("01/late", GOOD, true);
    put("01/guess", { ...GOOD, right: null }, true);
    put("02/q", GOOD, true);
    assert.equal(rightAtFirst("01"), 1);
  });

  test("an answer that does not settle its question is not the one that stands", () => {
    put("01/q", AGAIN, false);
    assert.equal(standing(all()["01/q"]), undefined);
    assert.deepEqual(unsettled(all()["01/q"]), [AGAIN]);
    put("01/q", GOOD, true);
    assert.deepEqual(standing(all()["01/q"]), GOOD);
    assert.deepEqual(unsettled(all()["01/q"]), []);
    assert.deepEqual(all()["01/q"], { attempts: [AGAIN, GOOD], again: false, tries: 2 });
  });

  test("who tries again begins with no answer, and what was answered before stays", () => {
    put("01/q", AGAIN, false);
    put("01/q", AGAIN, true);
    reopen("01/q");
    assert.deepEqual(unsettled(all()["01/q"]), []);
    put("01/q", AGAIN, false);
    assert.deepEqual(unsettled(all()["01/q"]), [AGAIN]);
    assert.equal(all()["01/q"].attempts.length, 3);
  });

  for (const [tries, counted] of [
    [1, 1],
    [9, 2],
    [-1, 0],
    [0.5, 0],
    ["2", 0],
  ]) {
    test(`of two kept answers, ${tries} of an unsettled try count as ${counted}`, () => {
      useStorage({
        [KEY]: JSON.stringify({ "01/q": { attempts: [AGAIN, GOOD], again: true, tries } }),
      });
      assert.equal(unsettled(all()["01/q"]).length, counted);
    });
  }

  test("a question without an answer can be opened again, and nothing is kept for it", () => {
    reopen("01/q");
    assert.deepEqual(all(), {});
    assert.equal(standing(undefined), undefined);
  });

  test("the answers of one lesson are forgotten, and those of others stay", () => {
    for (const where of ["01/q", "01/r", "010/q", "02/q"]) put(where, GOOD, true);
    assert.equal(clear("01"), true);
    assert.deepEqual(Object.keys(all()), ["010/q", "02/q"]);
    assert.equal(clear("01"), false);
  });

  test("an answer of an earlier version of the page counts as the first attempt", () => {
    useStorage({ [KEY]: JSON.stringify({ "01/q": AGAIN }) });
    assert.deepEqual(standing(all()["01/q"]), AGAIN);
    put("01/q", GOOD, true);
    assert.deepEqual(all()["01/q"].attempts, [AGAIN, GOOD]);
  });

  // ---- the text -----------------------------------------------------------------------------------
  test("the text has the answers in the order of their lessons and names", () => {
    put("10/a", { ...GOOD, right: false, asked: "3. Which?", shown: "w grows." }, true);
    put("02/b", { ...GOOD, asked: "2. How many?" }, true);
    put("02/a", GOOD, true);
    assert.equal(
      text(),
      [
        "Lesson 02, question 1. How much?",
        "  0.25 nats: right (2031-05-06 07:08 UTC)",
        "Lesson 02, question 2. How many?",
        "  0.25 nats: right (2031-05-06 07:08 UTC)",
        "Lesson 10, question 3. Which?",
        "  w grows: wrong (2031-05-06 07:08 UTC)",
      ].join("\n"),
    );
  });

  test("the text has every attempt of a question below it", () => {
    put("01/q", AGAIN, true);
    reopen("01/q");
    put("01/q", GOOD, true);
    put("01/q", { ...GOOD, asked: "1. How many?" }, true);
    assert.equal(
      text(),
      [
        "Lesson 01, question 1. How much?",
        "  0.3: wrong (2031-05-06 07:09 UTC)",
        "  0.25 nats: right (2031-05-06 07:08 UTC)",
        "Lesson 01, question 1. How many?",
        "  0.25 nats: right (2031-05-06 07:08 UTC)",
      ].join("\n"),
    );
  });

  test("an answer that nothing judges has no verdict in the text", () => {
    put("01/q", { ...GOOD, right: null }, true);
    assert.match(text(), /\n {2}0\.25 nats \(2031-05-06 07:08 UTC\)$/);
  });

  test("without answers there is no text", () => {
    assert.equal(text(), "");
  });

  // ---- damaged storage ----------------------------------------------------------------------------
  for (const held of [
    "",
    "{",
    "null",
    "true",
    "7",
    "1e999",
    "\0",
    '"01/q"',
    "[]",
    "[[[[]]]]",
    `[${JSON.stringify(GOOD)}]`,
  ]) {
    test(`a storage that holds ${held || "an empty text"} holds no answers, and takes new ones`, () => {
      useStorage({ [KEY]: held });
      assert.deepEqual(all(), {});
      assert.equal(text(), "");
      put("01/q", GOOD, true);
      assert.deepEqual(all(), { "01/q": KEPT });
    });
  }

  /** @type {[string, unknown][]} */
  const WRONG = [
    ["null", null],
    ["a text", "right"],
    ["a list", [GOOD]],
    ["nothing in it", {}],
    ["no number and no key", { ...GOOD, entered: null }],
    ["a list entered", { ...GOOD, entered: ["a"] }],
    ["a verdict in words", { ...GOOD, right: "yes" }],
    ["a number for its time", { ...GOOD, at: 7 }],
    ["a time that is none", { ...GOOD, at: "yesterday" }],
    ["no question", { ...GOOD, asked: undefined }],
    ["a number for what was shown", { ...GOOD, shown: 7 }],
    ["no attempts", { attempts: [], again: true }],
    ["attempts that are none", { attempts: [null, {}], again: false }],
  ];
  for (const [name, entry] of WRONG) {
    test(`an entry with ${name} is left out, and the good one beside it stays`, () => {
      useStorage({ [KEY]: JSON.stringify({ "01/bad": entry, "01/q": GOOD }) });
      assert.deepEqual(all(), { "01/q": OLD });
      assert.match(text(), /^Lesson 01, question 1\. How much\?\n[^\n]*$/);
    });
  }

  for (const where of ["__proto__", "constructor", "toString", "q"]) {
    test(`an entry at ${where}, which is no place of a question, is left out`, () => {
      useStorage({ [KEY]: `{"${where}":${JSON.stringify(GOOD)},"01/q":${JSON.stringify(GOOD)}}` });
      assert.deepEqual(Object.entries(all()), [["01/q", OLD]]);
    });
  }

  // ---- a browser that keeps nothing ---------------------------------------------------------------
  test("where there is no storage answers stay in memory", () => {
    useNoStorage();
    assert.deepEqual(all(), {});
    put("01/q", GOOD, true);
    put("02/q", GOOD, true);
    clear("02");
    assert.deepEqual(all(), { "01/q": KEPT });
  });

  test("where the storage is full new answers stay in memory beside the old ones", () => {
    useStorage({ [KEY]: JSON.stringify({ "01/q": GOOD }) }, true);
    put("01/r", GOOD, true);
    assert.deepEqual(Object.keys(all()), ["01/q", "01/r"]);
  });
});
