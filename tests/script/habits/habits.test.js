// Every module of the browser half keeps the rules of this folder.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { unreadable } from "./grammar.js";
import { circular, forbidden, LAYERS, part } from "./layers.js";
import { tooLong, tooWide } from "./length.js";
import { impure } from "./purity.js";

const SCRIPT = join(import.meta.dirname, "../../../assets/script");
const MODULES = new Map(
  globSync("**/*.js", { cwd: SCRIPT })
    .sort()
    .map((path) => [path, readFileSync(join(SCRIPT, path), "utf8")]),
);

for (const layer of Object.keys(LAYERS)) {
  test(`the row ${layer} of the table has a module`, () => {
    assert.ok(
      [...MODULES.keys()].some((path) => part(path) === layer),
      `${layer} is not there.`,
    );
  });
}

for (const [path, source] of MODULES) {
  test(`${path} imports what its part may import`, () => {
    assert.deepEqual(forbidden(path, source), []);
  });

  test(`${path} has only imports and exports that the joiner reads`, () => {
    assert.deepEqual(unreadable(path, source), []);
  });

  test(`${path} uses the page only if its part may`, () => {
    assert.deepEqual(impure(path, source), []);
  });

  test(`${path} has no function that is too long`, () => {
    assert.deepEqual(tooLong(path, source), []);
  });

  test(`${path} has no comment that is too wide`, () => {
    assert.deepEqual(tooWide(source), []);
  });
}

test("the Panel component has no comment that is too wide", () => {
  assert.deepEqual(tooWide(readFileSync(join(SCRIPT, "../component.js"), "utf8")), []);
});

test("no modules import each other in a circle", () => {
  assert.deepEqual(circular(MODULES), []);
});
