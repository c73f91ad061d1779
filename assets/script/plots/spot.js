// A place in a plot that a reader drags an answer to: a line across it, or a dot.
import { el } from "../dom/element.js";
import { later } from "../dom/later.js";
import { animate, isStill } from "../dom/motion.js";
import { plain } from "../frame/numbers.js";
import { frameIn } from "./frame-in.js";

const SHARE = 0.6; // of the width of a plot, beyond which a label stands left of its mark

/** The mark of an answer over a plot; it answers to pointer and keys. */
export class Spot {
  #host;
  #root;
  #spot;
  #mark;
  #value;
  #isMoved = false; // until the reader has put it somewhere
  /**
   * The mark of the true place, once it is shown.
   * @type {{ mark: HTMLElement, value: number } | undefined}
   */
  #truth;
  #moved;
  #eye;

  /**
   * @param {HTMLElement} host the element around the plot
   * @param {string} root the id of the plot's model
   * @param {Place} spot
   * @param {(value: number) => void} moved is told where the reader puts it
   */
  constructor(host, root, spot, moved) {
    this.#host = host;
    this.#root = root;
    this.#spot = spot;
    this.#value = spot.start;
    this.#moved = moved;
    this.#mark = this.#made("guess", "Your answer: drag it, or press the arrow keys");
    this.#bind();
    this.#eye = new ResizeObserver(later(() => this.draw())); // once the plot has its new size
    this.#eye.observe(host);
    this.draw();
  }

  /**
   * @param {string} className
   * @param {string} said
   */
  #made(className, said) {
    const { axis, at, low, high } = this.#spot;
    const shape = at === null ? `line-${axis}` : "dot";
    const mark = el("div", { className: `spot ${className} ${shape}`, ariaLabel: said });
    Object.assign(mark, { role: "slider", tabIndex: 0, ariaValueMin: low, ariaValueMax: high });
    mark.append(el("span", { className: "spot-label" }));
    this.#host.append(mark);
    return mark;
  }

  /** @param {boolean} isFree whether the reader can move it */
  free(isFree) {
    this.#mark.classList.toggle("fixed", !isFree);
    this.#mark.tabIndex = isFree ? 0 : -1;
  }

  /** Takes it out of the plot. */
  remove() {
    this.#eye.disconnect();
    for (const each of this.#host.querySelectorAll(".spot")) each.remove();
  }

  /** @param {number} value */
  set(value) {
    this.#value = value;
    this.#isMoved = true;
    this.draw();
  }

  /**
   * Follows a number that the reader types.
   * @param {number} value
   */
  follow(value) {
    if (Number.isFinite(value)) this.set(value);
  }

  /** Puts the marks where their values lie in the plot as it is drawn now. */
  draw() {
    this.#put(this.#mark, this.#value, this.#isMoved ? "your answer" : "");
    if (this.#truth) this.#put(this.#truth.mark, this.#truth.value, "answer");
  }

  /**
   * Lets the true place glide in from the reader's.
   * @param {number} answer
   */
  reveal(answer) {
    const from = this.#value;
    const truth = { mark: this.#made("truth", "The answer"), value: from };
    truth.mark.tabIndex = -1;
    this.#truth?.mark.remove();
    this.#truth = truth;
    /** @param {number} share */
    const move = (share) => {
      truth.value = from + (answer - from) * share;
      this.draw();
    };
    if (isStill()) move(1);
    else animate(600, move);
  }

  /**
   * @param {HTMLElement} mark
   * @param {number} value
   * @param {string} said
   */
  #put(mark, value, said) {
    const frame = frameIn(this.#host, this.#root);
    if (!frame) return;
    const { axis, at } = this.#spot;
    const { left, top, x, y, width, height } = frame;
    const along = axis === "x" ? x.compute(value) : y.compute(value);
    const other = at === null ? 0 : axis === "x" ? y.compute(at) : x.compute(at);
    const place =
      axis === "x"
        ? { left: `${left + along}px`, top: `${top + (at === null ? frame.y0 : other)}px` }
        : { left: `${left + (at === null ? frame.x0 : other)}px`, top: `${top + along}px` };
    Object.assign(mark.style, place);
    const across = axis === "x" ? along : other;
    mark.classList.toggle("at-right", left + across > SHARE * this.#host.clientWidth);
    mark.style.setProperty("--across", `${axis === "x" ? height : width}px`);
    mark.ariaValueNow = String(value);
    mark.ariaValueText = plain(value);
    const label = /** @type {HTMLElement} */ (mark.firstElementChild);
    label.textContent = said ? `${said} ${plain(Number(value.toPrecision(3)))}` : "drag me";
  }

  // ---- the hand --------------------------------------------------------------------------------
  #bind() {
    const mark = this.#mark;
    mark.addEventListener("pointerdown", (event) => {
      if (mark.classList.contains("fixed")) return;
      event.preventDefault();
      mark.focus();
      mark.setPointerCapture(event.pointerId);
    });
    mark.addEventListener("pointermove", (event) => {
      if (mark.hasPointerCapture(event.pointerId)) this.#follow(event);
    });
    mark.addEventListener("keydown", (event) => {
      const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
      if (!steps || mark.classList.contains("fixed")) return;
      event.preventDefault();
      event.stopPropagation();
      this.#take(this.#value + steps * this.#spot.step);
    });
  }

  /** @param {PointerEvent} event */
  #follow({ clientX, clientY }) {
    const frame = frameIn(this.#host, this.#root);
    if (!frame) return;
    const box = this.#host.getBoundingClientRect();
    const value =
      this.#spot.axis === "x"
        ? frame.x.invert(clientX - box.left - frame.left)
        : frame.y.invert(clientY - box.top - frame.top);
    this.#take(value);
  }

  /** @param {number} value */
  #take(value) {
    const { low, high, step } = this.#spot;
    const near = Math.round(value / step) * step;
    const taken = Number(Math.min(high, Math.max(low, near)).toPrecision(12));
    this.set(taken);
    this.#moved(taken);
  }
}
