// The colours of the plots are those of the style sheet.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { applyTheme, shade } from "../../../assets/script/plots/theme.js";

/** @type {Record<string, string>} */
const SHEET = { "--ink": " #111111", "--class-0": "#d55e00", "--class-1": "#0072b2" };

describe("colours of the plots", () => {
  beforeEach(() => {
    Object.assign(globalThis, {
      document: { documentElement: {} },
      getComputedStyle: () => ({ getPropertyValue: (/** @type {string} */ name) => SHEET[name] }),
    });
  });

  /** @param {unknown[]} tags */
  function themed(...tags) {
    /** @type {object[]} */
    const set = [];
    applyTheme({
      all_models: [{ tags, setv: (/** @type {object} */ values) => set.push(values) }],
    });
    return set;
  }

  test("a model has the colours that its tag names", () => {
    const tag = { theme: { text_color: "ink", palette: ["class-0", "class-1"] } };
    assert.deepEqual(themed(tag), [{ text_color: "#111111", palette: ["#d55e00", "#0072b2"] }]);
  });

  test("a model with shades has a palette between two colours", () => {
    const palette = shade("#d55e00", "#0072b2");
    assert.deepEqual(themed({ shades: ["class-0", "class-1"] }), [{ palette }]);
  });

  test("other tags and models without a tag are left alone", () => {
    assert.deepEqual(themed(null, "a", {}), []);
  });

  /** @type {[number, string][]} */
  const SHADES = [
    [0, "#d55e0099"],
    [25, "#d55e004d"],
    [50, "#0072b200"],
    [75, "#0072b24d"],
    [100, "#0072b299"],
  ];
  for (const [i, colour] of SHADES) {
    test(`at p = ${i / 100} the shade is ${colour}`, () => {
      assert.equal(shade("#d55e00", "#0072b2")[i], colour);
    });
  }
});
