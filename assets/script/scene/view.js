// What the page shows of its scene: which parts and controls are hidden or locked, and its colours.
import { isYes, list } from "./address.js";

const FAMILY = { w: /^w\d$/, x: /^x\d$/ }; // one name for every weight, one for every feature

function names(given, name) {
  const ofFamily = ([all, each]) => given.includes(all) && each.test(name);
  return given.includes(name) || Object.entries(FAMILY).some(ofFamily);
}

// base: what the server or the file says; asked: what the address says beyond that; shown: figures
// and cards of the page.
export function viewOf(base, asked, shown) {
  const wanted = list(asked.figures);
  const others = wanted.length > 0 ? shown.filter((name) => !wanted.includes(name)) : [];
  const hidden = [...base.hidden, ...list(asked.hide), ...others];
  const locked = [...base.locked, ...list(asked.lock)];
  const hides = (name) => names(hidden, name);
  return {
    hides,
    locks: (name) => names(locked, name),
    offers: (name) => !hides(name) && names(base.controls, name),
    theme: asked.theme ?? base.theme,
    embed: asked.embed === undefined ? base.embed : isYes(asked.embed),
  };
}
