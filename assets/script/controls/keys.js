// Keys that move the value of a slider or of its number box.
import { endsOf, nearby } from "./scale.js";

/**
 * How keys move a value: the steps of each key, and the range in which they move it.
 * @typedef {{ steps: Record<string, number>, range(row: Input, value: number): [number, number] }}
 *   Keys
 */

/**
 * The keys in a number box go as far as the box takes a number.
 * @type {Keys}
 */
export const BOX_KEYS = {
  steps: { PageUp: 10, PageDown: -10, ArrowUp: 1, ArrowDown: -1 },
  range: ({ bounds }) => bounds,
};

/**
 * The keys on a slider go to its ends. From a value beyond an end they lead back step by step,
 * where the browser's own would jump, because the native slider only knows its end.
 * @type {Keys}
 */
export const SLIDER_KEYS = {
  steps: { ...BOX_KEYS.steps, ArrowRight: 1, ArrowLeft: -1 },
  range: (row, value) => {
    const [low, high] = endsOf(row);
    return [Math.min(low, value), Math.max(high, value)];
  },
};

/**
 * Moves a value if the key is one that moves it. The control shows it at once, because the next key
 * starts from there.
 * @param {Pick<KeyboardEvent, "key" | "preventDefault">} event
 * @param {Keys} keys
 * @param {Input} row
 * @param {ControlHand} hand
 */
export function nudge(event, keys, { name }, hand) {
  const steps = keys.steps[event.key];
  if (steps === undefined) return;
  event.preventDefault();
  const { row, value } = hand.input(name);
  hand.set({ [name]: nearby(row, value, steps, keys.range(row, value)) });
  hand.show(name);
}
