// What a reader has entered and chosen for own data, until it is shown: text, and what its columns
// mean.
import { checkOpening, MOST_FEATURES } from "./block.js";
import { parseCsv } from "./parse.js";
import { DataError } from "./refusal.js";
import { sheet as sheetOf } from "./sheet.js";
import { strip } from "./white.js";

/** The fields beside which a refusal stands, by its code; all others stand beside the rows. */
const FIELDS = {
  label: ["no_label", "two_labels", "no_class", "one_class", "ambiguous"],
  features: ["dup_feature", "too_many_features", "no_feature"],
};

/**
 * The field that a refusal is about.
 * @param {DataError} error
 * @returns {"label" | "features" | "rows"}
 */
export function fieldOf({ code }) {
  if (FIELDS.label.includes(code)) return "label";
  return FIELDS.features.includes(code) ? "features" : "rows";
}

/**
 * The features that are chosen before anybody chooses: all of a few, else those that stand before
 * the label, else the first.
 * @param {Sheet} sheet
 * @param {string} label
 * @returns {string[]}
 */
export function usualFeatures({ columns }, label) {
  const names = columns.map(({ name }) => name);
  const numeric = columns.filter((each) => each.isNumeric && each.name !== label);
  const sound = numeric.filter(({ problem }) => !problem);
  // Without a sound one, the refusal says what is wrong.
  const all = sound.length ? sound : numeric;
  const before = all.filter(({ name }) => names.indexOf(name) < names.indexOf(label));
  const few = [all, before].find(({ length }) => length > 0 && length <= MOST_FEATURES);
  return (few ?? all.slice(0, 1)).map(({ name }) => name);
}

/** Text and choices; whatever was chosen stays while the text still has it. */
export class Draft {
  text = "";
  title = "";
  #name = ""; // the title where the text has none
  label = "";
  positive = "";
  /** @type {string[]} */
  features = [];
  /** @type {Sheet | null} */
  sheet = null;
  /** Why the text is no table; null where it is one. @type {DataError | null} */
  problem = null;

  /**
   * Takes another text. The choices that it does not have become the usual ones.
   * @param {string} text
   */
  take(text) {
    const before = this.sheet?.title ?? "";
    this.text = text;
    this.problem = null;
    try {
      this.sheet = sheetOf(new TextEncoder().encode(text));
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      this.problem = error;
      return;
    }
    if (this.sheet.title !== before) this.title = this.sheet.title || this.#name;
    this.#keepChoices(this.sheet);
  }

  /** @param {Sheet} sheet */
  #keepChoices(sheet) {
    const has = (/** @type {string} */ name) => sheet.columns.some((each) => each.name === name);
    if (!has(this.label)) this.label = sheet.label;
    const kept = this.features.filter((name) => has(name) && name !== this.label);
    this.features = kept.length ? kept : usualFeatures(sheet, this.label);
    // While a value is typed the label may have three; the choice waits for it.
    if (this.classes.length && !this.classes.includes(this.positive))
      this.positive = this.classes[1];
  }

  /**
   * Begins with a text for which nothing is chosen yet.
   * @param {string} text
   * @param {string} name that it has where it has no title
   */
  begin(text, name) {
    Object.assign(this, { label: "", positive: "", features: [] });
    this.#name = name;
    this.take(text);
    this.title = this.sheet?.title || name;
  }

  /** Everything that was entered and chosen, as a text to keep. */
  get kept() {
    const { text, title, label, positive, features } = this;
    return JSON.stringify({ text, title, label, positive, features });
  }

  /**
   * Begins with what was kept.
   * @param {string} kept
   */
  restore(kept) {
    const { text, ...chosen } = JSON.parse(kept);
    this.begin(text, "Your data");
    Object.assign(this, chosen);
  }

  /** The two values of the label, the usual positive one last; none where it has other than two. */
  get classes() {
    return this.sheet?.columns.find(({ name }) => name === this.label)?.classes ?? [];
  }

  /** @param {string} label */
  chooseLabel(label) {
    this.label = label;
    this.features = this.features.filter((name) => name !== label);
    if (this.sheet && !this.features.length) this.features = usualFeatures(this.sheet, label);
    this.positive = this.classes[1] ?? "";
  }

  /**
   * @param {string} name
   * @param {boolean} isChosen
   */
  chooseFeature(name, isChosen) {
    const order = this.sheet?.columns.map((column) => column.name) ?? [];
    const chosen = [...this.features.filter((each) => each !== name), ...(isChosen ? [name] : [])];
    this.features = order.filter((each) => chosen.includes(each));
  }

  /**
   * The data.
   * @returns {Own}
   * @throws {DataError} in a sentence that says what to mend
   */
  own() {
    if (this.problem) throw this.problem;
    if (this.sheet && this.features.length === 0) {
      throw new DataError("No feature is chosen; tick one or two columns.", "no_feature");
    }
    if (!this.label && this.sheet?.columns.some(({ classes }) => classes.length)) {
      throw new DataError("No label is chosen; choose the column of the classes.", "no_label");
    }
    const { features } = this;
    const title = strip(this.title) || "Your data"; // A file holds no blanks around its title.
    const isPair = this.classes.length > 0;
    const positive = isPair ? this.positive || undefined : undefined;
    const chosen = { label: this.label || undefined, positive };
    const bytes = new TextEncoder().encode(this.text);
    const own = { ...parseCsv(bytes, { ...chosen, features, name: title }), title };
    checkOpening(own);
    return own;
  }
}
