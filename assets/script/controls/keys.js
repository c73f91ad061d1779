// Keys that move the value of a slider or of its number box.
import { nearby } from "./scale.js";

/**
 * Steps for each key on a slider, beyond the keys that the browser handles itself.
 * @type {Record<string, number>}
 */
export const SLIDER_KEYS = { PageUp: 10, PageDown: -10 };

/**
 * Steps for each key in a number box.
 * @type {Record<string, number>}
 */
export const BOX_KEYS = { ...SLIDER_KEYS, ArrowUp: 1, ArrowDown: -1 };

/**
 * Moves a value if the key is one that moves it. The control shows it at once, because the browser
 * handles the next key from there.
 * @param {Pick<KeyboardEvent, "key" | "preventDefault">} event
 * @param {Record<string, number>} keys
 * @param {Input} row
 * @param {ControlHand} hand
 */
export function nudge(event, keys, { name }, hand) {
  const steps = keys[event.key];
  if (steps === undefined) return;
  event.preventDefault();
  const { row, value } = hand.input(name);
  hand.set({ [name]: nearby(row, value, steps) });
  hand.show(name);
}
