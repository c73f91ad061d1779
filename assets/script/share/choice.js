// What others see and may change, as whoever shares the page chooses, and the address that says so.
import { list } from "../scene/address.js";
import { isWeight, names } from "../scene/scene.js";
import { figuresAsked, figuresText } from "../scene/view.js";

/**
 * The choice: names of figures that are shown, and of parts that are hidden or locked. What is
 * fixed, the server or the file hides or locks by itself, and no choice brings it back.
 * @typedef {object} Choice
 * @property {string} format
 * @property {Set<string>} shown
 * @property {Set<string>} hidden
 * @property {Set<string>} locked
 * @property {string} theme
 * @property {{ hidden: Set<string>, locked: Set<string> }} fixed
 */

/**
 * The view that an address asks for, as text.
 * @typedef {Record<string, string>} Asked
 */

/**
 * The choice that an address makes.
 * @param {Page} page
 * @param {Asked} asked
 * @returns {Choice}
 */
export function choiceOf(page, asked) {
  const [hides, locks] = [list(asked.hide), list(asked.lock)];
  return {
    format: "link",
    shown: new Set(figuresAsked(page, asked)),
    hidden: new Set(hides),
    locked: new Set(locks),
    theme: asked.theme ?? page.view.theme,
    fixed: {
      hidden: fixed(page, page.view.hidden, hides),
      locked: fixed(page, page.view.locked, locks),
    },
  };
}

/**
 * What the page hides or locks by itself. A server has put the names that the address asks for
 * among its own, once for each time that they are asked for; a file has not.
 * @param {Page} page
 * @param {string[]} all
 * @param {string[]} asked
 */
function fixed(page, all, asked) {
  const own = [...all];
  for (const name of page.server ? asked : []) {
    const at = own.indexOf(name);
    if (at >= 0) own.splice(at, 1);
  }
  return new Set(own);
}

/**
 * The view as the settings of an address, which leaves out what the page shows anyway, and figures
 * that cannot show the data set.
 * @param {Page} page
 * @param {Asked} asked
 * @param {Choice} choice
 * @param {{ embed: boolean, block: Block }} form whether the page stands in another one, and its
 *   data set
 * @returns {Record<string, string>}
 */
export function viewSettings(page, asked, choice, { embed, block }) {
  const usualTheme = page.server ? "auto" : page.view.theme;
  const view = {
    lesson: asked.lesson ?? "",
    step: asked.step ?? "",
    figures: figuresText(page, [...choice.shown], block),
    hide: [...choice.hidden].join(),
    lock: [...choice.locked].join(),
    theme: choice.theme === usualTheme ? "" : choice.theme,
    embed: embed ? "1" : "",
  };
  return Object.fromEntries(Object.entries(view).filter(([, text]) => text));
}

/**
 * Whether a set of names has a name. A weight is named by itself, or by w, which names all weights.
 * @param {Set<string>} all
 * @param {string} name
 */
export function has(all, name) {
  return all.has(name) || (isWeight(name) && all.has("w"));
}

/**
 * Puts a name into a set of the choice, or takes it out.
 * @param {Set<string>} all
 * @param {string} name
 * @param {boolean} isIn
 * @param {{ block: Block, scene: Scene }} now what stands on the page
 */
export function choose(all, name, isIn, { block, scene }) {
  if (isWeight(name) && all.delete("w")) for (const each of names(block, scene)) all.add(each);
  if (isIn) all.add(name);
  else all.delete(name);
}
