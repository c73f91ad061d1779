// The buttons of training: forwards, backwards, running, back to the start.
import { byId, el } from "../dom/element.js";

const RUNNING = 1000 / 30; // ms between two steps of a run

let running = null; // the timer of a run

export function stop() {
  clearInterval(running);
  running = null;
  const run = byId("run");
  if (run) run.textContent = "Run";
}

export function make({ name }, hand) {
  stop();
  const button = (id, text, action, label = text) => {
    const made = el("button", { type: "button", id, textContent: text, ariaLabel: label });
    made.addEventListener("click", action);
    return made;
  };
  const taken = () => hand.input(name).value;
  const go = (steps) => hand.set({ [name]: Math.max(0, steps) });
  const leap = (steps) => () => {
    stop();
    go(steps(taken()));
    hand.rest();
  };
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return el(
    "div",
    { className: "training", role: "group", ariaLabel: "Training" },
    button(
      "back",
      "Back",
      leap((n) => n - 1),
      "One step back",
    ),
    button(
      "step",
      "Step",
      leap((n) => n + 1),
      "One step",
    ),
    button(
      "ten",
      "10 steps",
      leap((n) => n + 10),
    ),
    still
      ? button(
          "hundred",
          "100 steps",
          leap((n) => n + 100),
        )
      : button("run", "Run", () => toggle(() => go(taken() + 1), hand)),
    button(
      "tenfold",
      "× 10",
      leap((n) => Math.max(10, n * 10)),
      "Ten times as many steps",
    ),
    button(
      "restart",
      "Restart",
      leap(() => 0),
      "Back to the start of training",
    ),
    el("output", { id: name }),
  );
}

function toggle(step, hand) {
  if (running) {
    stop();
    return hand.rest();
  }
  byId("run").textContent = "Pause";
  running = setInterval(step, RUNNING);
}

export function show({ name, high }, value, hand) {
  byId(name).textContent = `${value} ${value === 1 ? "step" : "steps"}`;
  if (!running || value < high) return;
  stop();
  hand.rest();
}
