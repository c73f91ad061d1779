// The rows of own data as a table to edit. It shows a window of them: a large file has 50,000.
import { el } from "../dom/element.js";
import { thousands } from "../frame/numbers.js";
import { problemId } from "./field.js";
import { addRow, removeRow } from "./grid.js";

const SHOWN = 12; // rows at once

/** The table, which tells when a row has changed. */
export class RowsTable {
  at = el("div", { className: "own-table" });
  /** @type {import("./grid.js").Grid} */
  #grid = { above: [], header: [], rows: [], lines: [], delimiter: "," };
  /** @type {number[]} */
  #columns = []; // those that have a meaning, the label last
  #first = 0;
  #wrong = { row: -1, column: -1 };
  #changed;

  /** @param {() => void} changed */
  constructor(changed) {
    this.#changed = changed;
  }

  /**
   * Shows a table from its first row.
   * @param {import("./grid.js").Grid} grid
   * @param {string[]} names of the columns that are shown
   */
  show(grid, names) {
    if (grid.header.join("\n") !== this.#grid.header.join("\n")) this.#first = 0;
    this.#grid = grid;
    this.choose(names);
  }

  /** @param {string[]} names of the columns that are shown */
  choose(names) {
    const known = names.map((name) => this.#grid.header.indexOf(name)).filter((j) => j >= 0);
    this.#columns = known.length ? known : this.#grid.header.map((_, j) => j).slice(0, 4);
    this.#draw();
  }

  /**
   * Marks what has to be mended, and shows its row.
   * @param {number} row -1 for none
   * @param {number} column -1 where it is the whole row
   */
  mark(row, column) {
    if (row === this.#wrong.row && column === this.#wrong.column) return;
    this.#wrong = { row, column };
    const isAway = row >= 0 && (row < this.#first || row >= this.#first + SHOWN);
    if (isAway) this.#first = row - (row % SHOWN);
    if (isAway) this.#draw();
    const rows = this.at.querySelectorAll("tbody tr");
    rows.forEach((tr, i) => {
      tr.classList.toggle("wrong", this.#first + i === row);
      tr.querySelectorAll("input").forEach((box, j) => {
        box.ariaInvalid = String(this.#isWrong(this.#first + i, this.#columns[j]));
      });
    });
  }

  /**
   * @param {number} i
   * @param {number} j
   */
  #isWrong(i, j) {
    const { row, column } = this.#wrong;
    return i === row && (j === column || !this.#columns.includes(column));
  }

  #draw() {
    const { rows } = this.#grid;
    this.#first = Math.max(0, Math.min(this.#first, rows.length - 1));
    const last = Math.min(this.#first + SHOWN, rows.length);
    const shown = rows.slice(this.#first, last);
    const body = el("tbody", {}, ...shown.map((_, i) => this.#row(this.#first + i)));
    const table = el("table", { ariaLabel: "Rows" }, this.#head(), body);
    const scroll = { className: "own-scroll", tabIndex: 0, role: "region", ariaLabel: "Rows" };
    this.at.replaceChildren(el("div", scroll, table), this.#foot(last));
  }

  #head() {
    const names = this.#columns.map((j) => this.#grid.header[j]);
    const cells = ["Line", ...names].map((textContent) => el("th", { scope: "col", textContent }));
    const remove = el("span", { className: "visually-hidden", textContent: "Remove" });
    return el("thead", {}, el("tr", {}, ...cells, el("th", { scope: "col" }, remove)));
  }

  /** @param {number} i */
  #row(i) {
    const line = String(this.#grid.lines[i]);
    const cells = this.#columns.map((j) => el("td", {}, this.#cell(i, j, line)));
    const look = { className: "own-remove", textContent: "×", ariaLabel: `× Remove line ${line}` };
    const remove = el("button", { type: "button", ...look });
    remove.addEventListener("click", () => this.#remove(i));
    const head = el("th", { scope: "row", textContent: line });
    const tr = el("tr", {}, head, ...cells, el("td", {}, remove));
    tr.classList.toggle("wrong", i === this.#wrong.row);
    return tr;
  }

  /**
   * @param {number} i
   * @param {number} j
   * @param {string} line
   */
  #cell(i, j, line) {
    const row = this.#grid.rows[i];
    const name = { ariaLabel: `${this.#grid.header[j]}, line ${line}` };
    const box = el("input", { type: "text", value: row[j], autocomplete: "off", ...name });
    box.addEventListener("input", () => {
      row[j] = box.value;
      this.#changed();
    });
    box.setAttribute("aria-describedby", problemId("rows"));
    box.ariaInvalid = String(this.#isWrong(i, j));
    return box;
  }

  /** @param {number} i */
  #remove(i) {
    removeRow(this.#grid, i);
    this.#draw();
    const buttons = /** @type {NodeListOf<HTMLElement>} */ (
      this.at.querySelectorAll(".own-remove")
    );
    const next = buttons[Math.min(i - this.#first, buttons.length - 1)];
    (next ?? this.at.querySelector("button"))?.focus();
    this.#changed();
  }

  /** @param {number} last */
  #foot(last) {
    const { rows } = this.#grid;
    const add = this.#button("Add a row", () => this.#add());
    if (rows.length <= SHOWN) return el("div", { className: "own-foot" }, add);
    const before = this.#button("Earlier rows", () => this.#turn(-SHOWN), this.#first === 0);
    const after = this.#button("Later rows", () => this.#turn(SHOWN), last === rows.length);
    const [from, to] = [this.#first + 1, last].map(thousands);
    const said = `Rows ${from} to ${to} of ${thousands(rows.length)}`;
    const where = el("span", { className: "hint", role: "status", textContent: said });
    return el("div", { className: "own-foot" }, add, before, after, where);
  }

  /**
   * @param {string} textContent
   * @param {() => void} act
   * @param {boolean} [disabled]
   */
  #button(textContent, act, disabled = false) {
    const button = el("button", { type: "button", textContent, disabled });
    button.addEventListener("click", act);
    return button;
  }

  #add() {
    addRow(this.#grid);
    this.#first = Math.max(0, this.#grid.rows.length - SHOWN);
    this.#draw();
    const last = this.at.querySelector("tbody tr:last-child input");
    if (last instanceof HTMLElement) last.focus();
    this.#changed();
  }

  /** @param {number} rows */
  #turn(rows) {
    this.#first = Math.max(0, Math.min(this.#first + rows, this.#grid.rows.length - 1));
    this.#draw();
    const name = rows < 0 ? "Earlier rows" : "Later rows";
    const buttons = [...this.at.querySelectorAll("button")];
    const same = buttons.find(({ textContent }) => textContent === name);
    (same?.disabled
      ? buttons.find(({ textContent }) => /rows$/.test(textContent ?? ""))
      : same
    )?.focus();
  }
}
