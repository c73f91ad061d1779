// Copying a text, where the browser lets the page do it and where it does not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { copied } from "../../../assets/script/dom/clipboard.js";

/**
 * A browser that may refuse the clipboard and, after that, the command; what it did is noted.
 * @param {{ writes: boolean, copies: boolean }} allowed
 */
function browser({ writes, copies }) {
  /** @type {string[]} */
  const done = [];
  const writeText = (/** @type {string} */ text) => {
    if (!writes) return Promise.reject(new Error("NotAllowedError"));
    done.push(`wrote ${text}`);
    return Promise.resolve();
  };
  Object.defineProperty(globalThis, "navigator", {
    value: { clipboard: { writeText } },
    configurable: true,
  });
  const execCommand = (/** @type {string} */ name) => {
    done.push(name);
    return copies;
  };
  Object.assign(globalThis, { document: { execCommand } });
  const box = /** @type {HTMLTextAreaElement} */ (Object({ select: () => done.push("marked") }));
  return { done, box };
}

/** @type {[string, { writes: boolean, copies: boolean }, boolean, string[]][]} */
const CASES = [
  ["a page that may write", { writes: true, copies: true }, true, ["wrote hello"]],
  [
    "a page that may only copy what is marked",
    { writes: false, copies: true },
    true,
    ["marked", "copy"],
  ],
  ["a page that may do neither", { writes: false, copies: false }, false, ["marked", "copy"]],
];
for (const [name, allowed, isCopied, did] of CASES) {
  test(`${name} ${isCopied ? "copies" : "says so"}`, async () => {
    const { done, box } = browser(allowed);
    assert.equal(await copied("hello", box), isCopied);
    assert.deepEqual(done, did);
  });
}
