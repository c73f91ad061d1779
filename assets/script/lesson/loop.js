// A program in the text whose lines are at work: each step of training marks them in turn.
const PACE = 140; // ms that a line stays marked

/** Marks the lines of the loop in a text, one after the other, whenever training takes a step. */
export class Loop {
  #steps = 0;
  /** @type {Element[]} */
  #lines = [];
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  /**
   * Follows a frame.
   * @param {Element} section the text of the step
   * @param {number} steps that training has taken
   */
  follow(section, steps) {
    const isNews = steps !== this.#steps && steps > 0;
    this.#steps = steps;
    if (!isNews || this.#lines.length > 0) return;
    this.#lines = [...section.querySelectorAll("pre[data-loop] .line")];
    if (this.#lines.length === 0) return;
    let at = 0;
    const mark = () => {
      for (const [i, line] of this.#lines.entries()) line.classList.toggle("at-work", i === at);
      if (at++ >= this.#lines.length) this.#end();
    };
    mark();
    this.#timer = setInterval(mark, PACE);
  }

  #end() {
    clearInterval(this.#timer);
    this.#lines = [];
  }
}
