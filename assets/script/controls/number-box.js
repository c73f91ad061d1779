// The number box of a slider.
import { draftOf, keepDraft } from "../dom/drafts.js";
import { el, input } from "../dom/element.js";
import { attributes } from "../dom/write.js";
import { boxed } from "../frame/numbers.js";
import { parse } from "../words/entries.js";
import { refusal } from "./entry.js";
import { BOX_KEYS, nudge } from "./keys.js";

const DECIMALS = 20; // as many as a number can be written with

/**
 * Where the draft of a box is kept: each page has its own.
 * @param {HTMLInputElement} box
 */
const placeOf = (box) => `${document.title}/${box.id}`;

const idOf = (/** @type {Input} */ { name }) => `${name}-number`;

/**
 * Makes the box.
 * @param {Input} row
 * @param {ControlHand} hand
 */
export function makeBox(row, hand) {
  const box = el("input", {
    id: idOf(row),
    className: "number",
    type: "text",
    inputMode: row.bounds[0] < 0 ? "text" : "decimal", // a phone's keys for decimals lack the minus
    autocomplete: "off",
    spellcheck: false,
    role: "spinbutton",
    ariaLabel: `${row.symbol || row.word} as a number`,
  });
  box.addEventListener("keydown", (event) => press(event, box, row, hand));
  box.addEventListener("input", () => keepDraft(placeOf(box), box.value));
  box.addEventListener("change", () => enter(box, row, hand));
  return box;
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLInputElement} box
 * @param {Input} row
 * @param {ControlHand} hand
 */
function press(event, box, row, hand) {
  nudge(event, BOX_KEYS, row, hand);
  if (event.key === "Enter") {
    event.preventDefault();
    enter(box, row, hand);
  } else if (event.key === "Escape") {
    box.value = boxed(hand.input(row.name).value);
    keepDraft(placeOf(box), null);
    hand.complain("");
  }
}

/**
 * Takes what was typed, or says why not. The box goes back first, in case that the value is
 * refused.
 * @param {HTMLInputElement} box
 * @param {Input} row
 * @param {ControlHand} hand
 */
function enter(box, { name }, hand) {
  keepDraft(placeOf(box), null);
  const { row, value } = hand.input(name);
  const [typed, standing] = [box.value, boxed(value)];
  if (typed === standing) return;
  showTaken(box, value);
  const wrong = refusal(typed, row, value);
  if (wrong) {
    hand.complain(wrong);
    return;
  }
  hand.set({ [name]: parse(typed) });
  showTaken(box, hand.input(name).value); // A second Enter may come before the page is drawn.
  hand.rest();
}

/**
 * @param {HTMLInputElement} box
 * @param {number} value
 */
function showTaken(box, value) {
  box.value = boxed(value);
  box.dataset.shown = box.value;
}

/**
 * Goes on with what was being typed in the box of an input when the page was left.
 * @param {Input} row
 * @param {ControlHand} hand
 */
export function resume(row, hand) {
  const box = input(idOf(row));
  const draft = box && draftOf(placeOf(box));
  if (!draft || box.disabled) return;
  box.focus({ preventScroll: true });
  box.value = draft;
  // A browser tells no change of what a script has put there.
  box.addEventListener("blur", () => draftOf(placeOf(box)) && enter(box, row, hand), {
    once: true,
  });
}

/**
 * Shows a value, unless somebody is typing.
 * @param {Input} row
 * @param {number} value
 */
export function showBox(row, value) {
  const box = input(idOf(row));
  const said = boxed(value);
  const isTyping = document.activeElement === box && box.value !== (box.dataset.shown ?? "");
  if (!isTyping && box.value !== said) replace(box, said);
  const [low, high] = row.bounds;
  attributes(box, {
    "data-shown": said,
    "aria-valuenow": written(value),
    "aria-valuemin": written(low),
    "aria-valuemax": written(high),
  });
}

/**
 * Replaces the text. One that was selected stays so, because somebody is about to type over it.
 * @param {HTMLInputElement} box
 * @param {string} text
 */
function replace(box, text) {
  const isSelected =
    document.activeElement === box &&
    box.selectionStart === 0 &&
    box.selectionEnd === box.value.length;
  box.value = text;
  if (isSelected) box.select();
}

/**
 * A number without a power of ten, which the attributes of a spin button do not take.
 * @param {number} value
 */
function written(value) {
  const text = String(value);
  return text.includes("e-") ? value.toFixed(DECIMALS).replace(/0+$/, "") : text;
}
