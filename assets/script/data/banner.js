// What stands above a figure while samples are moved in it.
import { el, press } from "../dom/element.js";
import { meaning } from "../words/names.js";

const KEYS =
  "Keys in the figure: arrow keys move the chosen sample, with Shift ten steps at once; F flips its class, N adds one, Delete removes it; Page Up and Page Down choose another; Escape ends.";
const ASK = "Drag a sample, or press an empty place to add one.";

/**
 * Whom the banner tells of its buttons.
 * @typedef {{ flip(): void, remove(): void, done(): void }} BannerHear
 */

/** The banner: what can be done, the class of new samples, and the chosen sample. */
export class Banner {
  at;
  /** What the keys do, to stand below the figure. */
  keys = el("p", { id: "moving-keys", className: "hint", textContent: KEYS });
  #said = el("p", { className: "moving-said", role: "status" });
  #copied = el("p", { className: "hint", role: "status" });
  #classes = el("div", { className: "moving-classes" });
  #words = "";
  y = 1; // of a new sample

  /** @param {BannerHear} hear */
  constructor({ flip, remove, done }) {
    const buttons = [press("Flip class", flip), press("Remove", remove), press("Done", done)];
    buttons[2].classList.add("share-main");
    this.at = el(
      "div",
      { className: "moving", role: "group", ariaLabel: "Moving samples" },
      el("p", {}, el("b", { textContent: "Moving samples. " }), ASK),
      this.#classes,
      el("div", { className: "moving-line" }, ...buttons),
      this.#said,
      this.#copied,
    );
  }

  /**
   * Says which sample is chosen, and what the classes mean.
   * @param {string} sentence
   * @param {Block} block
   */
  show(sentence, { positive, negative }) {
    if (this.#said.textContent !== sentence) this.#said.textContent = sentence;
    const words = JSON.stringify([positive, negative]);
    if (words === this.#words) return;
    this.#words = words;
    const radios = [this.#class(1, meaning(1, positive)), this.#class(0, meaning(0, negative))];
    const group = { role: "radiogroup", ariaLabel: "A new one has" };
    this.#classes.replaceChildren(el("div", group, "A new one has ", ...radios));
  }

  /**
   * @param {number} y
   * @param {string} words
   */
  #class(y, words) {
    const look = { type: "radio", name: "moving-class", checked: this.y === y };
    const radio = el("input", look);
    radio.addEventListener("change", () => {
      this.y = y;
    });
    return el("label", {}, radio, `y = ${y}${words}`);
  }

  /** @param {string} sentence that is said once */
  tell(sentence) {
    this.#copied.textContent = sentence;
  }
}
