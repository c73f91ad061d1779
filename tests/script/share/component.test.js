// The host of the page in a Panel component: who has the last word about each setting.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { deflateSync } from "node:zlib";
import { render } from "../../../assets/component.js";

const SCENE = { dataset: "loans", w0: "1", w1: "2", threshold: "0.5", standardise: "0" };
const TYPE = "logreg-explorable.scene";
const PAGE = deflateSync("<html data-theme=auto>").toString("base64");

/** @typedef {{ posted: any[], style: { cssText: string, height: string }, srcdoc: string }} Frame */

/** @type {((message: object) => void)[]} */
let hears = [];

class Watched {
  observe() {}
}

/** @param {string} colour of the ground */
function openApp(colour) {
  hears = [];
  const element = { getRootNode: () => null, parentElement: null };
  const createElement = () => {
    const posted = /** @type {any[]} */ ([]);
    const contentWindow = { postMessage: (/** @type {any} */ data) => posted.push(data) };
    return { ...element, posted, contentWindow, style: {}, sandbox: { add() {} } };
  };
  Object.assign(globalThis, {
    ...{ document: { createElement }, MutationObserver: Watched, ShadowRoot: Watched },
    getComputedStyle: () => ({ backgroundColor: colour }),
    addEventListener: (/** @type {string} */ _, /** @type {any} */ hear) => hears.push(hear),
  });
}

/** A component in the browser, to which views may belong. */
function component({ fixed = 0 } = {}) {
  const side = { turn: 0, heard: 0, scene: SCENE, at: {} };
  /** @type {Record<string, any>} */
  const properties = { page: PAGE, fixed, told: JSON.stringify(side), said: JSON.stringify(side) };
  /** @type {[string, () => void][]} */
  const watchers = [];
  const on = (/** @type {string} */ name, /** @type {() => void} */ hear) =>
    watchers.push([name, hear]);
  return /** @type {any} */ (
    new Proxy(properties, {
      get: (_, name) => (name === "on" ? on : properties[String(name)]),
      set(_, name, value) {
        properties[String(name)] = value;
        for (const [each, hear] of watchers) if (each === name) hear();
        return true;
      },
    })
  );
}

/** @param {any} frame @param {object} data */
const say = (frame, data) => {
  for (const hear of hears) hear({ source: frame.contentWindow, data });
};

/** @param {any} frame */
const scenes = (frame) =>
  frame.posted
    .filter((/** @type {any} */ m) => m.type === TYPE)
    .map((/** @type {any} */ m) => m.scene);

/** @param {any} model @param {Record<string, string>} news @param {number} turn @param {number} heard */
function python(model, news, turn, heard) {
  const before = JSON.parse(model.told);
  const scene = { ...before.scene, ...news };
  const now = Object.fromEntries(Object.keys(news).map((name) => [name, turn]));
  const at = { ...before.at, ...now };
  model.told = JSON.stringify({ turn, heard, scene, at });
}

describe("a component", () => {
  beforeEach(() => openApp("rgb(255, 255, 255)"));

  /** @param {any} model @returns {any} */
  const view = (model) => render({ model });

  test("a page that is ready gets the whole scene", () => {
    const frame = view(component());
    say(frame, { type: "logreg-explorable.ready" });
    assert.deepEqual(scenes(frame), [SCENE]);
  });

  test("what Python sets goes to the page, once", () => {
    const model = component();
    const frame = view(model);
    python(model, { threshold: "0.25" }, 1, 0);
    python(model, { w0: "9" }, 2, 0);
    assert.deepEqual(scenes(frame), [{ threshold: "0.25" }, { w0: "9" }]);
  });

  test("what a hand sets goes to Python and not back", () => {
    const model = component();
    const frame = view(model);
    say(frame, { type: TYPE, scene: { w1: "3" } });
    say(frame, { type: TYPE, scene: { w0: "4" } });
    assert.deepEqual(JSON.parse(model.said), {
      ...{ turn: 2, heard: 0, scene: { ...SCENE, w1: "3", w0: "4" }, at: { w1: 1, w0: 2 } },
    });
    assert.deepEqual(scenes(frame), []);
  });

  test("an older answer of Python never moves the hand back", () => {
    const model = component();
    const frame = view(model);
    say(frame, { type: TYPE, scene: { w1: "3" } });
    say(frame, { type: TYPE, scene: { w1: "4" } });
    python(model, { w1: "2.5", threshold: "0.1" }, 1, 1);
    assert.deepEqual(scenes(frame), [{ threshold: "0.1" }]);
  });

  test("an answer to the hand's last word moves the page", () => {
    const model = component();
    const frame = view(model);
    say(frame, { type: TYPE, scene: { w1: "3" } });
    python(model, { w1: "2.5" }, 1, 1);
    assert.deepEqual(scenes(frame), [{ w1: "2.5" }]);
  });

  test("a new form of the data goes to the page whole", () => {
    const model = component();
    const frame = view(model);
    python(model, { standardise: "1", w1: "7" }, 1, 0);
    assert.deepEqual(scenes(frame), [{ ...SCENE, standardise: "1", w1: "7" }]);
  });

  test("two views of one component follow each other", () => {
    const model = component();
    const [one, two] = [view(model), view(model)];
    say(one, { type: TYPE, scene: { w1: "3" } });
    assert.deepEqual(scenes(one), []);
    assert.deepEqual(scenes(two), [{ w1: "3" }]);
  });

  test("a view that comes later gets what a hand has set since Python knew", () => {
    const model = component();
    say(view(model), { type: TYPE, scene: { w1: "3" } });
    const later = view(model);
    say(later, { type: "logreg-explorable.ready" });
    assert.deepEqual(scenes(later), [{ ...SCENE, w1: "3" }]);
  });

  test("messages of other frames are not heard", () => {
    const model = component();
    const frame = view(model);
    hears[0]({ source: {}, data: { type: TYPE, scene: { w1: "3" } } });
    assert.equal(JSON.parse(model.said).turn, 0);
    assert.deepEqual(frame.posted, []);
  });

  /** @type {[number, string | undefined][]} */
  const HEIGHTS = [
    [0, "812px"],
    [500, undefined],
  ];
  for (const [fixed, expected] of HEIGHTS) {
    test(`a frame of height ${fixed} takes ${expected ?? "no other"} from its page`, () => {
      const frame = view(component({ fixed }));
      say(frame, { type: "logreg-explorable.height", height: 812 });
      assert.equal(frame.style.height, expected);
    });
  }

  /** @type {[string, string][]} */
  const GROUNDS = [
    ["rgb(20, 20, 20)", "dark"],
    ["rgb(250, 250, 245)", "light"],
    ["rgba(0, 0, 0, 0)", "light"],
    ["color(srgb 0.9 0.9 0.9)", "light"],
  ];
  for (const [colour, ground] of GROUNDS) {
    test(`a page on ${colour} stands on a ${ground} ground`, async () => {
      openApp(colour);
      const frame = view(component());
      say(frame, { type: "logreg-explorable.ready" });
      assert.deepEqual(frame.posted[0], { type: "logreg-explorable.ground", ground });
      while (!frame.srcdoc) await new Promise((go) => setTimeout(go, 1));
      assert.equal(frame.srcdoc, `<html data-ground="${ground}" data-theme=auto>`);
    });
  }
});
