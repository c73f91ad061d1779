// The script for the page around makes only its own frames as high as they ask for.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

const SCRIPT = readFileSync(join(import.meta.dirname, "../../../assets/host.js"), "utf8");
const COURSE = "https://course.example";
const LAB = "https://lab.example";

/**
 * A course page that has run the script, with one frame.
 * @param {{ src?: string, sandbox?: string[] }} [given]
 */
function openCourse({ src = `${LAB}/?embed=1`, sandbox = [] } = {}) {
  /** @type {unknown[]} */
  const asked = [];
  const inside = { postMessage: (/** @type {unknown} */ message) => asked.push(message) };
  const frame = {
    ...{ src, contentWindow: inside, style: { height: "" } },
    sandbox: {
      length: sandbox.length,
      contains: (/** @type {string} */ word) => sandbox.includes(word),
    },
  };
  /** @type {(message: object) => void} */
  let hear = () => {};
  runInNewContext(SCRIPT, {
    ...{ URL, location: { href: `${COURSE}/week-1.html` } },
    document: { querySelectorAll: () => [frame] },
    addEventListener: (/** @type {string} */ _, /** @type {typeof hear} */ heard) => {
      hear = heard;
    },
  });
  return { asked, frame, inside, hear: (/** @type {object} */ message) => hear(message) };
}

const told = (/** @type {unknown} */ height) => ({ type: "logreg-explorable.height", height });

test("a frame that was there first is asked for its height", () => {
  assert.deepEqual(JSON.stringify(openCourse().asked), '[{"type":"logreg-explorable.ask"}]');
});

/** @type {[number, string][]} */
const HEIGHTS = [
  [640.2, "641px"],
  [-5, "100px"],
  [1e9, "10000px"],
];
for (const [height, expected] of HEIGHTS) {
  test(`a frame that asks for ${height} pixels is ${expected} high`, () => {
    const { frame, inside, hear } = openCourse();
    hear({ source: inside, origin: LAB, data: told(height) });
    assert.equal(frame.style.height, expected);
  });
}

/** @type {[string, { src?: string, sandbox?: string[] }, string, boolean][]} */
const ORIGINS = [
  ["a frame of the lab", {}, LAB, true],
  ["a frame that has gone elsewhere", {}, "https://other.example", false],
  ["a file beside the page", { src: "lab.html" }, COURSE, true],
  ["a file in a sandbox", { src: "lab.html", sandbox: ["allow-scripts"] }, "null", true],
  ["a frame in a sandbox that claims an origin", { sandbox: ["allow-scripts"] }, LAB, false],
  [
    "a frame in a sandbox with its own origin",
    { sandbox: ["allow-scripts", "allow-same-origin"] },
    LAB,
    true,
  ],
];
for (const [name, given, origin, isHeard] of ORIGINS) {
  test(`${name} is ${isHeard ? "heard" : "not heard"}`, () => {
    const { frame, inside, hear } = openCourse(given);
    hear({ source: inside, origin, data: told(500) });
    assert.equal(frame.style.height, isHeard ? "500px" : "");
  });
}

/** @type {[string, unknown][]} */
const MESSAGES = [
  ["nothing", null],
  ["a text", "logreg-explorable.height"],
  ["another type", { type: "other", height: 500 }],
  ["a height in words", told("500px")],
  ["a height without end", told(Number.POSITIVE_INFINITY)],
  ["no height", told(undefined)],
];
for (const [name, data] of MESSAGES) {
  test(`a message with ${name} changes nothing`, () => {
    const { frame, inside, hear } = openCourse();
    hear({ source: inside, origin: LAB, data });
    assert.equal(frame.style.height, "");
  });
}

test("a message of another window changes nothing", () => {
  const { frame, hear } = openCourse();
  hear({ source: {}, origin: LAB, data: told(500) });
  assert.equal(frame.style.height, "");
});
