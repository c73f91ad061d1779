// The place below a step's text where a term, or a number with its sum, is explained.
import { byId, el } from "../dom/element.js";
import { explain } from "../words/formulas.js";
import { exact } from "./live.js";

/**
 * What opens the sum behind a number, by the column that it stands in.
 * @type {Record<string, string>}
 */
const SUMS = {
  boundary: "boundary",
  mean_loss: "mean-loss",
  correct: "accuracy",
  accuracy: "accuracy",
  odds_ratio: "odds-ratio",
  grad_w0: "gradient",
  grad_w1: "gradient",
};
const OF_SAMPLE = /^(?:x|y|logit|odds|p|loss|residual)\[(\d+)\]$/;

/**
 * Lets terms and live numbers open and close their explanation.
 * @param {Element} walk
 * @param {Record<string, string>} terms
 * @param {{ seen(): Seen, select(row: number): void }} hear
 */
export function bindTips(walk, terms, { seen, select }) {
  const tip = byId("tip");
  /** @type {Element | null} */
  let open = null;
  const close = () => {
    open?.removeAttribute("aria-expanded");
    open = null;
    tip.hidden = true;
  };
  /** @param {HTMLElement} button */
  const content = (button) => {
    const { term, live } = button.dataset;
    if (term) return `<p><b>${term}</b>: ${terms[term] ?? ""}</p>`;
    return sumOf(live ?? "", seen);
  };
  walk.addEventListener("click", ({ target }) => {
    const button = /** @type {HTMLElement | null} */ (
      target instanceof Element ? target.closest("button.term, button.live") : null
    );
    if (!button) return;
    const wasOpen = open === button;
    close();
    if (wasOpen) return;
    const row = OF_SAMPLE.exec(button.dataset.live ?? "");
    if (row) select(Number(row[1]));
    tip.innerHTML = content(button);
    tip.append(
      closer(() => {
        close();
        button.focus();
      }),
    );
    tip.hidden = false;
    open = button;
    button.ariaExpanded = "true";
    tip.scrollIntoView({ block: "nearest" });
  });
  return close;
}

/** @param {() => void} close */
function closer(close) {
  const button = el("button", { type: "button", className: "share-close", textContent: "×" });
  button.ariaLabel = "Close the explanation";
  button.addEventListener("click", close);
  return button;
}

/**
 * The exact value at a place, and its sum where there is one.
 * @param {string} place
 * @param {() => Seen} seen
 */
function sumOf(place, seen) {
  const now = seen();
  const names = OF_SAMPLE.test(place) ? "sample" : SUMS[place];
  if (place.startsWith("answer(")) return "<p>This is what you answered.</p>";
  if (place.startsWith("right(")) return "<p>So many of your first answers were right.</p>";
  return `<p>exactly ${exact(place, now)}</p>${names ? explain(names, now) : ""}`;
}
