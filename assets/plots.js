// The plots: one Bokeh document, without data until a frame is put into its sources.
const Plots = (() => {
  "use strict";
  const SHADE = 0.6; // opacity where p is 0 or 1, so that dots and text stay readable
  const ROOM = 0.08; // of a range, left free on both sides
  const FEW = 50; // rows that are worth comparing
  const MARKS = ["square", "circle"]; // by label

  // The document of figures, filled with their first frame before anything is drawn. Resolves to what
  // moves them.
  async function start(page, first, now) {
    const before = new Set(Bokeh.documents);
    await Bokeh.embed.embed_items({ plots: page.doc }, []); // makes the document and draws nothing
    const doc = Bokeh.documents.find((d) => !before.has(d));
    const plots = handle(doc, page);
    plots.show(first, now);
    plots.repaint();
    const places = Object.fromEntries(Object.entries(page.roots).map(([name, id]) => [id, document.getElementById(`plot-${name}`)]));
    await Bokeh.embed.add_document_standalone(doc, document.body, doc.roots().map(({ id }) => places[id]));
    plots.bind();
    return plots;
  }

  const nothing = (n) => Array(n).fill(NaN);
  const length = (table) => Object.values(table)[0]?.length ?? 0;

  // Whether a table of one row, such as a surface, is made anew with what it had; longer ones change.
  function alike(old, table) {
    if (!old || !table || old === table) return old === table;
    return Object.entries(table).every(([k, v]) => v === old[k] || (v.length === 1 && old[k]?.length === 1 && Object.is(v[0], old[k][0])));
  }

  // A table's columns, with the mark of each sample beside them.
  function rowsOf(name, table) {
    return name === "samples" ? { ...table, mark: table.y.map((label) => MARKS[label]) } : table;
  }

  const same = (v, old) => v.length === old?.length && v.length <= FEW && v.every((value, i) => Object.is(value, old[i]));
  const isImage = (values) => values.length === 1 && values[0]?.shape !== undefined;

  function handle(doc, { ranges, axes, by_unit, roots }) {
    const named = Object.fromEntries([...doc.all_models].filter((m) => m.name).map((m) => [m.name, m]));
    const hearers = { select: () => {}, place: () => {} };
    let selecting = false;

    // Put the tables of a frame into their sources; a table that the frame does not have is emptied.
    function show(frame, { data, scene, every }) {
      for (const target of Object.values(named).filter((m) => m.type === "ColumnDataSource")) {
        const table = frame[target.name];
        if (!alike(shown.get(target), table)) fill(target, table);
      }
      for (const [name, [table, ...rule]] of Object.entries(ranges)) {
        if (frame[table]) named[`range-${name}`]?.setv(ends(frame[table], rule), { sync: false });
      }
      if (data.x.length === 1) fitX(data.x[0]);
      label(data, scene);
      select("samples", (scene.sample - 1) / every);
      select("gradient", scene.sample - 1);
    }

    const shown = new Map(); // source to the table that is in it
    function fill(target, table) {
      shown.set(target, table);
      const { data } = target;
      const rows = table ? rowsOf(target.name, table) : {};
      const n = length(rows);
      for (const k of new Set([...Object.keys(data), ...Object.keys(rows)])) {
        const [v, old] = [rows[k], data[k]];
        if (v === undefined) data[k] = old.length === n ? old : nothing(n);
        else if (isImage(v)) data[k] = [image(v[0], old?.[0])];
        else if (!same(v, old)) data[k] = v; // what stays the same array is not drawn anew
      }
      target.change.emit();
    }

    // Bokeh draws an image only from its own array class.
    let Image = null;
    function image({ flat, shape }, old) {
      Image ??= old?.constructor;
      return new Image(flat, shape);
    }

    let fitted = null;
    function fitX(x) {
      if (x === fitted || !named["range-x"]) return;
      fitted = x;
      const [start, end] = Frames.spans({ x: [x] })[0];
      named["range-x"].setv({ start, end }, { sync: false });
    }

    let labelled = "";
    function label({ features, units }, { unit }) {
      const key = JSON.stringify([features, units, unit]);
      if (key === labelled) return;
      labelled = key;
      for (const [name, feature] of Object.entries(axes)) {
        const j = feature === "x" ? 0 : Number(feature.slice(1)) - 1;
        if (features[j] !== undefined) named[name]?.setv({ axis_label: units[j] ? `${features[j]}, ${units[j]}` : features[j] }, { sync: false });
      }
      for (const [name, words] of Object.entries(by_unit)) {
        const model = named[name];
        model?.setv({ [model.properties.axis_label ? "axis_label" : "text"]: words[unit] }, { sync: false });
      }
    }

    function select(table, row) {
      const indices = Number.isInteger(row) && row >= 0 ? [row] : [];
      const { selected } = named[table] ?? {};
      if (!selected || String(selected.indices) === String(indices)) return;
      selecting = true;
      selected.setv({ indices }, { sync: false });
      selecting = false;
    }

    const repaint = () => theme(doc);

    // What needs the views, which are there once the figures are drawn.
    function bind() {
      named.samples?.selected.properties.indices.change.connect(() => {
        if (!selecting) hearers.select(named.samples.selected.indices[0] ?? null);
      });
      bindPlace(doc, roots.surface, (w0, w1) => hearers.place(w0, w1));
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
      document.body.dataset.hastened = Internals.hasten(doc);
    }

    return { doc, show, repaint, bind, on: (what, hear) => (hearers[what] = hear) };
  }

  // A click on the surface stands for a pair of weights.
  function bindPlace(doc, id, place) {
    const view = id && Internals.views(doc).find((v) => v.model.id === id);
    if (!view?.frame) return;
    view.el.addEventListener("click", (e) => {
      const box = view.el.getBoundingClientRect();
      const { x_scale, y_scale, bbox } = view.frame;
      const [x, y] = [e.clientX - box.left, e.clientY - box.top];
      if (bbox.contains(x, y)) place(x_scale.invert(x), y_scale.invert(y));
    });
  }

  // Ends of a range from the columns of a table: a low end and a width, or the least and greatest.
  function ends(table, [columns, option]) {
    if (typeof columns === "string") return { start: table[columns][0], end: table[columns][0] + table[option][0] };
    const { include_zero, log, symmetric } = option ?? {};
    const values = columns.flatMap((name) => [...table[name]]).filter((v) => Number.isFinite(v) && (!log || v > 0));
    if (include_zero) values.push(0);
    let [low, high] = values.length ? [Math.min(...values), Math.max(...values)] : [log ? 1 : 0, 1];
    if (symmetric) [low, high] = [-1, 1].map((side) => side * Math.max(-low, high));
    if (log) return { start: low / 1.2, end: Math.max(high, 10 * low) * 1.2 };
    const room = ROOM * (high - low || 1);
    return { start: low - room, end: high + room };
  }

  // Models carry the palette names of their colours as a tag; the style sheet says what they are now.
  function theme(doc) {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => (Array.isArray(name) ? name.map(colour) : style.getPropertyValue(`--${name}`).trim());
    for (const model of doc.all_models) {
      for (const { theme, shades } of model.tags.filter((t) => t?.theme || t?.shades)) {
        const now = theme ? Object.entries(theme).map(([prop, name]) => [prop, colour(name)]) : [["palette", shade(...shades.map(colour))]];
        model.setv(Object.fromEntries(now), { sync: false });
      }
    }
  }

  // From the low colour over nothing to the high colour, in steps of a hundredth.
  function shade(low, high) {
    const alpha = (sure) => Math.round(sure * SHADE * 255).toString(16).padStart(2, "0");
    return Array.from({ length: 101 }, (_, i) => (i < 50 ? low : high) + alpha(Math.abs(i - 50) / 50));
  }

  return { start };
})();
