// The hand in a plot while samples are moved: it takes a dot, drags it, or points at an empty
// place.
import { el } from "../dom/element.js";
import { frameIn } from "./frame-in.js";

const REACH = 22; // pixels around a dot within which a finger takes it
const SLACK = 3; // pixels of a press that is no drag yet

/**
 * A dot in the plot, with the row of the table samples that it stands for, and whether it stands at
 * the label of the sample.
 * @typedef {{ row: number, x: number, y: number, isLabel: boolean }} Dot
 */

/**
 * Whom the hand tells, all in the units of the axes: a dot is taken, with the ends of both axes; it
 * is dragged; it is let go; an empty place is pressed; a key is down.
 * @typedef {object} MoverHear
 * @property {() => Dot[]} dots
 * @property {(dot: Dot, ends: [number, number][]) => void} take
 * @property {(x: number, y: number) => void} drag
 * @property {() => void} release
 * @property {(x: number, y: number) => void} place
 * @property {(event: KeyboardEvent) => void} key
 */

/**
 * A layer over the frame of a plot; below it the page scrolls no more, and nothing else is tapped.
 */
export class Mover {
  #host;
  #root;
  #hear;
  #layer;
  #eye;
  /** Where the pointer went down. @type {{ x: number, y: number } | null} */
  #from = null;
  #isDrag = false;
  /** @type {Dot | undefined} */
  #dot;

  /**
   * @param {HTMLElement} host the element around the plot
   * @param {string} root the id of the plot's model
   * @param {MoverHear} hear
   * @param {Partial<HTMLElement>} names what the layer is called
   */
  constructor(host, root, hear, names) {
    this.#host = host;
    this.#root = root;
    this.#hear = hear;
    this.#layer = el("div", { className: "mover", tabIndex: 0, role: "application", ...names });
    host.append(this.#layer);
    this.#bind();
    this.#eye = new ResizeObserver(() => this.#place());
    this.#eye.observe(host);
    this.#place();
  }

  /** The element that takes the keys. */
  get layer() {
    return this.#layer;
  }

  /** Takes the layer away. */
  remove() {
    this.#eye.disconnect();
    this.#layer.remove();
  }

  #place() {
    const frame = frameIn(this.#host, this.#root);
    if (!frame) return;
    const { left, top, x0, y0, width, height } = frame;
    const box = { left: left + x0, top: top + y0, width, height };
    for (const [name, value] of Object.entries(box))
      this.#layer.style.setProperty(name, `${value}px`);
  }

  #bind() {
    const layer = this.#layer;
    // A second finger takes nothing, moves nothing and lets nothing go.
    const hear = (/** @type {string} */ type, /** @type {(event: PointerEvent) => void} */ act) =>
      layer.addEventListener(type, (/** @type {any} */ event) => event.isPrimary && act(event));
    hear("pointerdown", (event) => this.#down(event));
    hear("pointermove", (event) => this.#move(event));
    hear("pointerup", (event) => this.#up(event));
    hear("pointercancel", () => this.#end());
    layer.addEventListener("keydown", (event) => this.#hear.key(event));
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button !== 0) return;
    event.preventDefault();
    this.#layer.focus({ preventScroll: true });
    this.#layer.setPointerCapture(event.pointerId);
    this.#from = { x: event.clientX, y: event.clientY };
    this.#isDrag = false;
    this.#dot = this.#near(event);
    const frame = frameIn(this.#host, this.#root);
    if (this.#dot && frame) this.#hear.take(this.#dot, [endsOf(frame.x), endsOf(frame.y)]);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (!this.#from) {
      this.#layer.classList.toggle("over", this.#near(event) !== undefined);
      return;
    }
    const { clientX, clientY } = event;
    this.#isDrag ||= Math.hypot(clientX - this.#from.x, clientY - this.#from.y) > SLACK;
    const at = this.#at(event);
    if (this.#isDrag && this.#dot && at) this.#hear.drag(...at);
  }

  /** @param {PointerEvent} event */
  #up(event) {
    const at = this.#at(event);
    if (this.#from && !this.#dot && !this.#isDrag && at) this.#hear.place(...at);
    this.#end();
  }

  #end() {
    if (this.#from && this.#dot) this.#hear.release();
    this.#from = null;
    this.#dot = undefined;
  }

  /**
   * Where a pointer stands on the axes, not beyond their ends.
   * @param {PointerEvent} event
   * @returns {[x: number, y: number] | undefined}
   */
  #at({ clientX, clientY }) {
    const frame = frameIn(this.#host, this.#root);
    if (!frame) return undefined;
    const box = this.#layer.getBoundingClientRect();
    const x = Math.min(Math.max(clientX - box.left, 0), box.width);
    const y = Math.min(Math.max(clientY - box.top, 0), box.height);
    return [frame.x.invert(x + frame.x0), frame.y.invert(y + frame.y0)];
  }

  /**
   * The dot under a pointer, the nearest of several.
   * @param {PointerEvent} event
   */
  #near({ clientX, clientY }) {
    const frame = frameIn(this.#host, this.#root);
    if (!frame) return undefined;
    const box = this.#layer.getBoundingClientRect();
    const x = clientX - box.left + frame.x0;
    const y = clientY - box.top + frame.y0;
    let [nearest, reach] = [/** @type {Dot | undefined} */ (undefined), REACH];
    for (const dot of this.#hear.dots()) {
      const away = Math.hypot(frame.x.compute(dot.x) - x, frame.y.compute(dot.y) - y);
      if (away <= reach) [nearest, reach] = [dot, away];
    }
    return nearest;
  }
}

/**
 * The ends of the axis of a scale.
 * @param {any} scale
 * @returns {[number, number]}
 */
const endsOf = ({ source_range: { start, end } }) => [start, end];
