// All panels: what the page says of a scene in numbers and words, beside its plots.
import { perWeight } from "../frame/columns.js";
import { trust } from "../frame/numbers.js";
import { inForce } from "../scene/made.js";
import { showByHand } from "./by-hand.js";
import { bindExplanations, showExplanations } from "./explain.js";
import { showReadouts } from "./readouts.js";
import { speak } from "./status.js";
import { bindTrace, showTrace } from "./trace.js";

/** What the page shows now. @type {() => Seen} */
let now;

/**
 * Shows a scene in every panel.
 * @param {Seen} seen
 */
export function showPanels(seen) {
  const { digits, decimals } = seen.frame.history_now;
  trust({ digits: digits[0], decimals: decimals[0] });
  showAll(withoutNoise(seen));
}

/**
 * The same with weights in which rounding that training has left of a 0 is 0.
 * @param {Seen} seen
 * @returns {Seen}
 */
function withoutNoise(seen) {
  const weights = perWeight("w", inForce(seen.data, seen.path));
  const { frame } = seen;
  return { ...seen, frame: { ...frame, summary: { ...frame.summary, ...weights } } };
}

/** @param {Seen} seen */
function showAll(seen) {
  showReadouts(seen);
  showExplanations(seen);
  showTrace(seen);
  showByHand(seen);
  speak(() => withoutNoise(now()));
}

/**
 * Makes the panels answer to the hand.
 * @param {(row: number | null) => void} select is told the row of the table that a reader chooses
 * @param {() => Seen} seen what the page shows now
 */
export function bindPanels(select, seen) {
  now = seen;
  bindTrace(select);
  bindExplanations(seen);
}
