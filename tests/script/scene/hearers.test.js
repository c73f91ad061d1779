import assert from "node:assert/strict";
import { test } from "node:test";
import { Hearers } from "../../../assets/script/scene/hearers.js";

test("everybody who listens for an event is told, in the order in which they came", () => {
  const hearers = new Hearers();
  /** @type {string[]} */
  const told = [];
  hearers.on("problem", (sentence) => told.push(`first ${sentence}`));
  hearers.on("problem", (sentence) => told.push(`second ${sentence}`));
  hearers.on("missing", (name) => told.push(`missing ${name}`));
  hearers.tell("problem", "a");
  assert.deepEqual(told, ["first a", "second a"]);
});

test("an event without anybody who listens is no error", () => {
  assert.doesNotThrow(() => new Hearers().tell("stop"));
});
