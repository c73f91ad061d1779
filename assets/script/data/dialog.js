// The dialog “Your data”: a reader brings rows, says what they mean, and shows them on the page.
import { draftOf, keepDraft } from "../dom/drafts.js";
import { byId, el } from "../dom/element.js";
import { thousands } from "../frame/numbers.js";
import { checkSize, textOf } from "./bytes.js";
import { rowsOf } from "./csv.js";
import { Draft, fieldOf } from "./draft.js";
import { copyOf } from "./edit.js";
import { MappingView } from "./mapping-view.js";
import { DataError } from "./refusal.js";
import { RowsView } from "./rows-view.js";

const PAUSE = 400; // ms without a key, after which what is typed is looked at
const KEPT = 300_000; // characters at most that are kept over a reload
const WHERE = "own-draft";
const PRIVATE = "Your rows stay in this browser; nothing of them is sent anywhere.";
const EXAMPLE = [
  "# title: Hours of practice",
  "# unit: h",
  "hours,passed",
  ...["0.5,no", "1,no", "1.5,no", "2,yes", "2.5,no", "3,no", "3.5,yes", "4,no"],
  ...["4.5,yes", "5,yes", "5.5,yes", "6,yes", ""],
].join("\n");

/** @typedef {import("./own.js").OwnData} OwnData */

/** The dialog; what was entered stays in it until it is shown on the page. */
export class Dialog {
  #own;
  #store;
  #rows;
  #mapping;
  #dialog = el("dialog", { id: "own" });
  #draft = new Draft();
  #isTyped = false; // whether the draft is other than what the page shows
  #isOfPage = true; // whether it began as that
  /**
   * The data that the draft has given to the page; null where it has begun anew since.
   * @type {Own | null}
   */
  #shown = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;

