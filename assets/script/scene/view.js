// What the page shows of its scene: which parts and controls are hidden or locked, and its colours.
import { list } from "./address.js";
import { fits } from "./figures.js";

/** @type {[family: string, member: RegExp][]} */
const FAMILIES = [
  ["w", /^w\d$/], // every weight
  ["x", /^x\d$/], // every feature of the chosen sample
];

/**
 * The view of a page, of which the server or the file says something and the address the rest.
 * @param {Pick<Page, "view" | "share" | "catalogue" | "lesson">} page
 * @param {Record<string, string>} asked what the address says
 * @param {string[]} shown names of the figures and cards that are chosen
 * @returns {View}
 */
export function viewOf(page, asked, shown = figuresAsked(page, asked)) {
  const base = page.view;
  const controls = controlsBeside(page, shown);
  const left = page.share.all.filter((name) => !shown.includes(name));
  const hidden = [...base.hidden, ...list(asked.hide), ...left];
  const locked = [...base.locked, ...list(asked.lock)];
  /** @param {string} name */
  const hides = (name) => isNamed(hidden, name);
  return {
    hides,
    locks: (name) => isNamed(locked, name),
    offers: (name) => !hides(name) && isNamed(controls, name),
    asks: (name) => base.asked.includes(name) || list(asked.figures).includes(name),
    theme: asked.theme ?? base.theme,
    embed: asked.embed === undefined ? base.embed : asked.embed !== "",
  };
}

/**
 * Figures and cards that a reader can choose from: those of the page that nothing else hides.
 * @param {Pick<Page, "view" | "share" | "catalogue">} page
 * @param {Record<string, string>} asked
 */
export function figuresOffered({ view, share, catalogue }, asked) {
  const hidden = [...view.hidden, ...list(asked.hide)];
  return catalogue.filter(({ name }) => share.all.includes(name) && !hidden.includes(name));
}

/**
 * Names of the figures and cards that an address shows.
 * @param {Pick<Page, "share">} page
 * @param {Record<string, string>} asked
 */
export function figuresAsked({ share }, asked) {
  const chosen = list(asked.figures);
  return chosen.length > 0 ? chosen : share.usual;
}

/**
 * What an address says of the figures that can show a data set: nothing where the page shows these
 * anyway.
 * @param {Pick<Page, "share" | "catalogue">} page
 * @param {string[]} shown
 * @param {Pick<Block, "x" | "y">} block
 */
export function figuresText({ share, catalogue }, shown, block) {
  const order = catalogue.filter((figure) => fits(figure, block)).map(({ name }) => name);
  /** @param {string[]} names */
  const text = (names) => order.filter((name) => names.includes(name)).join();
  return text(shown) === text(share.usual) ? "" : text(shown);
}

/**
 * Names of the controls beside some figures: the free lab offers what makes sense with them.
 * @param {Pick<Page, "view" | "catalogue" | "lesson">} page
 * @param {string[]} shown names of the figures
 */
export function controlsBeside({ view, catalogue, lesson }, shown) {
  const figures = lesson ? [] : catalogue.filter(({ name }) => shown.includes(name));
  return [...new Set([...view.controls, ...figures.flatMap(({ controls }) => controls)])];
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
