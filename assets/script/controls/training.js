// The buttons of training: forwards, backwards, running, back to the start.
import { byId, el } from "../dom/element.js";
import { text } from "../dom/write.js";
import { stepsInWords } from "../words/sentences.js";
import { LEAPS } from "./leaps.js";

const RATE = 30; // steps a second of a run, if the machine draws as many
const LATE = 3; // steps that a run may fall behind before it lets them go

/**
 * Makers of what stands below the buttons of training; the free lab adds some.
 * @type {(() => HTMLElement)[]}
 */
export const BELOW = [];

/** The frame that a run waits for. @type {number | undefined} */
let running;

/** Ends a run of training, if there is one. */
export function stop() {
  if (running !== undefined) cancelAnimationFrame(running);
  running = undefined;
  delete document.body.dataset.running;
  const run = byId("run");
  if (run) run.textContent = "Run";
}

/**
 * Makes the buttons, after which nothing runs. Who wants less motion gets a leap instead of a run.
 * @param {Input} row
 * @param {ControlHand} hand
 */
export function make({ name }, hand) {
  stop();
  const leap = (/** @type {keyof typeof LEAPS} */ id) => leapButton(id, name, hand);
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return el(
    "div",
    { className: "training", role: "group", ariaLabel: "Training" },
    ...[leap("back"), leap("step"), leap("ten")],
    isStill ? leap("hundred") : runButton(name, hand),
    ...[leap("tenfold"), leap("restart")],
    el("output", { id: name, ariaLive: "off" }), // the status says it once training stops
    el("p", { id: `${name}-end`, className: "problem", role: "status" }),
    ...BELOW.map((makeOne) => makeOne()),
  );
}

/**
 * @param {keyof typeof LEAPS} id
 * @param {string} name
 * @param {ControlHand} hand
 */
function leapButton(id, name, hand) {
  const { text, label, from } = LEAPS[id];
  return labelled(id, text, label, () => {
    stop();
    hand.set({ [name]: from(hand.input(name).value) });
    hand.rest();
  });
}

/**
 * @param {string} name
 * @param {ControlHand} hand
 */
function runButton(name, hand) {
  const step = () => hand.run({ [name]: hand.input(name).value + 1 });
  const button = labelled("run", "Run", "Run", () => toggle(step, hand));
  button.title = `${RATE} steps a second, or as many as this machine can draw`;
  return button;
}

/**
 * @param {string} id
 * @param {string} text
 * @param {string} label
 * @param {() => void} press
 */
function labelled(id, text, label, press) {
  const made = el("button", { type: "button", id, textContent: text, ariaLabel: label });
  made.addEventListener("click", press);
  return made;
}

/**
 * Starts a run, or ends the one that runs.
 * @param {() => void} step
 * @param {ControlHand} hand
 */
function toggle(step, hand) {
  if (running !== undefined) {
    stop();
    hand.rest();
    return;
  }
  byId("run").textContent = "Pause";
  run(step);
}

/**
 * Takes steps at the rate of a run, at most one in a frame, so that each of them is drawn.
 * @param {() => void} step
 */
function run(step) {
  document.body.dataset.running = "true"; // the status stays silent meanwhile
  let due = performance.now();
  const frame = (/** @type {number} */ now) => {
    running = requestAnimationFrame(frame);
    if (now < due) return;
    due = Math.max(due + 1000 / RATE, now - (LATE * 1000) / RATE);
    step();
  };
  running = requestAnimationFrame(frame);
}

/**
 * Shows how many steps were taken, and ends a run that has come as far as training goes.
 * @param {Input} row
 * @param {number} value
 * @param {ControlHand} hand
 */
export function show({ name, ending }, value, hand) {
  const output = byId(name);
  if (output) output.textContent = stepsInWords(value);
  text(`${name}-end`, ending ?? "");
  if (running === undefined || !ending) return;
  stop();
  hand.rest();
}
