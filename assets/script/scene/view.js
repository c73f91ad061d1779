// What the page shows of its scene: which parts and controls are hidden or locked, and its colours.
import { list } from "./address.js";

/** @type {[family: string, member: RegExp][]} */
const FAMILIES = [
  ["w", /^w\d$/], // every weight
  ["x", /^x\d$/], // every feature of the chosen sample
];

/**
 * The view of a page.
 * @param {Omit<Page["view"], "notice">} base what the server or the file says
 * @param {Record<string, string>} asked what the address says beyond that
 * @param {string[]} shown the figures and cards of the page
 * @returns {View}
 */
export function viewOf(base, asked, shown) {
  const chosen = list(asked.figures);
  const left = chosen.length > 0 ? shown.filter((name) => !chosen.includes(name)) : [];
  const hidden = [...base.hidden, ...list(asked.hide), ...left];
  const locked = [...base.locked, ...list(asked.lock)];
  /** @param {string} name */
  const hides = (name) => isNamed(hidden, name);
  return {
    hides,
    locks: (name) => isNamed(locked, name),
    offers: (name) => !hides(name) && isNamed(base.controls, name),
    asks: (name) => base.asked.includes(name) || chosen.includes(name),
    theme: asked.theme ?? base.theme,
    embed: asked.embed === undefined ? base.embed : asked.embed !== "",
  };
}

/**
 * Whether names contain a name or that of its family.
 * @param {string[]} given
 * @param {string} name
 */
export function isNamed(given, name) {
  if (given.includes(name)) return true;
  return FAMILIES.some(([family, member]) => given.includes(family) && member.test(name));
}
