// A slider with its number box.
import { byId, el, input } from "../dom/element.js";
import { attributes } from "../dom/write.js";
import { boxed } from "../frame/numbers.js";
import { hearMoves } from "./finger.js";
import { nudge, SLIDER_KEYS } from "./keys.js";
import { makeBox, showBox } from "./number-box.js";
import { fromPlace, shareOf, toPlace, track } from "./scale.js";

/**
 * Makes the slider, its number box and the label of both.
 * @param {Input} row
 * @param {ControlHand} hand
 */
export function make(row, hand) {
  const { name, word, symbol } = row;
  const label = el("label", { htmlFor: name });
  label.append(el("span", { className: "word", textContent: symbol ? `${word} ` : word }), symbol);
  return el("div", {}, label, makeBox(row, hand), makeSlider(row, hand));
}

/**
 * @param {Input} row
 * @param {ControlHand} hand
 */
function makeSlider(row, hand) {
  const { low, high, step } = track(row);
  const ends = { min: String(low), max: String(high), step: String(step) };
  const slider = el("input", { id: row.name, type: "range", ...ends });
  hearMoves(slider, () => {
    slider.dataset.value = slider.value;
    hand.set({ [row.name]: fromPlace(row, Number(slider.value)) });
  });
  slider.addEventListener("change", () => hand.rest()); // the mouse button or the key is up
  slider.addEventListener("keydown", (event) => nudge(event, SLIDER_KEYS, row, hand));
  return slider;
}

/**
 * Shows a value in the slider and in its number box.
 * @param {Input} row
 * @param {number} value
 */
export function show(row, value) {
  const slider = input(row.name);
  const place = String(toPlace(row, value));
  // The native slider rounds to its step, so only a value that differs from its own moves it.
  if (slider.dataset.value !== place) {
    slider.value = place;
    slider.dataset.value = place;
  }
  attributes(slider, { "aria-valuetext": boxed(value) });
  showBox(row, value);
}

/**
 * Marks a value with a tick over the slider, and says in words what lies there.
 * @param {Input} row
 * @param {number} value
 * @param {string} words
 */
export function mark(row, value, words) {
  const slider = input(row.name);
  const id = `${row.name}-mark`;
  const said = byId(id) ?? el("p", { id, className: "mark" });
  if (!said.isConnected) slider.after(said);
  attributes(slider, { "aria-describedby": id });
  if (said.textContent !== words) said.textContent = words;
  const share = shareOf(row, value);
  const isOnTrack = share > 0 && share < 1;
  slider.parentElement?.style.setProperty("--mark", String(isOnTrack ? share : -1));
  said.classList.toggle("ticked", isOnTrack);
}
