// Everything that the page asks of BokehJS beyond its documents stands in this file. Each speed-up
// looks for the names that it needs, and a failure puts back what was there, so a renamed name
// costs speed and never the page. `make bench` prints what each of them earns.

/**
 * Every view below the roots of a document.
 * @param {any} doc
 * @returns {any[]}
 */
export function views(doc) {
  const found = new Set();
  /** @param {any} view */
  const visit = (view) => {
    if (!view || found.has(view)) return;
    found.add(view);
    for (const child of view.child_views ?? []) visit(child);
  };
  for (const { id } of doc.roots()) visit(Bokeh.index?.get_by_id?.(id));
  return [...found];
}

/**
 * The view of the plot with a model's id, or of the first plot in its layout; undefined until it is
 * there.
 * @param {string} id
 * @returns {any}
 */
export function viewOf(id) {
  /** @param {any} view @returns {any} */
  const first = (view) => (view?.frame ? view : (view?.child_views ?? []).map(first).find(Boolean));
  return first(Bokeh.index?.get_by_id?.(id));
}

/**
 * The plot of a model's id as it is drawn now: an SVG element as text, in which text stays text,
 * and its size in pixels; undefined until the plot is there.
 * @param {string} id
 * @returns {{ svg: string, width: number, height: number } | undefined}
 */
export function exported(id) {
  const view = Bokeh.index?.get_by_id?.(id);
  if (!view?.bbox?.width) return undefined;
  const { width, height } = view.bbox;
  return { svg: view.export("svg").ctx.get_serialized_svg(true), width, height };
}

/** @param {any} doc */
const plotViews = (doc) => views(doc).filter((view) => view.computed_renderer_views);

/**
 * Takes the plots out of the tab order. Bokeh makes a layer of each canvas a tab stop, which has no
 * name and answers to no key here: the tables say and do what the plots show.
 * @param {any} doc
 */
export function leaveTabOrder(doc) {
  for (const { canvas_view } of plotViews(doc)) canvas_view?.events_el?.removeAttribute("tabindex");
}

/**
 * Makes a second tap that follows within 300 ms select as the first one did. Bokeh takes it for a
 * double tap, wherever in the plot it falls, and its tool for taps lets it go.
 * @param {any} doc
 */
export function hearQuickTaps(doc) {
  const tools = plotViews(doc).flatMap(({ tool_views }) => [...(tool_views?.values() ?? [])]);
  for (const tool of tools) if (tool._doubletap && tool._tap) tool._doubletap = tool._tap;
}

/** @param {any} doc */
const glyphRenderers = (doc) =>
  plotViews(doc)
    .flatMap((view) => [...view.computed_renderer_views])
    .filter((view) => view.glyph);

/**
 * Whether an object has all these methods.
 * @param {any} object
 * @param {string[]} names
 */
const has = (object, names) => names.every((name) => typeof object?.[name] === "function");

/**
 * Puts other methods in the place of some. Should one of them ever fail, the first ones are back.
 * @param {any} object
 * @param {Record<string, (...given: any[]) => any>} others
 * @param {() => void} [undo] - puts back what else was changed
 */
function replace(object, others, undo) {
  const first = Object.fromEntries(Object.keys(others).map((name) => [name, object[name]]));
  for (const [name, other] of Object.entries(others)) {
    /** @param {any[]} given */
    const again = (...given) => {
      Object.assign(object, first);
      undo?.();
      return object[name](...given);
    };
    /** @param {any[]} given */
    object[name] = (...given) => {
      try {
        const done = other(...given);
        return done instanceof Promise ? done.catch(() => again(...given)) : done;
      } catch {
        return again(...given);
      }
    };
  }
}

/**
 * Paints all plots once in every frame that has something to paint. Bokeh paints at most every 16.7
 * ms by the clock, which misses every second frame of a screen with 60 of them.
 * @param {any} doc
 */
