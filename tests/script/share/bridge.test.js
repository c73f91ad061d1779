// The page in the frame of a program; the fakes stand for a browser.
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, mock, test } from "node:test";
import { difference, startBridge } from "../../../assets/script/share/bridge.js";

const SCENE = "logreg-explorable.scene";
const OPENING = { dataset: "loans", w0: "1", w1: "2", standardise: "0" };

/** @type {{ posted: any[], scene: Record<string, string>, shown: object[], heard: (e: object) => void }} */
let now;
/** @type {() => void} */
let tell = () => {};
const around = { postMessage: (/** @type {object} */ message) => now.posted.push(message) };
const root = { dataset: { ground: "" } };

/** Lets the time pass that lies between two messages. */
const wait = () => mock.timers.tick(40);

/**
 * A message from the page around.
 * @param {unknown} scene
 * @param {object} [source]
 */
const send = (scene, source = around) => now.heard({ source, data: { type: SCENE, scene } });

describe("a page in the frame of a program", () => {
  beforeEach(() => {
    mock.timers.enable({ apis: ["setTimeout"] });
    now = { posted: [], scene: OPENING, shown: [], heard: () => {} };
    Object.assign(globalThis, {
      ...{ parent: around, document: { documentElement: root } },
      addEventListener: (/** @type {string} */ _, /** @type {any} */ hear) => (now.heard = hear),
    });
    tell = startBridge(
      () => now.scene,
      (scene) => {
        now.shown.push(scene);
        now.scene = /** @type {Record<string, string>} */ (scene);
      },
    );
  });
  afterEach(() => mock.timers.reset());

  const scenes = () => now.posted.filter(({ type }) => type === SCENE).map(({ scene }) => scene);

  test("the page says when it takes settings", () => {
    assert.deepEqual(now.posted, [{ type: "logreg-explorable.ready" }]);
  });

  test("of many changes in a short time the last one is told", () => {
    for (const w1 of ["3", "4", "5"]) {
      now.scene = { ...OPENING, w1 };
      tell();
    }
    assert.deepEqual(scenes(), []);
    wait();
    assert.deepEqual(scenes(), [{ w1: "5" }]);
  });

  test("what has not changed is not told again", () => {
    now.scene = { ...OPENING, w1: "3" };
    tell();
    wait();
    now.posted = [];
    tell();
    wait();
    assert.deepEqual(scenes(), []);
  });

  test("what the program sets is shown and not told back", () => {
    send({ w1: "7" });
    assert.deepEqual(now.shown, [{ ...OPENING, w1: "7" }]);
    tell();
    wait();
    assert.deepEqual(scenes(), []);
  });

  test("what the page made of a setting that it could not take is told", () => {
    send({ w1: "1e99" });
    now.scene = { ...OPENING, w1: "1000000000" };
    tell();
    wait();
    assert.deepEqual(scenes(), [{ w1: "1000000000" }]);
  });

  test("what stands already moves nothing", () => {
    send({ w1: "2" });
    assert.deepEqual(now.shown, []);
  });

  /** @type {[string, unknown][]} */
  const HOSTILE = [
    ["nothing", null],
    ["a number", 7],
    ["values that are no text", { w0: 7, w1: { toString: 1 }, dataset: ["loans"] }],
    ["an empty list", []],
  ];
  for (const [name, scene] of HOSTILE) {
    test(`a message with ${name} moves nothing`, () => {
      send(scene);
      assert.deepEqual(now.shown, []);
    });
  }

  test("a hostile name is a name like any other", () => {
    send(JSON.parse('{ "__proto__": "1", "constructor": "2" }'));
    assert.deepEqual(Object.keys(now.shown[0]).slice(-2), ["__proto__", "constructor"]);
    assert.equal(Object.getPrototypeOf(now.shown[0]), Object.prototype);
  });

  test("only the page around is heard", () => {
    send({ w1: "7" }, {});
    assert.deepEqual(now.shown, []);
  });

  test("the ground that the page stands on is noted", () => {
    now.heard({ source: around, data: { type: "logreg-explorable.ground", ground: "dark" } });
    assert.equal(root.dataset.ground, "dark");
  });

  test("a scene that has other settings than before is told whole", () => {
    const scene = { ...OPENING, standardise: "1", w1: "3" };
    assert.deepEqual(difference(OPENING, scene), scene);
  });
});
