// The plots: one Bokeh document, without data until a frame is put into its sources.
import { byId } from "../dom/element.js";
import { spans } from "../frame/ranges.js";
import { hasten, views } from "./bokeh.js";
import { ends } from "./ranges.js";
import { fillSources } from "./sources.js";
import { applyTheme } from "./theme.js";

// page: the document of figures and what their modules say of them; now: what it shows first, put into
// it before anything is drawn. hear: select(row) for a tap on a sample, place(w0, w1) for a click on the
// surface. Resolves to what shows a frame.
export async function startPlots(page, now, hear) {
  const before = new Set(Bokeh.documents);
  await Bokeh.embed.embed_items({ plots: page.doc }, []); // makes the document and draws nothing
  const doc = Bokeh.documents.find((each) => !before.has(each));
  const plots = new Plots(doc, page);
  plots.show(now);
  applyTheme(doc);
  const names = new Map(Object.entries(page.roots).map(([name, id]) => [id, name]));
  const places = doc
    .roots()
    .map(({ id }) => (names.has(id) ? byId(`plot-${names.get(id)}`) : undefined));
  await Bokeh.embed.add_document_standalone(doc, document.body, places);
  plots.bind(hear);
  return (seen) => plots.show(seen);
}

class Plots {
  #doc;
  #page;
  #named; // name to model
  #sources;
  #selecting = false; // while the page itself selects
  #fitted = null; // the column that the shared axis fits
  #labelled = ""; // what the axes were labelled for

  constructor(doc, page) {
    const models = [...doc.all_models].filter((model) => model.name);
    this.#doc = doc;
    this.#page = page;
    this.#named = Object.fromEntries(models.map((model) => [model.name, model]));
    this.#sources = models.filter((model) => model.type === "ColumnDataSource");
  }

  show({ frame, data, scene, every }) {
    fillSources(this.#sources, frame);
    for (const [name, [table, ...rule]] of Object.entries(this.#page.ranges)) {
      if (frame[table]) this.#set(`range-${name}`, ends(frame[table], rule));
    }
    if (data.x.length === 1) this.#fitX(data.x[0]);
    this.#label(data, scene);
    this.#select("samples", (scene.sample - 1) / every);
    this.#select("gradient", scene.sample - 1);
  }

  #set(name, values) {
    this.#named[name]?.setv(values, { sync: false });
  }

  #fitX(x) {
    if (x === this.#fitted) return;
    this.#fitted = x;
    const [[start, end]] = spans({ x: [x] });
    this.#set("range-x", { start, end });
  }

  // Axes that name a feature, and words that name the unit of the loss.
  #label({ features, units }, { unit }) {
    const key = JSON.stringify([features, units, unit]);
    if (key === this.#labelled) return;
    this.#labelled = key;
    for (const [name, feature] of Object.entries(this.#page.axes)) {
      const j = feature === "x" ? 0 : Number(feature.slice(1)) - 1;
      if (features[j] === undefined) continue;
      this.#set(name, { axis_label: units[j] ? `${features[j]}, ${units[j]}` : features[j] });
    }
    for (const [name, words] of Object.entries(this.#page.by_unit)) {
      const property = this.#named[name]?.properties.axis_label ? "axis_label" : "text";
      this.#set(name, { [property]: words[unit] });
    }
  }

  #select(table, row) {
    const indices = Number.isInteger(row) && row >= 0 ? [row] : [];
    const { selected } = this.#named[table] ?? {};
    if (!selected || String(selected.indices) === String(indices)) return;
    this.#selecting = true;
    selected.setv({ indices }, { sync: false });
    this.#selecting = false;
  }

  // What needs the views, which are there once the figures are drawn.
  bind({ select, place }) {
    const { samples } = this.#named;
    samples?.selected.properties.indices.change.connect(() => {
      if (!this.#selecting) select(samples.selected.indices[0] ?? null);
    });
    bindPlace(this.#doc, this.#page.roots.surface, place);
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", () => applyTheme(this.#doc));
    document.body.dataset.hastened = JSON.stringify(hasten(this.#doc));
  }
}

// A click on the surface stands for a pair of weights.
function bindPlace(doc, id, place) {
  const view = id && views(doc).find((each) => each.model.id === id);
  if (!view?.frame) return;
  view.el.addEventListener("click", (e) => {
    const box = view.el.getBoundingClientRect();
    const { x_scale, y_scale, bbox } = view.frame;
    const [x, y] = [e.clientX - box.left, e.clientY - box.top];
    if (bbox.contains(x, y)) place(x_scale.invert(x), y_scale.invert(y));
  });
}
