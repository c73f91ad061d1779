// Own data in the storage of a tab, which anybody may have damaged.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { draft, keep } from "../../../assets/script/data/keep.js";
import { SQUARE } from "./samples.js";

const KEY = "logreg-explorable/own/lab.html";
/** @type {Map<string, string>} */
const texts = new Map();

/** @param {(key: string, text: string) => void} setItem */
function useStorage(setItem) {
  const getItem = (/** @type {string} */ key) => texts.get(key) ?? null;
  const value = { getItem, setItem };
  Object.defineProperty(globalThis, "sessionStorage", { value, configurable: true });
}

describe("data that this browser keeps", () => {
  beforeEach(() => {
    texts.clear();
    useStorage((key, text) => texts.set(key, text));
    Object.defineProperty(globalThis, "location", {
      value: { pathname: "/lab.html" },
      configurable: true,
    });
  });

  test("data that are kept come back, and only on the same page", () => {
    assert.equal(keep(SQUARE), true);
    assert.deepEqual(draft(), SQUARE);
    location.pathname = "/other.html";
    assert.equal(draft(), null);
  });

  test("a storage that is full keeps nothing and says so", () => {
    useStorage(() => {
      throw new Error("QuotaExceededError");
    });
    assert.equal(keep(SQUARE), false);
    assert.equal(draft(), null);
  });

  /** @type {[what: string, text: string][]} */
  const DAMAGED = [
    ["no JSON", "{"],
    ["nothing", "null"],
    ["a number", "0"],
    ["a text", '"text"'],
    ["a list", "[]"],
    ["a column that is too short", JSON.stringify({ ...SQUARE, x: [[0], [0, 1, 0, 1]] })],
    ["a value that is no number", JSON.stringify({ ...SQUARE, x: [["0", 0, 0, 0], SQUARE.x[1]] })],
    ["a label of 2", JSON.stringify({ ...SQUARE, y: [0, 1, 2, 1] })],
    ["no rows", JSON.stringify({ ...SQUARE, x: [[], []], y: [] })],
    ["a feature without a name", JSON.stringify({ ...SQUARE, features: ["a"] })],
    ["a unit that is no text", JSON.stringify({ ...SQUARE, units: ["", 7] })],
    ["no title", JSON.stringify({ ...SQUARE, title: undefined })],
    ["names that are no list", JSON.stringify({ ...SQUARE, named: 5 })],
    ["weights that are no numbers", JSON.stringify({ ...SQUARE, opening: ["1"] })],
  ];
  for (const [what, text] of DAMAGED) {
    test(`a storage with ${what} has no data`, () => {
      texts.set(KEY, text);
      assert.equal(draft(), null);
    });
  }
});
