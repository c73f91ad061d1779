// Plain requests to a server that is made up: their body, their answers, and when they come again.
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, mock, test } from "node:test";
import { decoded, pause, plainly } from "../../assets/script/plain.js";

/** @typedef {{ body: string, answer: (response: Response) => void, fail: () => void }} Asked */

/** @type {Asked[]} */
let asked = [];
/** @type {any[]} */
let told = [];

describe("plain requests", () => {
  beforeEach(() => {
    asked = [];
    told = [];
    mock.timers.enable({ apis: ["setTimeout"] });
    mock.method(Math, "random", () => 1);
    mock.method(globalThis, "fetch", (/** @type {string} */ url, /** @type {any} */ given) => {
      assert.deepEqual([url, given.method], ["question", "POST"]);
      return new Promise((answer, reject) => {
        const fail = () => reject(new TypeError("Failed to fetch"));
        given.signal.addEventListener("abort", fail);
        asked.push({ body: given.body, answer, fail });
      });
    });
  });

  afterEach(() => {
    mock.timers.reset();
    mock.restoreAll();
  });

  const hear = {
    answer: (/** @type {any} */ message) => told.push(message.turn),
    lost: () => told.push("lost"),
  };

  /** Lets everything go on that waits for no clock. */
  const settle = () => new Promise(setImmediate);

  /** @param {number} ms */
  async function tick(ms) {
    mock.timers.tick(ms);
    await settle();
  }

  const HEAD = '{"shapes":"{}"}\n';
  const good = () => new Response(HEAD);

  test("a question is written letter for letter as the gate reads it", () => {
    plainly(hear)(1, "dataset=loans&w1=-0.1", ["samples", "summary"]);
    assert.equal(asked[0].body, '{"scene":"dataset=loans&w1=-0.1","tables":"samples,summary"}');
  });

  test("an answer is a line of JSON and numbers", () => {
    const numbers = new Float64Array([10, -0.5]); // 10 is a line break in no place but the first
    const line = new TextEncoder().encode('{"shapes":"{}","block":"é"}\n');
    const bytes = new Uint8Array([...line, ...new Uint8Array(numbers.buffer)]);
    const found = decoded(bytes);
    assert.deepEqual([found.shapes, found.block], ["{}", "é"]);
    assert.deepEqual(new Float64Array(found.numbers), numbers);
  });

  test("one question is asked at a time, and the newest replaces the one that waits", async () => {
    const send = plainly(hear);
    for (const turn of [1, 2, 3]) send(turn, `w0=${turn}`, []);
    assert.equal(asked.length, 1);
    asked[0].answer(good());
    await settle();
    asked[1].answer(good());
    await settle();
    assert.deepEqual([told, asked.length], [[1, 3], 2]);
    send(4, "w0=4", []);
    assert.equal(asked.length, 3);
  });

  test("what fails is asked again after growing pauses, in the newest words", async () => {
    const send = plainly(hear);
    send(1, "w0=1", []);
    asked[0].fail();
    await settle();
    await tick(499);
    assert.deepEqual([told, asked.length], [["lost"], 1]);
    await tick(1); // the pause is over
    asked[1].fail();
    await settle();
    send(2, "w0=2", []);
    await tick(999);
    assert.equal(asked.length, 2);
    await tick(1);
    assert.match(asked[2].body, /w0=2/);
    asked[2].answer(good());
    await settle();
    assert.deepEqual(told, ["lost", "lost", 2]);
  });

  /** @type {[string, Response][]} */
  const FAILURES = [
    ["a server's error", new Response("", { status: 503 })],
    ["a page of somebody else", new Response("<!DOCTYPE html>\nSign in to this network")],
    ["half a line", new Response('{"shapes"')],
  ];
  for (const [name, response] of FAILURES) {
    test(`${name} counts as lost and is asked again`, async () => {
      plainly(hear)(1, "w0=1", []);
      asked[0].answer(response);
      await settle();
      await tick(500);
      assert.deepEqual([told, asked.length], [["lost"], 2]);
    });
  }

  test("a question that the server refuses is not asked again, but the next one is", async () => {
    const send = plainly(hear);
    send(1, "w0=1", []);
    asked[0].answer(new Response("", { status: 403 }));
    await settle();
    await tick(60_000);
    assert.deepEqual([told, asked.length], [["lost"], 1]);
    send(2, "w0=2", []);
    assert.equal(asked.length, 2);
  });

  test("a request without a byte for four seconds is given up; one that goes on is not", async () => {
    plainly(hear)(1, "w0=1", []);
    await tick(3999);
    /** @type {ReadableStreamDefaultController} */
    let line = /** @type {any} */ (null);
    const body = new ReadableStream({
      start: (controller) => {
        line = controller;
      },
    });
    asked[0].answer(new Response(body));
    await settle();
    for (const letter of HEAD) {
      line.enqueue(new TextEncoder().encode(letter));
      await tick(3999);
    }
    line.close();
    await settle();
    assert.deepEqual(told, [1]);
  });

  test("silence from the beginning is a failure", async () => {
    plainly(hear)(1, "w0=1", []);
    await tick(4000);
    assert.deepEqual(told, ["lost"]);
  });

  /** @type {[failures: number, random: number, wanted: number][]} */
  const PAUSES = [
    [0, 0, 250],
    [0, 1, 500],
    [1, 1, 1000],
    [3, 0, 2000],
    [4, 1, 5000],
    [2000, 0, 2500],
  ];
  for (const [failures, random, wanted] of PAUSES) {
    test(`after failure ${failures} and the chance ${random} the pause is ${wanted} ms`, () => {
      assert.equal(
        pause(failures, () => random),
        wanted,
      );
    });
  }

  /**
   * When a reader who lost the server at 0 finds it, if it is back at a time.
   * @param {number} back in ms
   * @param {() => number} random
   */
  function found(back, random) {
    let at = 0;
    for (let failures = 0; at < back; failures++) at += pause(failures, random);
    return at;
  }

  test("three hundred readers who lost the server together do not come back together", () => {
    let seed = 1;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647; // Lehmer's generator
      return seed / 2_147_483_647;
    };
    const times = Array.from({ length: 300 }, () => found(60_000, random));
    const counts = times.map((time) => times.filter((t) => t >= time && t < time + 100).length);
    assert.ok(Math.max(...counts) <= 30, `${Math.max(...counts)} within a tenth of a second`);
    assert.ok(Math.max(...times) <= 65_000);
  });
});
