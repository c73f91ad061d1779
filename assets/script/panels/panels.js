// All panels: what the page says of a scene in numbers and words, beside its plots.
import { showByHand } from "./by-hand.js";
import { bindExplanations, showExplanations } from "./explain.js";
import { showReadouts } from "./readouts.js";
import { speak } from "./status.js";
import { bindTrace, showTrace } from "./trace.js";

/**
 * Shows a scene in every panel.
 * @param {Seen} seen
 */
export function showPanels(seen) {
  showReadouts(seen);
  showExplanations(seen);
  showTrace(seen);
  showByHand(seen);
  speak(seen);
}

/**
 * Makes the panels answer to the hand.
 * @param {(row: number | null) => void} select is told the row of the table that a reader chooses
 * @param {() => Seen} seen what the page shows now
 */
export function bindPanels(select, seen) {
  bindTrace(select);
  bindExplanations(seen);
}
