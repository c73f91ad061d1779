// The keys that move samples in a figure.

const FAST = 10; // steps of an arrow key with Shift

/**
 * What each key does.
 * @param {import("./hand.js").Hand} hand
 * @param {number} far steps of an arrow key
 * @returns {Record<string, () => void>}
 */
const acts = (hand, far) => ({
  ArrowLeft: () => hand.nudge(0, -far),
  ArrowRight: () => hand.nudge(0, far),
  ArrowDown: () => hand.nudge(1, -far),
  ArrowUp: () => hand.nudge(1, far),
  PageDown: () => hand.turn(1),
  PageUp: () => hand.turn(-1),
  Delete: () => hand.remove(),
  Backspace: () => hand.remove(),
  f: () => hand.flip(),
  n: () => hand.add(),
});

/**
 * Does what a key is for, if it is for anything.
 * @param {Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey" |
 *   "preventDefault">} event
 * @param {import("./hand.js").Hand} hand
 */
export function press(event, hand) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const act = acts(hand, event.shiftKey ? FAST : 1)[key];
  if (!act) return;
  event.preventDefault();
  act();
}
