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
    const plots = views(doc).filter((v) => v.computed_renderer_views);
    const renderers = plots.flatMap((v) => [...v.computed_renderer_views]).filter((v) => v.glyph && v.decimated_glyph && v.muted_glyph && DERIVED.every((name) => typeof v.glyph[name] === "function"));
    for (const view of renderers) {
      const same = new Proxy(view.glyph, { get: (glyph, name) => (DERIVED.includes(name) ? () => {} : Reflect.get(glyph, name)) });
      view.decimated_glyph = view.muted_glyph = same;
      for (const which of ["selection_glyph", "nonselection_glyph"]) {
        if (view.model[which] === view.model.glyph) view[which] = same;
      }
    }
    return renderers.length;
  }

  // Returns how many plots and glyphs are sped up.
  const hasten = (doc) => [paintEveryFrame(doc), layOutWhenNeeded(doc), shareGlyphs(doc)].join(" ");

  return { views, hasten };
})();