  /**
   * @param {Pick<OwnData, "now" | "show" | "change">} own
   * @param {Pick<import("../store.js").Store, "rest" | "scene" | "block">} store
   */
  constructor(own, store) {
    this.#own = own;
    this.#store = store;
    this.#rows = new RowsView(this.#draft, {
      file: (file) => this.take(file),
      typed: () => this.#typed(),
      example: () => this.#begin(EXAMPLE, ""),
      present: () => this.#present(),
    });
    this.#mapping = new MappingView(this.#draft, {
      chosen: () => this.#chosen(),
      titled: () => this.#typed(),
    });
    this.#make();
    this.#restore();
  }

  #make() {
    const dialog = this.#dialog;
    dialog.setAttribute("aria-labelledby", "own-title");
    const close = el("button", { type: "button", className: "share-close", textContent: "×" });
    close.ariaLabel = "× Close";
    close.addEventListener("click", () => dialog.close());
    const title = el("h2", { id: "own-title", textContent: "Your data" });
    const columns = el("div", { className: "own-columns" }, this.#rows.at, this.#mapping.at);
    dialog.append(el("div", { className: "share-head" }, title, close), columns, this.#end());
    dialog.addEventListener("click", ({ target }) => {
      if (target === dialog) dialog.close(); // a click beside what stands in it
    });
    document.body.append(dialog);
  }

  #end() {
    const show = el("button", { type: "button", id: "own-show", className: "share-main" });
    show.textContent = "Show these data";
    show.addEventListener("click", () => this.#show());
    return el(
      "div",
      { className: "own-end" },
      show,
      el("p", { id: "own-count", role: "status" }),
      el("p", { className: "hint", textContent: PRIVATE }),
    );
  }

  #restore() {
    const kept = draftOf(WHERE);
    if (kept === null) return;
    this.#draft.restore(kept);
    this.#isTyped = true;
    this.#isOfPage = false;
  }

  /** Opens it with what was typed last, or with what the page shows. */
  open() {
    if (!this.#isTyped && !this.#stands) this.#fill();
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#look();
  }

  /** Whether the page still shows what the draft, with all of its columns, has given to it. */
  get #stands() {
    const { own, moved } = this.#store.scene;
    return own !== undefined && own === this.#shown && Object.keys(moved).length === 0;
  }

  // ---- where rows come from --------------------------------------------------------------------
  #fill() {
    const now = this.#own.now();
    const own = this.#store.scene.own ? now : copyOf(now);
    this.#draft.begin(rowsOf(own), "");
    this.#isOfPage = true;
    this.#shown = null;
  }

  #present() {
    this.#fill();
    this.#isTyped = false;
    keepDraft(WHERE, null);
    this.#look();
  }

  /**
   * @param {string} text
   * @param {string} title
   */
  #begin(text, title) {
    this.#draft.begin(text, title);
    this.#isOfPage = false;
    this.#isTyped = true;
    this.#look();
  }

  /**
   * Takes a file. One that is no table changes nothing, and the reason stands beside the rows.
   * @param {File} file
   */
  async take(file) {
    this.open();
    try {
      checkSize(file.size);
      const text = textOf(new Uint8Array(await file.arrayBuffer()));
      const tried = new Draft();
      tried.take(text);
      if (tried.problem) throw tried.problem;
      this.#begin(text, file.name.replace(/\.[^.]*$/, ""));
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      this.#rows.complain("rows", `${file.name}: ${error.message}`);
    }
  }

  // ---- what is entered -------------------------------------------------------------------------
  #typed() {
    this.#isTyped = true;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#read(), PAUSE);
  }

  /** Reads what was typed. The rows themselves are not drawn anew under the hand. */
  #read() {
    clearTimeout(this.#pause);
    this.#draft.take(this.#draft.text);
    this.#rows.refresh();
    return this.#tell();
  }

  #chosen() {
    this.#isTyped = true;
    this.#rows.mapped();
    this.#tell();
  }

  #look() {
    this.#rows.show();
    this.#tell();
  }

  /**
   * Says what the rows are, or what to mend; gives the data if there is nothing to mend.
   * @returns {Own | null}
   */
  #tell() {
    if (this.#isTyped) this.#keep();
    const { own, error } = this.#tried();
    this.#mapping.show(own);
    this.#rows.complain(error ? fieldOf(error) : "", error?.message ?? "");
    byId("own-count").textContent = own ? counted(own) : "";
    return own;
  }

  /** @returns {{ own: Own | null, error: DataError | null }} */
  #tried() {
    try {
      return { own: this.#draft.own(), error: null };
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      return { own: null, error };
    }
  }

  /** Keeps what is typed over a reload, unless it is very long. */
  #keep() {
    const { text, kept } = this.#draft;
    keepDraft(WHERE, text && text.length <= KEPT ? kept : null);
  }

  /** Leads to what has to be mended. */
  #lead() {
    /** @type {NodeListOf<HTMLElement>} */
    const wrong = this.#dialog.querySelectorAll("[aria-invalid=true]:not(.visually-hidden)");
    const at = [...wrong].find((each) => each.checkVisibility());
    const rows = this.#dialog.querySelector(".own-scroll");
    if (at) at.focus();
    else if (rows instanceof HTMLElement) rows.focus();
    if (at instanceof HTMLInputElement) at.select(); // What is typed takes the place of the value.
  }

  // ---- the end ---------------------------------------------------------------------------------
  #show() {
    const own = this.#read();
    if (!own) {
      this.#lead();
      return;
    }
    if (this.#isOfPage && isAlike(own, this.#own.now())) {
      this.#own.change(own);
      this.#store.rest();
    } else this.#own.show(own);
    this.#isTyped = false;
    this.#isOfPage = true;
    this.#shown = own;
    keepDraft(WHERE, null);
    this.#dialog.close();
  }
}

/**
 * How many rows there are of each class.
 * @param {Own} own
 */
function counted({ y }) {
  const ones = y.reduce((sum, label) => sum + label, 0);
  const [n, one, none] = [y.length, ones, y.length - ones].map(thousands);
  return `${n} rows: ${one} with y = 1, ${none} with y = 0.`;
}

/**
 * Whether weights of one data set mean the same for another one.
 * @param {Own} a
 * @param {Own} b
 */
const isAlike = (a, b) =>
  JSON.stringify([a.features, a.units, a.positive]) ===
  JSON.stringify([b.features, b.units, b.positive]);
