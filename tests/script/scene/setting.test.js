import assert from "node:assert/strict";
import { test } from "node:test";
import { readSetting, SettingError } from "../../../assets/script/scene/setting.js";
import { SCHEMA } from "../schema.js";

/** @param {Setting["kind"]} kind */
const setting = (kind) => ({
  ...SCHEMA.settings.threshold,
  ...{ kind, bounds: null, options: ["nats", "bits"], kept: false },
});
const KINDS = /** @type {const} */ (["number", "count", "check", "choice", "moved"]);
const settings = Object.fromEntries(KINDS.map((kind) => [kind, setting(kind)]));
const schema = { ...SCHEMA, settings };

/** @type {[Setting["kind"], string, any][]} */
const GOOD = [
  ["number", "3", 3],
  ["number", "+3", 3],
  ["number", "-.5", -0.5],
  ["number", "−3", -3],
  ["number", "5.", 5],
  ["number", "1e-3", 0.001],
  ["count", "1e1", 10],
  ["check", "1", true],
  ["check", "YES", true],
  ["check", "on", true],
  ["check", "True", true],
  ["check", "", false],
  ["check", "0", false],
  ["check", "Off", false],
  ["choice", "bits", "bits"],
  ["moved", "", {}],
  ["moved", "4:52.5", { 4: [52.5] }],
  ["moved", " 4 : 1 , -2 ; 5:3,4;", { 4: [1, -2], 5: [3, 4] }],
  ["moved", "4:1;4:2", { 4: [2] }],
];
for (const [row, text, wanted] of GOOD) {
  test(`${row} takes “${text}”`, () => {
    assert.deepEqual(readSetting(row, text, schema), wanted);
  });
}

const MOVED = "it is written row:value, such as 4:52.5, got";

/** @type {[Setting["kind"], string, string][]} */
const BAD = [
  ["number", "", "it is a number, got “”."],
  ["number", "abc", "it is a number, got “abc”."],
  ["number", "1e999", "it is a number, got “1e999”."],
  ["number", "0x10", "it is a number, got “0x10”."],
  ["number", "NaN", "it is a number, got “NaN”."],
  ["number", "1".repeat(41), `it is a number, got “${"1".repeat(20)}”.`],
  ["count", "1.5", "it is a whole number, got “1.5”."],
  ["count", "true", "it is a number, got “true”."],
  ["check", "maybe", "it is 1 or 0, got “maybe”."],
  ["choice", "bans", "it is one of nats, bits, got “bans”."],
  ["choice", "length", "it is one of nats, bits, got “length”."],
  ["choice", "b".repeat(60), `it is one of nats, bits, got “${"b".repeat(40)}”.`],
  ["moved", "4", `${MOVED} “4”.`],
  ["moved", ":5", `${MOVED} “:5”.`],
  ["moved", "-4:5", `${MOVED} “-4:5”.`],
  ["moved", "__proto__:5", `${MOVED} “__proto__:5”.`],
  ["moved", "1234567890:5", `${MOVED} “1234567890:5”.`],
  ["moved", "4:", "it is a number, got “”."],
  ["moved", "4:5:6", "it is a number, got “5:6”."],
  ["moved", "4:1,x", "it is a number, got “x”."],
];
for (const [row, text, message] of BAD) {
  test(`${row} does not take “${text}”`, () => {
    const wanted = { name: "Error", message: message.replace("it", row) };
    assert.throws(() => readSetting(row, text, schema), wanted);
    assert.throws(() => readSetting(row, text, schema), SettingError);
  });
}
