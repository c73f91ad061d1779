// The page's only script: named sources of the document in, numbers, table and marks out;
// sliders and boxes in, one row of settings out.
(() => {
  "use strict";
  const PAUSE = 400; // ms of rest before the status line speaks
  const ROWS = 50; // of the trace table at most
  const SHADE = 0.6; // opacity where p is 0 or 1, so that dots and text stay readable
  const $ = (id) => document.getElementById(id);

  const columns = (source) => source.data;
  const row = (source, i = 0) => Object.fromEntries(Object.entries(columns(source)).map(([k, v]) => [k, v[i]]));
  const length = (source) => source.get_length() ?? 0;

  function start(doc) {
    const source = (name) => doc.get_model_by_name(name);
    const settings = source("settings");
    const samples = source("samples");
    const summary = source("summary");
    const dataset = source("dataset");
    const controls = source("controls");

    // ---- from sources to the page, at most once a frame -------------------------------------
    const render = once(() => {
      showReadouts(row(summary), row(dataset));
      showTable(samples, row(summary), row(dataset));
      showByHand(samples, row(summary), row(dataset));
      showControls(controls, row(settings));
      speak(row(summary));
      document.body.dataset.ready = "true";
    });
    for (const s of [settings, samples, summary, dataset, controls]) s.properties.data.change.connect(render);
    samples.selected.properties.indices.change.connect(render);

    // ---- from the page to the settings ------------------------------------------------------
    let online = document.body.dataset.server === "true";
    doc.on_event("connection_lost", () => {
      online = false;
      $("notice").textContent = "The server is out of reach. Dragging still works here; reload the page to connect again.";
      $("notice").hidden = false;
    });
    const motion = Motion.start(doc, () => online);
    const set = (values) => {
      complain("");
      motion.move(values);
    };
    // without a server a synced change would throw
    const select = (i) => samples.selected.setv({ indices: i == null ? [] : [i] }, { sync: online });

    bindControls(controls, () => row(settings), set, motion.rest);
    $("dataset").addEventListener("change", (e) => {
      if (online) return motion.ask({ dataset: e.target.value });
      e.target.value = row(settings).dataset;
      complain("The data set stays as it is: another one needs the server, which is out of reach.");
    });
    $("reset").addEventListener("click", () => {
      set(Object.fromEntries(rows(controls).map((c) => [c.name, c.opening])));
      motion.rest();
    });
    document.querySelector(".controls").addEventListener("submit", (e) => e.preventDefault());
    bindTable(samples, select);
    bindTheme(doc);
    const hasten = () => (document.body.dataset.hastened = Internals.paintEveryFrame(doc));
    doc.is_idle ? hasten() : doc.idle.connect(hasten);
    render();
  }

  const rows = (source, n = length(source)) => Array.from({ length: n }, (_, i) => row(source, i));

  function once(work) {
    let waiting = false;
    return () => {
      if (waiting) return;
      waiting = true;
      // after the frame that paints the plots: the eye is on them, and the numbers come a frame later
      requestAnimationFrame(() =>
        setTimeout(() => {
          waiting = false;
          work();
        }),
      );
    };
  }

  // ---- read-outs ------------------------------------------------------------------------------
  function text(id, value) {
    const el = $(id);
    if (el.textContent !== value) el.textContent = value;
  }

  function html(id, value) {
    const el = $(id);
    if (el.dataset.html !== value) el.innerHTML = el.dataset.html = value;
  }

  function showReadouts(s, data) {
    const unit = data.unit || "unit of x";
    html("formula", Words.model(s));
    text("mean-loss", Words.number(s.mean_loss));
    text("accuracy", Words.right(s));
    text("boundary", s.boundary_place === "none" ? "none" : Words.number(s.boundary));
    text("odds-ratio", Words.number(s.odds_ratio));
    text("odds-ratio-name", `Odds ratio per ${unit}`);
    text("gradient", `(${Words.number(s.grad_w0)}, ${Words.number(s.grad_w1)})`);
    text("positive", data.positive);
    text("negative", data.negative);
    text("source", `Data: ${data.title}; ${data.source}.`);
  }

  const named = (data) => (data.unit ? `${data.feature}, ${data.unit}` : data.feature);

  let quiet;
  function speak(s) {
    clearTimeout(quiet);
    $("status").ariaBusy = "true";
    quiet = setTimeout(() => {
      text("status", Words.status(s));
      $("status").ariaBusy = "false";
    }, PAUSE);
  }

  function complain(sentence) {
    text("problem", sentence);
  }

  // ---- one sample by hand -----------------------------------------------------------------------
  function showByHand(samples, s, data) {
    if (!$("by-hand")) return;
    const [i] = samples.selected.indices;
    if (i == null || i >= length(samples)) {
      html("by-hand", `<p class="hint">Choose a sample in a plot or in the table to see its sums.</p>`);
      return;
    }
    const lines = Words.byHand(s, row(samples, i)).map(
      ([name, formula, value]) => `<tr><th scope="row">${name}</th><td>${formula}</td><td class="value">${value}</td></tr>`,
    );
    const x = Words.plain(columns(samples).x[i]);
    html("by-hand", `<table><caption>Sample ${i * data.every + 1}: <span id="by-hand-name"></span></caption><tbody>${lines.join("")}</tbody></table>`);
    text("by-hand-name", `${data.feature} ${x}${data.unit ? ` ${data.unit}` : ""}, y = ${columns(samples).y[i]}`);
  }

  // ---- trace table --------------------------------------------------------------------------------
  const CELLS = [
    (r) => Words.plain(r.x),
    (r) => String(r.y),
    (r) => Words.number(r.logit),
    (r) => Words.number(r.odds),
    (r) => Words.number(r.p),
    (r) => String(r.predicted),
    (r) => (r.correct ? "right" : "wrong"),
    (r) => Words.number(r.loss),
    (r) => Words.number(r.residual),
  ];

  function showTable(samples, s, data) {
    if (!$("samples")) return;
    const body = $("samples").tBodies[0];
    const n = Math.min(length(samples), ROWS);
    while (body.rows.length > n) body.deleteRow(-1);
    while (body.rows.length < n) {
      const tr = body.insertRow();
      for (const _ of CELLS) tr.insertCell();
    }
    const [chosen] = samples.selected.indices;
    rows(samples, n).forEach((r, i) => {
      const tr = body.rows[i];
      CELLS.forEach((cell, c) => {
        const value = cell(r);
        if (tr.cells[c].textContent !== value) tr.cells[c].textContent = value;
      });
      tr.dataset.y = r.y;
      tr.classList.toggle("wrong", !r.correct);
      tr.setAttribute("aria-selected", String(i === chosen));
      tr.tabIndex = i === (chosen ?? 0) ? 0 : -1;
    });
    text("x-name", named(data));
    text("thinned", n < s.n ? `The table has ${n} of ${s.n} samples, the plots draw ${length(samples)}; every number counts all. ` : "");
    text("total-right", Words.right(s));
    text("total-loss", Words.number(s.mean_loss));
    text("total-residual", Words.number(s.grad_w0));
  }

  function bindTable(samples, select) {
    if (!$("samples")) return;
    const body = $("samples").tBodies[0];
    const index = (e) => [...body.rows].indexOf(e.target.closest("tr"));
    body.addEventListener("click", (e) => {
      const i = index(e);
      select(samples.selected.indices[0] === i ? null : i);
    });
    body.addEventListener("keydown", (e) => {
      const i = index(e);
      const last = body.rows.length - 1;
      const to = { ArrowDown: Math.min(i + 1, last), ArrowUp: Math.max(i - 1, 0), Home: 0, End: last, Enter: i, " ": i, Escape: null }[e.key];
      if (to === undefined) return;
      e.preventDefault();
      select(to);
      if (to !== null) body.rows[to].focus();
    });
  }

  // ---- sliders and number boxes ---------------------------------------------------------------------
  function showControls(controls, now) {
    if ($("dataset").value !== now.dataset) $("dataset").value = now.dataset;
    for (const c of rows(controls)) {
      const [slider, box] = [$(c.name), $(`${c.name}-number`)];
      const value = now[c.name];
      Object.assign(slider, { min: c.low, max: c.high, step: c.step });
      // The native slider rounds to its step, so only a value that differs from its own moves it.
      if (slider.dataset.value !== String(value)) slider.value = slider.dataset.value = String(value);
      slider.setAttribute("aria-valuetext", Words.plain(value));
      if (document.activeElement !== box || box.dataset.value !== String(value)) box.value = Words.plain(value);
      box.dataset.value = String(value);
      for (const [k, v] of [["now", value], ["min", c.low], ["max", c.high]]) box.setAttribute(`aria-value${k}`, v);
    }
  }

  function bindControls(controls, now, set, rest) {
    for (const { name } of rows(controls)) {
      const [slider, box] = [$(name), $(`${name}-number`)];
      const control = () => rows(controls).find((c) => c.name === name);
      const clamp = (v, c) => Math.min(c.high, Math.max(c.low, v));
      const nudge = (steps) => {
        const c = control();
        const near = Math.round((now()[name] - c.low) / c.step) + steps; // whole steps from the low end
        set({ [name]: Number(clamp(c.low + near * c.step, c).toPrecision(12)) });
      };
      slider.addEventListener("input", () => {
        slider.dataset.value = slider.value;
        set({ [name]: Number(slider.value) });
      });
      slider.addEventListener("change", rest); // the mouse button or the key is up
      slider.addEventListener("keydown", (e) => {
        const steps = { PageUp: 10, PageDown: -10 }[e.key];
        if (steps) e.preventDefault(), nudge(steps);
      });
      box.addEventListener("keydown", (e) => {
        const steps = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[e.key];
        if (steps) e.preventDefault(), nudge(steps);
        if (e.key === "Enter") e.preventDefault(), enter();
        if (e.key === "Escape") (box.value = Words.plain(now()[name])), complain("");
      });
      const enter = () => {
        const current = now()[name];
        if (box.value === Words.plain(current)) return;
        const wrong = Words.problem(box.value, control(), current);
        if (!wrong) set({ [name]: Words.parse(box.value) }), rest();
        box.value = Words.plain(wrong ? current : Words.parse(box.value));
        complain(wrong);
      };
      box.addEventListener("change", enter);
    }
  }

  // ---- colours ------------------------------------------------------------------------------------
  // Models carry the palette names of their colours as a tag; the style sheet says what they are now.
  function bindTheme(doc) {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const paint = () => {
      const style = getComputedStyle(document.documentElement);
      for (const model of doc.all_models) {
        for (const { theme } of model.tags.filter((t) => t?.theme)) {
          const colour = (name) => (Array.isArray(name) ? name.map(colour) : style.getPropertyValue(`--${name}`).trim());
          const now = Object.entries(theme).map(([prop, name]) => [prop, colour(name)]);
          model.setv(Object.fromEntries(now), { sync: false });
        }
        for (const { shades } of model.tags.filter((t) => t?.shades)) {
          const [low, high] = shades.map((name) => style.getPropertyValue(`--${name}`).trim());
          model.setv({ palette: shade(low, high) }, { sync: false });
        }
      }
    };
    dark.addEventListener("change", paint);
    paint();
  }

  // From the low colour over nothing to the high colour, in steps of a hundredth.
  function shade(low, high) {
    const alpha = (sure) => Math.round(sure * SHADE * 255).toString(16).padStart(2, "0");
    return Array.from({ length: 101 }, (_, i) => (i < 50 ? low : high) + alpha(Math.abs(i - 50) / 50));
  }

  (function wait() {
    const doc = window.Bokeh?.documents?.find((d) => d.get_model_by_name("settings"));
    if (doc) start(doc);
    else requestAnimationFrame(wait);
  })();
})();
