// Work that waits for the plots is done once; frames are counted by hand here.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { later, seldom } from "../../../assets/script/dom/later.js";

/** @type {(() => void)[]} */
let asked = [];
/** @type {(() => void)[]} */
let timers = [];

describe("work that waits", () => {
  beforeEach((context) => {
    asked = [];
    timers = [];
    Object.assign(globalThis, {
      requestAnimationFrame: (/** @type {() => void} */ work) => asked.push(work),
    });
    const { mock } = /** @type {import("node:test").TestContext} */ (context);
    mock.method(globalThis, "setTimeout", (/** @type {() => void} */ work) => timers.push(work));
  });

  /** @param {number} count */
  function frames(count) {
    for (let i = 0; i < count; i++) for (const work of asked.splice(0)) work();
    for (const work of timers.splice(0)) work();
  }

  test("the work is done after the third frame, once for all calls until then", () => {
    let done = 0;
    const work = later(() => {
      done += 1;
    });
    work();
    frames(2);
    work();
    assert.equal(done, 0);
    frames(1);
    assert.equal(done, 1);
    frames(5);
    assert.equal(done, 1);
  });

  test("a call after the work has it done again", () => {
    let done = 0;
    const work = later(() => {
      done += 1;
    });
    work();
    frames(3);
    work();
    frames(3);
    assert.equal(done, 2);
  });

  test("a call from within the work is not lost", () => {
    let done = 0;
    const work = later(() => {
      done += 1;
      if (done === 1) work();
    });
    work();
    frames(3);
    frames(3);
    assert.equal(done, 2);
  });

  test("two works wait side by side", () => {
    /** @type {string[]} */
    const done = [];
    const [first, second] = ["first", "second"].map((name) => later(() => void done.push(name)));
    second();
    first();
    frames(3);
    assert.deepEqual(done, ["second", "first"]);
  });

  test("what is to be done seldom is done once after the time, for all calls until then", () => {
    let done = 0;
    const work = seldom(() => {
      done += 1;
    }, 500);
    work();
    work();
    assert.deepEqual([done, timers.length], [0, 1]);
    frames(0);
    assert.equal(done, 1);
    work();
    assert.equal(timers.length, 1);
  });
});
