// The text of a step on the page, and the order of its figures.
import { button, byId } from "../dom/element.js";

/**
 * Shows the text of a step and how far the reader has come.
 * @param {number} number of the step
 * @param {number} last number of the end, which is a step of its own
 */
export function showText(number, last) {
  for (let i = 1; i <= last; i++) byId(`step-${i}`).hidden = i !== number;
  byId("count").textContent = `Step ${number} of ${last}`;
  /** @type {HTMLProgressElement} */ (byId("progress")).value = number;
  document.body.classList.toggle("ended", number === last);
  document.body.dataset.step = String(number);
  button("back").disabled = number === 1;
  button("next").disabled = number === last;
  byId("walk").scrollTop = 0;
  byId("status").textContent = ""; // what was spoken of the step before may answer this one
}

/**
 * Puts the figures of a step into their order, and the first one in sight.
 * @param {string[]} figures
 */
export function order(figures) {
  /** @type {NodeListOf<HTMLElement>} */
  const cards = document.querySelectorAll(".figures > [data-part]");
  for (const card of cards) card.style.order = String(figures.indexOf(card.dataset.part ?? ""));
  afterLayout(() => {
    for (const strip of document.querySelectorAll(".figures")) strip.scrollLeft = 0;
  });
}

/**
 * Does something once the parts of a step have their places. Where the stage is a strip that is
 * swiped, the browser would else go back to the figure that stood there.
 * @param {() => void} act
 */
const afterLayout = (act) => requestAnimationFrame(() => requestAnimationFrame(act));
