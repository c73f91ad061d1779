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
            if (!plot.is_destroyed) plot.repaint();
            done();
          });
        });
      plot.throttled_paint = Object.assign(paint, { stop: () => cancelAnimationFrame(frame) });
    }
    return plots.length;
  }

  return { views, paintEveryFrame };
})();
