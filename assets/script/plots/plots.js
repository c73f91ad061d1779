// The plots: one Bokeh document, without data until a frame is put into its sources.
import { spans } from "../frame/ranges.js";
import { Absent } from "./absent.js";
import { hasten, hearQuickTaps, leaveTabOrder } from "./bokeh.js";
import { labels } from "./labels.js";
import { bindPlace } from "./place.js";
import { ends } from "./ranges.js";
import { fillSources } from "./sources.js";
import { speakOf } from "./spoken.js";
import { applyTheme } from "./theme.js";

/**
 * Whom the plots tell: select for a tap on a sample, with its row or null for none, and place for a
 * click on the surface, with the weights there.
 * @typedef {{ select(row: number | null): void, place(w0: number, w1: number): void }} Hear
 */

/**
 * Draws the plots with what they show first, and resolves to the function that shows another frame.
 * @param {Page["plots"]} page the document, and what the modules of the figures say of it
 * @param {Now} now
 * @param {Hear} hear
 * @param {(name: string) => boolean} shows whether the page shows the figure of a name now; until
 *   then it costs nothing
 */
export async function startPlots(page, now, hear, shows) {
  const before = new Set(Bokeh.documents);
  await Bokeh.embed.embed_items({ plots: page.doc }, []); // makes the document and draws nothing
  const doc = Bokeh.documents.find((/** @type {any} */ each) => !before.has(each));
  const plots = new Plots(doc, page);
  plots.show(now);
  applyTheme(doc);
  const absent = new Absent(doc, page.roots, shows);
  await Bokeh.embed.add_document_standalone(doc, document.body, absent.places);
  plots.bind(hear);
  document.body.dataset.hastened = JSON.stringify(plots.attend(doc, hear));
  /** @param {Now} seen */
  const show = (seen) => {
    plots.show(seen);
    absent.fetch(shows, (root) => plots.attend({ roots: () => [root] }, hear));
  };
  return show;
}

class Plots {
  #doc;
  #page;
  /** Models by their name. @type {Record<string, any>} */
  #named;
  #sources;
  #isSelecting = false; // while the page itself selects
  /** The span that the shared axis fits. @type {[number, number] | null} */
  #fitted = null;
  /** What writes numbers that training may have led to. @type {any[]} */
  #words;
  #labelled = ""; // what the axes were labelled for

  /**
   * @param {any} doc
   * @param {Page["plots"]} page
   */
  constructor(doc, page) {
    const models = [...doc.all_models].filter((model) => model.name);
    this.#doc = doc;
    this.#page = page;
    this.#named = Object.fromEntries(models.map((model) => [model.name, model]));
    this.#sources = models.filter((model) => model.type === "ColumnDataSource");
    this.#words = [...doc.all_models].filter(({ args }) => args?.holds);
  }

  /** @param {Now} now */
  show({ frame, data, scene, rows }) {
    this.#trust(frame.history_now.decimals[0]);
    fillSources(this.#sources, frame);
    for (const [name, [table, ...rule]] of Object.entries(this.#page.ranges)) {
      if (frame[table]) this.#set(`range-${name}`, ends(frame[table], rule));
    }
    if (data.x.length === 1) this.#fitX(data);
    this.#label(data, scene);
    this.#select("samples", rows.indexOf(scene.sample - 1));
    this.#select("gradient", scene.sample - 1);
  }

  /**
   * Sets properties of the model of a name, if the document has it.
   * @param {string} name
   * @param {object} values
   */
  #set(name, values) {
    this.#named[name]?.setv(values, { sync: false });
  }

  /**
   * Fits the axis that the figures of one feature share.
   * @param {Data} data of one feature
   */
  #fitX(data) {
    const [span] = spans(data);
    if (span === this.#fitted) return;
    this.#fitted = span;
    const [start, end] = span;
    this.#set("range-x", { start, end });
  }

  /**
   * Writes what axes, titles and spoken texts say of the data set and of the loss.
   * @param {Data} data
   * @param {Scene} scene
   */
  #label({ features, units }, scene) {
    const said = labels(this.#page, { features, units }, scene);
    const key = JSON.stringify(said);
    if (key === this.#labelled) return;
    this.#labelled = key;
    for (const [name, words] of said) {
      const property = this.#named[name]?.properties.axis_label ? "axis_label" : "text";
      this.#set(name, { [property]: words });
    }
    speakOf(scene);
  }

  /**
   * From now on labels show no more digits than hold.
   * @param {number} holds
   */
  #trust(holds) {
    for (const words of this.#words)
      if (words.args.holds !== holds) words.args = { ...words.args, holds };
  }

  /**
   * Marks a row of a table, or none where the row is -1.
   * @param {string} table
   * @param {number} row
   */
  #select(table, row) {
    const indices = row >= 0 ? [row] : [];
    const { selected } = this.#named[table] ?? {};
    if (!selected || String(selected.indices) === String(indices)) return;
    this.#isSelecting = true;
    selected.setv({ indices }, { sync: false });
    this.#isSelecting = false;
  }

  /**
   * Listens to what a reader chooses, and to the colours of the system or of a
   * program around the page.
   * @param {Hear} hear
   */
  bind({ select }) {
    const { samples } = this.#named;
    samples?.selected.properties.indices.change.connect(() => {
      if (!this.#isSelecting) select(samples.selected.indices[0] ?? null);
    });
    const dress = () => applyTheme(this.#doc);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", dress);
    const ground = { attributeFilter: ["data-ground"] }; // what a program around the page says
    new MutationObserver(dress).observe(document.documentElement, ground);
  }

  /**
   * Does what needs the views of some roots, which are there once these are drawn.
   * @param {{ roots(): any[] }} drawn
   * @param {Hear} hear
   */
  attend(drawn, { place }) {
    leaveTabOrder(drawn);
    hearQuickTaps(drawn);
    bindPlace(drawn, this.#page.roots.surface, place);
    return hasten(drawn);
  }
}
