// Numbers in the text of a lesson that follow the hand, and those that the hand can drag.

import { inForm, valueAt } from "../frame/live.js";
import { plain } from "../frame/numbers.js";

const ANSWER = /^(?:answer|right)\(([\w-]+)\)$/;
const PER_PIXEL = 1 / 240; // of a handle's range

/**
 * Writes the numbers of a frame into the text of a step.
 * @param {Element} section
 * @param {Seen} seen
 * @param {(id: string) => string} answered what the reader has answered to a question, or how many
 *   were right at the first try
 */
export function showLive(section, seen, answered) {
  /** @type {NodeListOf<HTMLElement>} */
  const all = section.querySelectorAll("[data-live]");
  for (const each of all) {
    const { live = "", form = "" } = each.dataset;
    const answer = ANSWER.exec(live);
    const said = answer ? answered(answer[1]) : inForm(valueAt(live, seen), form);
    if (each.textContent !== said) each.textContent = said;
    if (each.role === "slider") each.ariaValueText = said;
  }
}

/**
 * The tables that the numbers in a text name.
 * @param {Element} section
 * @returns {string[]}
 */
export function tablesIn(section) {
  /** @type {NodeListOf<HTMLElement>} */
  const all = section.querySelectorAll("[data-live]");
  const named = [...all].map(({ dataset }) => /^([a-z_]+)\./.exec(dataset.live ?? "")?.[1] ?? "");
  return named.filter(Boolean);
}

/**
 * Lets the handles in a text be dragged, and moved by arrow keys.
 * @param {Element} walk
 * @param {{ row(name: string): Input | undefined, value(name: string): number,
 *   set(changes: Record<string, number>): void, rest(): void }} hand row gives what can be moved
 *   now
 */
export function bindHandles(walk, hand) {
  /** @type {NodeListOf<HTMLElement>} */
  const handles = walk.querySelectorAll(".handle");
  for (const handle of handles) {
    const name = handle.dataset.live ?? "";
    handle.ariaLabel = `${name}, drag sideways or press the arrow keys`;
    /** @param {number} value */
    const put = (value) => {
      const row = hand.row(name);
      if (row) hand.set({ [name]: snapped(value, row) });
    };
    handle.addEventListener("pointerdown", (event) => drag(event, handle, name, put, hand));
    handle.addEventListener("keydown", (event) => {
      const row = hand.row(name);
      const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
      if (!row || !steps) return;
      event.preventDefault();
      event.stopPropagation();
      put(hand.value(name) + steps * row.step);
      hand.rest();
    });
  }
}

/**
 * @param {PointerEvent} event
 * @param {HTMLElement} handle
 * @param {string} name
 * @param {(value: number) => void} put
 * @param {Parameters<typeof bindHandles>[1]} hand
 */
function drag(event, handle, name, put, hand) {
  const row = hand.row(name);
  if (!row) return;
  event.preventDefault();
  handle.focus();
  handle.setPointerCapture(event.pointerId);
  const [x, value] = [event.clientX, hand.value(name)];
  /** @param {PointerEvent} moved */
  const move = (moved) => put(value + (moved.clientX - x) * PER_PIXEL * (row.high - row.low));
  const end = () => {
    handle.removeEventListener("pointermove", move);
    hand.rest();
  };
  handle.addEventListener("pointermove", move);
  handle.addEventListener("lostpointercapture", end, { once: true });
}

/**
 * A value at a step of its slider, within its range.
 * @param {number} value
 * @param {Input} row
 */
function snapped(value, { low, high, step }) {
  const near = Math.round(value / step) * step;
  return Number(Math.min(high, Math.max(low, near)).toPrecision(12));
}

/** The exact value behind a live number, as one line. @param {string} place @param {Seen} seen */
export function exact(place, seen) {
  const value = valueAt(place, seen);
  return value === undefined ? "?" : plain(value);
}
