// The names of BokehJS that are not documented, all in here: each is checked for, and where it is
// gone the page still works, only slower. A browser test says so when a name moves.
const Internals = (() => {
  "use strict";

  // Every view below the document's roots.
  function views(doc) {
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
  const glyphViews = (doc) => plotViews(doc).flatMap((v) => [...v.computed_renderer_views]).filter((v) => v.glyph);

  // Bokeh paints at most every 16.7 ms by the clock, which misses every other frame of a 60 Hz
  // screen. Here: once in every frame that has something to paint. Returns how many plots it sped up.
  function paintEveryFrame(doc) {
    const plots = views(doc).filter((v) => typeof v.throttled_paint === "function" && typeof v.repaint === "function");
    for (const plot of plots) {
      let frame = null;
      const paint = () =>
        new Promise((done) => {
          if (frame !== null) return done();
          frame = requestAnimationFrame(() => {
            frame = null;
            if (!plot.is_destroyed && plot.is_displayed !== false) plot.repaint();
            done();
          });
        });
      plot.throttled_paint = Object.assign(paint, { stop: () => cancelAnimationFrame(frame) });
    }
    return plots.length;
  }

  // Before every paint Bokeh measures all axis labels anew, to see whether the layout still fits. Here:
  // only when something else than the moving marks is to be painted.
  function layOutWhenNeeded(doc) {
    const plots = views(doc).filter((v) => typeof v._invalidate_layout_if_needed === "function" && typeof v._invalidate_all === "boolean");
    for (const plot of plots) {
      const check = plot._invalidate_layout_if_needed.bind(plot);
      plot._invalidate_layout_if_needed = () => (plot._invalidate_all || plot._needs_layout ? check() : false);
    }
    return plots.length;
  }

  // Bokeh keeps five views of every glyph, for samples that are selected, muted and so on, and makes
  // them anew from every change of the columns. Here: those that look the same are one.
  const DERIVED = ["set_data", "set_visuals", "after_visuals", "after_lazy_visuals", "map_data", "remove"];
  function shareGlyphs(doc) {
    const renderers = glyphViews(doc).filter((v) => v.decimated_glyph && v.muted_glyph && DERIVED.every((name) => typeof v.glyph[name] === "function"));
    for (const view of renderers) {
      const { glyph } = view;
      const own = { ...Object.fromEntries(DERIVED.map((name) => [name, () => {}])), paint: glyph.paint.bind(glyph) };
      const same = new Proxy(glyph, { get: (_, name) => own[name] ?? glyph[name] });
      view.decimated_glyph = view.muted_glyph = same;
      for (const which of ["selection_glyph", "nonselection_glyph"]) {
        if (view.model[which] === view.model.glyph) view[which] = same;
      }
    }
    return renderers.length;
  }

  // Bokeh writes the place of all that it paints into a style sheet, before each paint, for an element
  // that nothing is in here; from then on text on a canvas waits for the page's styles. Here: only
  // where the place is another one, and never for glyphs, which move.
  function placeSeldom(doc) {
    const renderers = plotViews(doc).flatMap((v) => [...v.computed_renderer_views]).filter((v) => typeof v.update_position === "function" && typeof v.position?.replace === "function");
    for (const { glyph, position } of renderers) {
      const place = position.replace.bind(position);
      let placed = null;
      position.replace = (css) => glyph || css === placed || place((placed = css));
    }
    return renderers.length;
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

  // Before every paint Bokeh looks for the marks that lie in the frame. Here all do: no plot can be
  // zoomed, and what lies beyond is no number.
  function keepAllMarks(doc) {
    const renderers = glyphViews(doc).filter((v) => typeof v.glyph._mask_data === "function");
    for (const view of renderers) view.glyph._mask_data = null;
    return renderers.length;
  }

  // Bokeh makes the colours and widths of a glyph anew from every change of the columns. Here those
  // that read no column are kept while there are as many rows.
  function keepVisuals(doc) {
    const which = (v) => [v.glyph, ...(v.model.selection_glyph === v.model.glyph ? [] : [v.selection_glyph])];
    const readsColumn = (prop) => ["field", "expr"].some((key) => key in Object(prop.get_value()));
    const glyphs = glyphViews(doc).flatMap(which).filter((g) => typeof g.set_visuals === "function" && typeof g._iter_visuals === "function");
    const still = glyphs.filter((g) => ![...g._iter_visuals()].some(readsColumn));
    for (const glyph of still) {
      const make = glyph.set_visuals.bind(glyph);
      let made = null;
      for (const { model } of [glyph, glyph.base ?? glyph]) model.change.connect(() => (made = null));
      glyph.set_visuals = (source, indices) => {
        if (indices.count === made) return;
        made = indices.count;
        make(source, indices);
      };
    }
    return still.length;
  }

  const styles = askNoStyles();
  const SPEED_UPS = [paintEveryFrame, layOutWhenNeeded, shareGlyphs, placeSeldom, () => styles, keepAllMarks, keepVisuals];

  // Returns how many plots, layouts, glyphs, places, styles, marks and visuals are sped up.
  const hasten = (doc) => SPEED_UPS.map((speedUp) => speedUp(doc)).join(" ");

  return { views, hasten };
})();
