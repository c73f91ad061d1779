// The right side of the dialog: what the columns mean.
import { el } from "../dom/element.js";
import { MOST_FEATURES } from "./block.js";
import { described, problemOf } from "./field.js";

/** @typedef {import("./draft.js").Draft} Draft */

const FEATURES =
  "One feature draws the curve, two draw the plane; three or four have sliders and bars.";

/** Title, label, positive class and features of a draft. */
export class MappingView {
  at = el("section", { className: "own-mapping" });
  #draft;
  #hear;
  #title;
  #made = "";

  /**
   * @param {Draft} draft
   * @param {{ chosen: () => void, titled: () => void }} hear is told of each choice, and of a title
   *   while it is typed
   */
  constructor(draft, hear) {
    this.#draft = draft;
    this.#hear = hear;
    this.#title = this.#titleBox();
  }

  /**
   * Shows what can be chosen and what is; an element that has the focus keeps it.
   * @param {Own | null} own what the choices make of the rows; null where there is something to
   *   mend
   */
  show(own) {
    const { sheet, label, positive, features, title } = this.#draft;
    if (this.#title.value !== title) this.#title.value = title;
    const said = own ? [own.negative, own.positive] : [];
    const wanted = JSON.stringify([sheet?.columns, label, positive, features, said]);
    if (wanted === this.#made) return;
    this.#made = wanted;
    const focused = document.activeElement?.id;
    this.at.replaceChildren(
      el("h3", { textContent: "What the columns mean" }),
      el("label", { htmlFor: this.#title.id, textContent: "Title" }),
      this.#title,
      ...this.#label(),
      ...this.#classes(said),
      ...this.#features(),
    );
    const again = focused ? this.at.querySelector(`#${CSS.escape(focused)}`) : null;
    if (again instanceof HTMLElement) again.focus();
  }

  #titleBox() {
    const box = el("input", { type: "text", id: "own-title-of" });
    box.addEventListener("input", () => {
      this.#draft.title = box.value;
      this.#hear.titled();
    });
    return box;
  }

  #label() {
    const columns = this.#draft.sheet?.columns ?? [];
    const options = columns.map(({ name, classes }) => {
      const option = new Option(classes.length ? name : `${name} (not two values)`, name);
      option.disabled = classes.length === 0;
      return option;
    });
    if (!this.#draft.label) options.unshift(new Option("Choose a column", ""));
    const menu = described(el("select", { id: "own-label" }, ...options), "label");
    menu.value = this.#draft.label;
    menu.addEventListener("change", () => {
      this.#draft.chooseLabel(menu.value);
      this.#hear.chosen();
    });
    return [el("label", { htmlFor: menu.id, textContent: "Label y" }), menu, problemOf("label")];
  }

  /** @param {string[]} said what y = 0 and y = 1 mean, if that is known */
  #classes(said) {
    const { classes, label, positive } = this.#draft;
    if (classes.length === 0) return [];
    const radios = classes.map((value, i) => {
      const look = { type: "radio", name: "own-positive", id: `own-positive-${i}`, value };
      const radio = el("input", { ...look, checked: value === positive });
      radio.addEventListener("change", () => {
        this.#draft.positive = value;
        this.#hear.chosen();
      });
      const plain = `${label} = ${value}`;
      const words = said[Number(value === positive)] ?? plain;
      return el("label", {}, radio, words === plain ? plain : `${words} (${plain})`);
    });
    const [zero, one] = said;
    const hint = one ? `${one} is y = 1, ${zero} is y = 0.` : "";
    return [
      group("y = 1 stands for", ...radios),
      el("p", { id: "own-said", className: "hint", textContent: hint }),
    ];
  }

  #features() {
    const { sheet, label, features } = this.#draft;
    const others = (sheet?.columns ?? []).filter((each) => each.isNumeric && each.name !== label);
    const boxes = others.map((column, i) => {
      const checked = features.includes(column.name);
      const isFull = !checked && features.length === MOST_FEATURES;
      const look = { type: "checkbox", id: `own-feature-${i}`, checked, disabled: isFull };
      const box = described(el("input", look), "features", "own-features-hint");
      box.addEventListener("change", () => {
        this.#draft.chooseFeature(column.name, box.checked);
        this.#hear.chosen();
      });
      const why = el("small", { textContent: checked ? "" : column.problem });
      return el("label", {}, box, el("span", {}, column.name, why));
    });
    const hint = el("p", { id: "own-features-hint", className: "hint", textContent: FEATURES });
    return [group("Features x", ...boxes), hint, problemOf("features")];
  }
}

/**
 * @param {string} name
 * @param {HTMLElement[]} parts
 */
const group = (name, ...parts) =>
  el(
    "fieldset",
    { className: "own-group" },
    el("legend", { textContent: name }),
    el("div", { className: "own-options" }, ...parts),
  );