function paintEveryFrame(doc) {
  const plots = views(doc).filter((view) => has(view, ["throttled_paint", "repaint"]));
  const due = new Set();
  /** @type {Promise<void> | null} */
  let painted = null; // resolves when the frame that is asked for is painted
  const paint = () => {
    const asked = [...due].filter((plot) => !plot.is_destroyed && plot.is_displayed !== false);
    due.clear();
    painted = null;
    for (const plot of asked) plot.repaint();
  };
  for (const plot of plots) {
    const ask = () => {
      due.add(plot);
      painted ??= new Promise((done) => requestAnimationFrame(() => done(paint())));
      return painted;
    };
    plot.throttled_paint = Object.assign(ask, { stop: () => due.delete(plot) });
  }
  return plots.length;
}

/**
 * Leaves style sheets alone. Bokeh writes the place of each glyph, and the variables of each
 * element, into one at every paint, and text on a canvas then waits for the styles of the page.
 * Glyphs have no element here, and elements without variables have nothing to write.
 * @param {any} doc
 */
function styleSeldom(doc) {
  const glyphs = glyphRenderers(doc).filter((view) => has(view, ["update_position"]));
  const elements = plotViews(doc)
    .flatMap((view) => view.element_views ?? [])
    .filter((view) => has(view, ["_update_css_variables"]))
    .filter((view) => Object.keys(view.model.css_variables ?? { unknown: true }).length === 0);
  for (const view of glyphs) replace(view, { update_position: () => {} });
  for (const view of elements) replace(view, { _update_css_variables: () => {} });
  return glyphs.length * elements.length;
}

// ---- remaking glyphs ---------------------------------------------------------------------------
const LOOKS = ["selection_glyph", "nonselection_glyph", "muted_glyph", "decimated_glyph"];
const REMAKE = ["set_data", "set_visuals", "after_visuals", "after_lazy_visuals", "map_data"];

/**
 * Whether it is known which columns a glyph reads: some, and none by way of an expression.
 * @param {any} glyph
 */
function canRemake(glyph) {
  if (!has(glyph, [...REMAKE, "_iter_visuals"])) return false;
  const values = [...glyph.model].map((property) => Object(property.get_value()));
  return values.some(({ field }) => field) && !values.some(({ expr }) => expr);
}

/**
 * Remakes a glyph only if one of the columns that it reads changed. Bokeh remakes five views of
 * each glyph, with all that they read, whenever any column of its source changed. All marks lie in
 * the frame, because no plot here can be zoomed, so all of them are painted.
 * @param {any} doc
 */
function remakeWhatChanged(doc) {
  const renderers = glyphRenderers(doc).filter(
    (view) =>
      has(view, ["set_data", "map_data", "_update_masked_indices"]) &&
      [...LOOKS, "all_indices"].every((name) => name in view) &&
      [view.glyph, view.selection_glyph, view.nonselection_glyph].every(canRemake) &&
      has(view.model.view?.indices?.constructor, ["all_set"]) &&
      "masked" in view.model.view,
  );
  for (const renderer of renderers) remakeGlyphs(renderer);
  return renderers.length;
}

const AWAY = "[hidden], .unfit"; // a card that does not stand on the page

/**
 * For each card that has been away, the sources that changed meanwhile.
 * @type {Map<Element, Set<any>>}
 */
const missed = new Map();

/**
 * Tells a source's change again when a card that is away comes back: its glyphs were not remade.
 * @param {Element} card
 * @param {any} source
 */
function whenShown(card, source) {
  const sources = missed.get(card) ?? new Set();
  if (!missed.has(card)) {
    const seen = () => !card.matches(AWAY) && tellAgain(sources);
    new MutationObserver(seen).observe(card, { attributeFilter: ["hidden", "class"] });
  }
  missed.set(card, sources.add(source));
}

/** @param {Set<any>} sources */
function tellAgain(sources) {
  const told = [...sources];
  sources.clear();
  for (const source of told) source?.change?.emit();
}

