// The development tools are the same on every machine and on every day.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

/** @param {string} name */
const read = (name) => readFileSync(join(import.meta.dirname, "../..", name), "utf8");

for (const [name, version] of Object.entries(JSON.parse(read("package.json")).devDependencies)) {
  test(`package.json names one release of ${name}`, () => {
    assert.match(version, /^\d+\.\d+\.\d+$/);
  });
}

test("the lock fits every registry and names no host", () => {
  const lines = read("package-lock.json").split("\n");
  const found = lines.filter((line) => line.includes("://"));
  assert.deepEqual(
    found,
    [],
    "Remove the entries `resolved` and `funding` from package-lock.json.",
  );
});
