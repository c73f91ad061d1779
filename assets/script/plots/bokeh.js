// The names of BokehJS that are not documented, all in here: each is checked for, and where it is
// gone the page still works, only slower. A browser test says so when a name moves.

// Every view below the document's roots.
export function views(doc) {
  const found = [];
  const visit = (view) => {
    if (view == null || found.includes(view)) return;
    found.push(view);
    [...(view.child_views ?? [])].forEach(visit);
  };
  doc.roots().forEach((root) => visit(window.Bokeh?.index?.get_by_id?.(root.id)));
  return found;
}

const plotViews = (doc) => views(doc).filter((v) => v.computed_renderer_views);
const glyphViews = (doc) =>
  plotViews(doc)
    .flatMap((v) => [...v.computed_renderer_views])
    .filter((v) => v.glyph);

// Bokeh paints at most every 16.7 ms by the clock, which misses every other frame of a 60 Hz
// screen. Here: once in every frame that has something to paint. Returns how many plots it sped up.
function paintEveryFrame(doc) {
  const plots = views(doc).filter(
    (v) => typeof v.throttled_paint === "function" && typeof v.repaint === "function",
  );
  const due = new Set();
  let painted = null; // resolved when the frame that is asked for is painted
  const paint = (done) => {
    const asked = [...due];
    due.clear();
    painted = null;
    for (const plot of asked) if (!plot.is_destroyed && plot.is_displayed !== false) plot.repaint();
    done();
  };
  for (const plot of plots) {
    const ask = () => {
      due.add(plot);
      return (painted ??= new Promise((done) => requestAnimationFrame(() => paint(done))));
    };
    plot.throttled_paint = Object.assign(ask, { stop: () => due.delete(plot) });
  }
  return plots.length;
}

// Before every paint Bokeh measures all axis labels anew, to see whether the layout still fits. Here:
// only when something else than the moving marks is to be painted.
function layOutWhenNeeded(doc) {
  const plots = views(doc).filter(
    (v) =>
      typeof v._invalidate_layout_if_needed === "function" &&
      typeof v._invalidate_all === "boolean",
  );
  for (const plot of plots) {
    const check = plot._invalidate_layout_if_needed.bind(plot);
    plot._invalidate_layout_if_needed = () =>
      plot._invalidate_all || plot._needs_layout ? check() : false;
  }
  return plots.length;
}

// From every change of the columns Bokeh makes five views of each glyph anew, with all that they
// read. Here: those that look the same are one, and only what another column than before goes into
// is made, and nothing where the figure is hidden: another data set, which shows it, brings new
// columns. All marks lie in the frame, which Bokeh looks up before each paint: no plot can be zoomed,
// and what lies beyond is no number.
const SETTERS = [
  "set_data",
  "set_visuals",
  "after_visuals",
  "after_lazy_visuals",
  "map_data",
  "_iter_visuals",
];
const settable = (glyph) =>
  SETTERS.every((name) => typeof glyph?.[name] === "function") &&
  ![...glyph.model].some((property) => Object(property.get_value()).expr);
function setWhatChanged(doc) {
  const complete = (v) =>
    typeof v._update_masked_indices === "function" && v.decimated_glyph && v.muted_glyph;
  const renderers = glyphViews(doc).filter(
    (v) => complete(v) && [v.glyph, v.selection_glyph, v.nonselection_glyph].every(settable),
  );
  for (const view of renderers) {
    const { model, glyph } = view;
    const card = view.root.el.closest(".figure");
    view.decimated_glyph = view.muted_glyph = glyph; // nothing here is decimated or muted
    const [chosen, others] = ["selection_glyph", "nonselection_glyph"].map(
      (which) => (view[which] = model[which] === model.glyph ? glyph : view[which]),
    );
    const changed = new Map([glyph, chosen, others].map((each) => [each, changes(model, each)]));
    let marks = model.view.indices.constructor.all_set(model.view.indices.count);
    view._update_masked_indices = () => marks;
    view.map_data = () => changed.forEach((_, each) => each.map_data());
    view.set_data = async () => {
      await null; // whatever hears of a change of the model is through
      if (card?.hidden) return;
      const rows = (view.all_indices = model.view.indices);
      if (marks.count !== rows.count) marks = rows.constructor.all_set(rows.count);
      for (const [each, { places, looks }] of changed) {
        const [place, look] = [places(), looks()];
        if (place) await each.set_data(model.data_source, rows, null);
        if (look) each.set_visuals(model.data_source, rows);
        if (place || look) each.after_visuals(), await each.after_lazy_visuals();
      }
      model.view.masked = marks; // last: who hears of it reads what was made
    };
  }
  return renderers.length;
}

// Whether what a glyph reads, of places or of looks, is another column than at the last time asked.
function changes({ data_source, view }, glyph) {
  const looks = new Set(glyph._iter_visuals());
  const differ = (properties) => {
    let [read, last] = [null, null];
    for (const signal of ["change", "transformchange"])
      glyph.model[signal].connect(() => (read = last = null));
    const fields = () =>
      properties
        .filter(({ attr }) => !glyph[`inherited_${attr}`])
        .map((property) => Object(property.get_value()).field);
    return () => {
      read ??= [view.filter.column_name, ...fields()].filter((name) => name !== undefined);
      const now = [view.indices.count, ...read.map((name) => data_source.data[name])];
      const same = last?.every((column, i) => column === now[i]);
      last = now;
      return !same;
    };
  };
  return {
    places: differ([...glyph.model].filter((property) => !looks.has(property))),
    looks: differ([...looks]),
  };
}

