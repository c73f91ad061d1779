// Stores of a page as Python makes it, and what they tell.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { viewOf } from "../../../assets/script/scene/view.js";
import { Store } from "../../../assets/script/store.js";

const PYTHON = join(import.meta.dirname, "../../../.venv/bin/python");
const PAGE = execFileSync(PYTHON, [join(import.meta.dirname, "page.py")], { encoding: "utf8" });

/** @type {(keyof import("../../../assets/script/scene/hearers.js").Events)[]} */
const EVENTS = ["frame", "problem", "stop", "rest", "missing", "level"];

/**
 * A store of a page that has opened with a scene, and what it has told since, as [event, value].
 * @param {Record<string, any>} [scene]
 * @param {Record<string, string>} [asked] settings of the view
 * @param {ConstructorParameters<typeof Store>[2]} [later]
 */
export function opened(scene = {}, asked = {}, later = undefined) {
  /** @type {Page} */
  const page = JSON.parse(PAGE);
  const view = viewOf(page, { figures: page.share.shown.join(), ...asked });
  const store = new Store(page, view, later);
  /** @type {[event: string, value: any][]} */
  const told = [];
  for (const event of EVENTS) store.on(event, (...values) => told.push([event, values[0]]));
  assert.deepEqual(store.open(scene), []);
  store.start();
  told.length = 0;
  return { store, told };
}

/**
 * What was told of one event.
 * @param {[event: string, value: any][]} told
 * @param {string} event
 */
export const heard = (told, event) =>
  told.filter(([name]) => name === event).map(([, value]) => value);

/**
 * Which events were told, in their order.
 * @param {[event: string, value: any][]} told
 */
export const events = (told) => told.map(([name]) => name);

/**
 * The mean loss of a data set at weights, in nats, worked out the plain way.
 * @param {Pick<Data, "x" | "y">} data
 * @param {number[]} weights
 */
export function meanLoss({ x, y }, [w0, ...w]) {
  const z = y.map((_, i) => w.reduce((sum, v, j) => sum + v * x[j][i], w0));
  const losses = z.map((v, i) => Math.log1p(Math.exp((1 - 2 * y[i]) * v)));
  return losses.reduce((a, b) => a + b) / y.length;
}

/**
 * Asserts that a number is as good as another.
 * @param {number} found
 * @param {number} wanted
 */
export function assertNear(found, wanted) {
  assert.ok(Math.abs(found - wanted) <= 1e-12 * Math.abs(wanted), `${found} is not ${wanted}`);
}
