// The left side of the dialog: where the rows come from, and the rows as a table or as text.
import { byId, el, press } from "../dom/element.js";
import { complain, described, problemOf } from "./field.js";
import { columnIn, gridOf, rowIn, textOf } from "./grid.js";
import { RowsTable } from "./rows-table.js";

/** @typedef {import("./draft.js").Draft} Draft */

/**
 * Whom the rows tell: that a file is chosen, that the text is another one, and that the reader
 * wants to begin with an example or with what the page shows.
 * @typedef {object} Hear
 * @property {(file: File) => void} file
 * @property {() => void} typed
 * @property {() => void} example
 * @property {() => void} present
 */

/** The rows of a draft, as a table while the text is one, and as text. */
export class RowsView {
  at;
  #draft;
  #hear;
  #table;
  #text;
  /** @type {import("./grid.js").Grid | null} */
  #grid = null;
  #isText = false;

  /**
   * @param {Draft} draft
   * @param {Hear} hear
   */
  constructor(draft, hear) {
    this.#draft = draft;
    this.#hear = hear;
    this.#table = new RowsTable(() => this.#edited());
    const look = { id: "own-text", spellcheck: false, rows: 14, ariaLabel: "Rows as text" };
    this.#text = described(el("textarea", { ...look, hidden: true }), "rows", "own-format");
    this.#text.placeholder = "hours,passed\n1.5,no\n4,yes";
    this.#text.addEventListener("input", () => this.#typed());
    this.at = this.#made();
  }

  #made() {
    const format =
      "A line of column names first, then one line for each sample; commas, semicolons, tabs or bars between.";
    return el(
      "section",
      { className: "own-rows" },
      el("h3", { textContent: "Rows" }),
      this.#begin(),
      el(
        "div",
        { className: "own-views", role: "radiogroup", ariaLabel: "Show rows as" },
        ...this.#views(),
      ),
      this.#table.at,
      this.#text,
      problemOf("rows"),
      el("p", { id: "own-format", className: "hint", textContent: format, hidden: true }),
    );
  }

  #begin() {
    const file = el("input", { type: "file", id: "own-file", accept: ".csv,.tsv,.txt,text/csv" });
    described(file, "rows");
    file.className = "visually-hidden";
    file.addEventListener("change", () => {
      if (file.files?.[0]) this.#hear.file(file.files[0]);
      file.value = ""; // The same file can be chosen again once it is mended.
    });
    const label = el("label", { htmlFor: file.id, textContent: "Choose a file" });
    return el(
      "div",
      { className: "own-begin" },
      el("span", { className: "own-file" }, file, label),
      press("Paste rows", () => this.paste()),
      press("An example", () => this.#hear.example()),
      press("Data of this page", () => this.#hear.present()),
      el("p", {
        className: "hint own-drop",
        textContent: "You can also drop a file anywhere on the page.",
      }),
    );
  }

  #views() {
    return ["Table", "Text"].map((name) => {
      const look = { type: "radio", name: "own-view", id: `own-view-${name.toLowerCase()}` };
      const radio = el("input", { ...look, checked: name === "Table" });
      radio.addEventListener("change", () => this.#turn(name === "Text"));
      return el("label", {}, radio, name);
    });
  }

  /** Lets the reader paste over the text that stands. */
  paste() {
    this.#turn(true);
    this.#text.focus();
    this.#text.select();
  }

  /** @param {boolean} isText */
  #turn(isText) {
    this.#isText = isText;
    this.show();
  }

  /** Shows the text of the draft; what is no table is shown as text. */
  show() {
    const { problem } = this.#draft;
    const isText = this.#isText || problem !== null;
    this.#grid = problem ? null : gridOf(this.#draft.text);
    if (isText && this.#text.value !== this.#draft.text) this.#text.value = this.#draft.text;
    if (!isText && this.#grid) this.#table.show(this.#grid, this.#names);
    this.#text.hidden = !isText;
    byId("own-format").hidden = !isText;
    this.#table.at.hidden = isText;
    for (const name of ["table", "text"]) {
      const radio = /** @type {HTMLInputElement} */ (byId(`own-view-${name}`));
      radio.checked = (name === "text") === isText;
      radio.disabled = name === "table" && problem !== null;
    }
  }

  get #names() {
    return [...this.#draft.features, this.#draft.label].filter(Boolean);
  }

  /** Follows what is typed as text; a table that is edited stays as it is under the hand. */
  refresh() {
    if (!this.#text.hidden) this.show();
  }

  /** Shows the columns that have a meaning now. */
  mapped() {
    this.#table.choose(this.#names);
  }

  #typed() {
    this.#isText = true;
    this.#draft.text = this.#text.value;
    this.#hear.typed();
  }

  #edited() {
    if (this.#grid) this.#draft.text = textOf(this.#grid);
    this.#hear.typed();
  }

  /**
   * Says beside a field what to mend, and marks the row that it is about.
   * @param {string} field empty for none
   * @param {string} sentence
   */
  complain(field, sentence) {
    complain(field, sentence);
    const grid = this.#grid;
    if (grid) this.#table.mark(rowIn(grid, sentence), columnIn(grid, sentence));
  }
}
