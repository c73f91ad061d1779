// A slider with its number box.
import { byId, el } from "../dom/element.js";
import { attributes } from "../dom/write.js";
import { boxed } from "../frame/numbers.js";
import { parse, problem } from "../words/entries.js";
import { fromPlace, nearby, shareOf, toPlace, track } from "./scale.js";

const SLIDER_KEYS = { PageUp: 10, PageDown: -10 }; // the browser knows the others
const BOX_KEYS = { ...SLIDER_KEYS, ArrowUp: 1, ArrowDown: -1 };

export function make(row, hand) {
  const { name, word, symbol } = row;
  const label = el("label", { htmlFor: name });
  label.append(el("span", { className: "word", textContent: symbol ? `${word} ` : word }), symbol);
  const { low, high, step } = track(row);
  const slider = el("input", { id: name, type: "range", min: low, max: high, step });
  const box = el("input", {
    ...{ id: `${name}-number`, className: "number", type: "text", inputMode: "decimal" },
    ...{ autocomplete: "off", spellcheck: false, role: "spinbutton" },
    ariaLabel: `${symbol || word} as a number`,
  });
  bindSlider(slider, row, hand);
  bindBox(box, row, hand);
  return el("div", {}, label, box, slider);
}

function bindSlider(slider, row, hand) {
  slider.addEventListener("input", () => {
    slider.dataset.value = slider.value;
    hand.set({ [row.name]: fromPlace(row, Number(slider.value)) });
  });
  slider.addEventListener("change", hand.rest); // the mouse button or the key is up
  slider.addEventListener("keydown", (e) => nudge(e, SLIDER_KEYS, row, hand));
}

function nudge(e, keys, { name }, hand) {
  const steps = keys[e.key];
  if (steps === undefined) return;
  e.preventDefault();
  const { row, value } = hand.input(name);
  hand.set({ [name]: nearby(row, value, steps) });
}

function bindBox(box, row, hand) {
  box.addEventListener("keydown", (e) => {
    nudge(e, BOX_KEYS, row, hand);
    if (e.key === "Enter") {
      e.preventDefault();
      enter(box, row, hand);
    } else if (e.key === "Escape") {
      box.value = boxed(hand.input(row.name).value);
      hand.complain("");
    }
  });
  box.addEventListener("change", () => enter(box, row, hand));
}

function enter(box, { name }, hand) {
  const { row, value } = hand.input(name);
  if (box.value === boxed(value)) return;
  const wrong = problem(
    box.value,
    { ...row, symbol: row.symbol || row.word, ...range(row) },
    value,
  );
  const entered = parse(box.value);
  box.value = box.dataset.shown = boxed(value);
  if (wrong) return hand.complain(wrong);
  hand.set({ [name]: entered });
  hand.rest();
}

// What the box takes: on a scale of powers also 0, where that has a place.
const range = ({ low, high, zero }) => ({ low: zero ? 0 : low, high });

export function show(row, value) {
  const [slider, box] = [byId(row.name), byId(`${row.name}-number`)];
  const place = String(toPlace(row, value));
  // the native slider rounds to its step, so only a value that differs from its own moves it
  if (slider.dataset.value !== place) slider.value = slider.dataset.value = place;
  const said = boxed(value);
  attributes(slider, { "aria-valuetext": said });
  // what someone is typing stays
  const typing = document.activeElement === box && box.value !== (box.dataset.shown ?? "");
  if (!typing && box.value !== said) box.value = said;
  const { low, high } = range(row);
  const spoken = { "aria-valuenow": value, "aria-valuemin": low, "aria-valuemax": high };
  attributes(box, { "data-shown": said, ...spoken });
}

// A tick over the slider at a value, and what it means in words.
export function mark(row, at, words) {
  const [slider, id] = [byId(row.name), `${row.name}-mark`];
  const said = byId(id) ?? el("p", { id, className: "mark" });
  if (!said.isConnected) slider.after(said);
  attributes(slider, { "aria-describedby": id });
  if (said.textContent !== words) said.textContent = words;
  const share = shareOf(row, at);
  const visible = share > 0 && share < 1;
  slider.parentElement.style.setProperty("--mark", visible ? share : -1);
  said.classList.toggle("ticked", visible);
}