/** @param {any} renderer */
function remakeGlyphs(renderer) {
  const { model, glyph } = renderer;
  const own = LOOKS.map((name) => [name, renderer[name]]);
  // nothing is muted or decimated here, and a glyph without another look when chosen has one view
  renderer.muted_glyph = renderer.decimated_glyph = glyph;
  for (const name of LOOKS.slice(0, 2)) {
    if (model[name] === model.glyph) renderer[name] = glyph;
  }
  const changed = new Map(
    [glyph, renderer.selection_glyph, renderer.nonselection_glyph].map((each) => [
      each,
      changes(model, each),
    ]),
  );
  const all = model.view.indices.constructor;
  let marks = all.all_set(model.view.indices.count);
  const card = renderer.root?.el?.closest(".figure");
  replace(
    renderer,
    {
      _update_masked_indices: () => marks,
      map_data: () => {
        for (const each of changed.keys()) each.map_data();
      },
      set_data: async () => {
        await null; // others who hear of the change come first
        if (card?.matches(AWAY)) return whenShown(card, model.data_source);
        const rows = model.view.indices;
        renderer.all_indices = rows;
        if (marks.count !== rows.count) marks = all.all_set(rows.count);
        for (const [each, areOther] of changed)
          await remake(each, areOther, model.data_source, rows);
        model.view.masked = marks; // last, because whoever hears of it reads what was made
      },
    },
    () => Object.assign(renderer, Object.fromEntries(own)),
  );
}

/**
 * @param {any} glyph
 * @param {{ places: () => boolean, looks: () => boolean }} areOther
 * @param {any} source
 * @param {any} rows
 */
async function remake(glyph, areOther, source, rows) {
  const [places, looks] = [areOther.places(), areOther.looks()];
  if (places) await glyph.set_data(source, rows, null);
  if (looks) glyph.set_visuals(source, rows);
  if (!places && !looks) return;
  glyph.after_visuals();
  await glyph.after_lazy_visuals();
}

/**
 * Two questions about a glyph: whether a column is another one than at the last time asked, among
 * those that say where it stands, and among those that say how it looks.
 * @param {any} model
 * @param {any} glyph
 */
function changes({ data_source, view }, glyph) {
  const looks = new Set(glyph._iter_visuals());
  /** @param {any[]} properties */
  const differ = (properties) => {
    /** @type {any[] | null} */
    let last = null; // the columns that were read last
    /** @type {string[] | null} */
    let read = null; // their names, until the glyph's model changes
    for (const signal of ["change", "transformchange"]) {
      glyph.model[signal].connect(() => {
        last = null;
        read = null;
      });
    }
    const names = () =>
      properties
        .filter(({ attr }) => !glyph[`inherited_${attr}`])
        .map((property) => Object(property.get_value()).field);
    return () => {
      read ??= [view.filter.column_name, ...names()].filter((name) => name !== undefined);
      const now = [view.indices.count, ...read.map((name) => data_source.data[name])];
      const before = last;
      last = now;
      return before === null || now.some((column, i) => column !== before[i]);
    };
  };
  return {
    places: differ([...glyph.model].filter((property) => !looks.has(property))),
    looks: differ([...looks]),
  };
}

/** @type {Record<string, (doc: any) => number>} */
const SPEED_UPS = { paintEveryFrame, styleSeldom, remakeWhatChanged };

/**
 * Speeds the plots up; returns of how many views each speed-up took hold, by its name.
 * @param {any} doc
 * @returns {Record<string, number>}
 */
export function hasten(doc) {
  const without = globalThis.withoutSpeedUps ?? []; // the benchmark and the tests switch some off
  /** @param {string} name */
  const tried = (name) => {
    try {
      return without.includes(name) ? 0 : SPEED_UPS[name](doc);
    } catch {
      return 0;
    }
  };
  return Object.fromEntries(Object.keys(SPEED_UPS).map((name) => [name, tried(name)]));
}