// Bokeh indexes where the marks lie after every change. Here: when a tap asks for it.
function indexWhenAsked(doc) {
  const glyphs = [...new Set(glyphViews(doc).map((v) => v.glyph))].filter(
    (g) => typeof g.index_data === "function" && "_index" in g,
  );
  for (const glyph of glyphs) {
    const index = glyph.index_data.bind(glyph);
    let due = false;
    glyph.index_data = () => (due = true);
    Object.defineProperty(glyph, "index", {
      get: () => (due && (index(), (due = false)), glyph._index),
    });
  }
  return glyphs.length;
}

// Bokeh writes where glyphs are, and the variables of all elements, into style sheets at each paint;
// from then on text on a canvas waits for the page's styles. Here: not for glyphs, which hold no
// element, and not where there are no variables.
function styleSeldom(doc) {
  const glyphs = glyphViews(doc).filter((v) => typeof v.update_position === "function");
  const elements = plotViews(doc)
    .flatMap((v) => v.element_views ?? [])
    .filter(
      (v) =>
        typeof v._update_css_variables === "function" &&
        Object.keys(v.model.css_variables).length === 0,
    );
  for (const view of glyphs) view.update_position = () => {};
  for (const view of elements) view._update_css_variables = () => {};
  return glyphs.length && elements.length;
}

// Bokeh defines what a glyph's view reads anew at every change, and copies all that it holds before
// each paint to take places from the copy. Here what it reads is defined once and set from then on,
// and the copy has no looks in it, nothing private and nothing that every view has.
function copyPlaces(doc) {
  const complete = (glyph) =>
    ["_iter_visuals", "_define_attr", "_define_inherited", "_inherit_from"].every(
      (name) => typeof glyph?.[name] === "function",
    );
  const glyphs = [
    ...new Set(glyphViews(doc).flatMap((v) => [v.glyph, v.selection_glyph, v.nonselection_glyph])),
  ].filter(complete);
  for (const glyph of glyphs) {
    const looks = new Set([...glyph._iter_visuals()].map(({ attr }) => attr));
    const common = new Set(Object.keys(glyph.parent));
    const copied = (name) => !looks.has(name) && !common.has(name) && !/^(_|inherited_)/.test(name);
    for (const name of Object.keys(glyph))
      if (!copied(name)) Object.defineProperty(glyph, name, { enumerable: false });
    const from = new Map(); // name to where its value is from: the glyph itself, or the one it inherits from
    const define = (name, value) =>
      Object.defineProperty(glyph, name, {
        value,
        writable: true,
        configurable: true,
        enumerable: copied(name),
      });
    const inherit = glyph._inherit_from.bind(glyph);
    define("_define_inherited", (name, value) => define(`inherited_${name}`, value));
    define(
      "_inherit_from",
      (name, base) => from.get(name) === base || (from.set(name, base), inherit(name, base)),
    );
    define("_define_attr", (name, value) => {
      if (from.get(name) === glyph) return (glyph[name] = value);
      from.set(name, glyph);
      define(name, value);
      glyph._define_inherited(name, false);
    });
  }
  return glyphs.length;
}

// Bokeh compares the lengths of all columns for each property of a glyph, and numbers all rows anew
// after each change. Here columns are as long as the first one, since every table is, and rows are
// numbered when there are more or fewer, if all are shown.
function countOnce(doc) {
  const sources = [...doc.all_models].filter(
    (m) => typeof m.get_length === "function" && m.data && !(m.data instanceof Map),
  );
  for (const source of sources) {
    source.get_length = () => {
      for (const name in source.data) return source.data[name].length;
      return null;
    };
  }
  const all = glyphViews(doc).filter(
    (v) =>
      sources.includes(v.model.data_source) &&
      v.model.view.filter.type === "AllIndices" &&
      typeof v.cds_view?.compute_indices === "function",
  );
  for (const { model, cds_view } of all) {
    const number = cds_view.compute_indices.bind(cds_view);
    cds_view.compute_indices = () =>
      model.view.indices.count === (model.data_source.get_length() ?? 1) || number();
  }
  return all.length;
}

// Bokeh asks the page's styles for each colour, font and width of axes and titles before it takes the
// model's own. Here it need not, not even for its first paint: the page has none for it, its colours
// are in the models. Returns how many kinds of visuals this holds for.
function askNoStyles() {
  try {
    const { prototype } = Bokeh.require("core/visuals/visual").VisualProperties;
    if (typeof prototype._get_css_value !== "function") return 0;
    prototype._get_css_value = () => "";
    return 1;
  } catch {
    return 0;
  }
}

const SPEED_UPS = {
  paintEveryFrame,
  layOutWhenNeeded,
  setWhatChanged,
  indexWhenAsked,
  styleSeldom,
  copyPlaces,
  countOnce,
};

// Returns how much each of them takes hold of.
export function hasten(doc) {
  const without = globalThis.withoutSpeedUps ?? [];
  const tried = ([name, speedUp]) => [name, without.includes(name) ? 0 : speedUp(doc)];
  return Object.fromEntries(Object.entries(SPEED_UPS).map(tried));
}
export const styles = (globalThis.withoutSpeedUps ?? []).includes("askNoStyles") ? 0 : askNoStyles();
