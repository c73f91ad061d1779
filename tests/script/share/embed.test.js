// The page in a frame tells how high it is; the fakes stand for a browser.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { startEmbed } from "../../../assets/script/share/embed.js";

const ASK = { type: "logreg-explorable.ask" };

/** @type {{ posted: unknown[], height: number, observed: () => void, heard: (e: object) => void }} */
let now;
const around = { postMessage: (/** @type {unknown} */ message) => now.posted.push(message) };

/**
 * A page whose body has these classes, with links to other lessons.
 * @param {string[]} classes
 * @param {string[]} hrefs
 */
function openPage(classes, hrefs = []) {
  now = { posted: [], height: 0, observed: () => {}, heard: () => {} };
  const links = hrefs.map((href) => ({
    href,
    getAttribute: () => href,
    setAttribute(/** @type {string} */ _, /** @type {string} */ value) {
      this.href = value;
    },
  }));
  const body = {
    classList: { contains: (/** @type {string} */ name) => classes.includes(name) },
    getBoundingClientRect: () => ({ height: now.height }),
  };
  class ResizeObserver {
    constructor(/** @type {() => void} */ hear) {
      now.observed = hear;
    }
    observe() {}
  }
  Object.assign(globalThis, {
    ...{ document: { body, querySelectorAll: () => links }, window: {}, parent: around },
    ...{
      ResizeObserver,
      addEventListener: (/** @type {string} */ _, /** @type {any} */ hear) => (now.heard = hear),
    },
  });
  return links;
}

/** Heights that were told in the page's own words. */
const told = () =>
  now.posted
    .filter((message) => typeof message !== "string")
    .map((message) => Object(message).height);

describe("a page in a frame", () => {
  beforeEach(() => {
    openPage(["embed"]);
    now.height = 99.2;
    startEmbed();
  });

  test("the height is told at once, in whole pixels, in both languages", () => {
    assert.deepEqual(now.posted, [
      { type: "logreg-explorable.height", height: 100 },
      '{"subject":"lti.frameResize","height":100}',
    ]);
  });

  test("another height is told, the same one is not", () => {
    now.observed();
    now.height = 250;
    now.observed();
    now.observed();
    assert.deepEqual(told(), [100, 250]);
  });

  test("who asks is told again", () => {
    now.heard({ source: around, data: ASK });
    assert.deepEqual(told(), [100, 100]);
  });

  /** @type {[string, object][]} */
  const OTHERS = [
    ["another window", { source: {}, data: ASK }],
    ["another message", { source: around, data: { type: "other" } }],
    ["nothing", { source: around, data: null }],
    ["a text", { source: around, data: "logreg-explorable.ask" }],
  ];
  for (const [name, message] of OTHERS) {
    test(`${name} is not answered`, () => {
      now.heard(message);
      assert.deepEqual(told(), [100]);
    });
  }

  test("a page that is not embedded tells nothing and keeps its links", () => {
    const [link] = openPage([], ["?lesson=02"]);
    startEmbed();
    assert.deepEqual([now.posted, link.href], [[], "?lesson=02"]);
  });

  test("an embedded page that stands alone tells nothing", () => {
    openPage(["embed"]);
    Object.assign(globalThis, { parent: globalThis.window });
    startEmbed();
    assert.deepEqual(now.posted, []);
  });

  for (const [href, expected] of [
    ["?lesson=02", "?lesson=02&embed=1"],
    ["02-odds.html", "02-odds.html#embed=1"],
  ]) {
    test(`the link ${href} of an embedded page leads to ${expected}`, () => {
      const [link] = openPage(["embed"], [href]);
      startEmbed();
      assert.equal(link.href, expected);
    });
  }
});
