// The mark of an answer that is dragged in a figure.
import { fill } from "./entry.js";

/**
 * Puts a mark into a plot.
 * @typedef {(host: HTMLElement, root: string, place: Place, moved: (value: number) => void) =>
 *   import("../plots/spot.js").Spot} MakeSpot
 */

/** Puts the mark of the answer of a step into its first figure, and keeps it where it belongs. */
export class Placing {
  #roots;
  #makeSpot;
  /** @type {import("../plots/spot.js").Spot | undefined} */
  #spot;

  /**
   * @param {Record<string, string>} roots figure to the id of its plot
   * @param {MakeSpot} makeSpot
   */
  constructor(roots, makeSpot) {
    this.#roots = roots;
    this.#makeSpot = makeSpot;
  }

  /**
   * Takes the last mark away, and puts one where the question of a step is answered with it.
   * @param {Lesson["steps"][number]} step
   * @param {import("./card.js").Card | undefined} card
   */
  put({ question, figures }, card) {
    this.#spot?.remove();
    this.#spot = undefined;
    const host = document.querySelector(`#figure-${figures[0]} .plot`);
    if (!question?.place || !card || !(host instanceof HTMLElement)) return;
    this.#spot = this.#makeSpot(host, this.#roots[figures[0]], question.place, (value) => {
      fill(card.form, question, value);
      card.typed();
    });
    this.#spot.free(!card.settled);
    card.form.oninput = () => this.#spot?.follow(card.number);
    if (!card.settled) this.#spot.follow(card.number);
    const entered = card.settled?.entered;
    if (typeof entered === "number") {
      this.#spot.set(entered);
      if (!question.guess) this.#spot.reveal(question.answer);
    }
  }

  /** Draws the mark where it lies in the plot now. */
  draw() {
    this.#spot?.draw();
  }
}
