// Numbers about the whole and sums by hand: read-outs, counts, status line, explanations.
const Readouts = (() => {
  "use strict";
  const { escaped } = Words;
  const PAUSE = 400; // ms of rest before the status line speaks
  const $ = (id) => document.getElementById(id);
  const { text, html } = Write;

  // ---- numbers about the whole --------------------------------------------------------------------
  function show({ frame, data, block, scene, every, path }) {
    const s = frame.summary;
    html($("formula"), Words.model(s));
    text("mean-loss-name", `Mean loss, ${scene.unit}`);
    text("mean-loss", Words.number(s.mean_loss));
    text("accuracy", Words.right(s));
    text("boundary", s.boundary_place === undefined || s.boundary_place === "none" ? "none" : Words.number(s.boundary));
    $("boundary")?.parentElement.toggleAttribute("hidden", data.x.length > 1);
    const ratios = Words.all(s, "odds_ratio");
    text("odds-ratio", ratios.map((v) => Words.number(v, ratios.length > 1 ? 3 : 6)).join(", "));
    text("odds-ratio-name", ratios.length > 1 ? "Odds ratios" : `Odds ratio per ${data.units[0] || "unit of x"}`);
    const slopes = Words.all(s, "grad_w");
    text("gradient", `(${slopes.map((v) => Words.number(v, slopes.length > 2 ? 3 : 6)).join(", ")})`);
    text("positive", block.positive);
    text("negative", block.negative);
    text("source", `Data: ${block.title}; ${block.source}.`);
    showOptimum(frame, data, scene);
    showCounts(s, block);
    explain(frame, data, scene);
    Trace.show(frame.samples, s, data, every, scene);
    showByHand(frame.samples, s, data, every, scene);
    speak(s, data, scene, path.length - 1);
  }

  // Where the best weights are, or why there are none.
  function showOptimum({ optimum, history }, data, scene) {
    if ($("optimum") && optimum) text("optimum", Words.optimum(optimum, scene, history));
  }

  // ---- a number opened to its formula -------------------------------------------------------------
  let opened = null;
  function bindExplain() {
    for (const button of document.querySelectorAll("[data-explains]")) {
      button.addEventListener("click", () => {
        opened = opened === button.dataset.explains ? null : button.dataset.explains;
        for (const other of document.querySelectorAll("[data-explains]")) other.ariaExpanded = String(other.dataset.explains === opened);
        last && explain(...last);
      });
    }
  }

  let last = null;
  function explain(...now) {
    last = now;
    const at = $("explanation");
    if (!at) return;
    at.hidden = opened === null;
    if (opened) html(at, Words.explain(opened, ...now));
  }

  function showCounts(s, { positive, negative }) {
    if (!$("counts")) return;
    for (const name of ["true_positive", "false_positive", "true_negative", "false_negative"]) text(name, String(s[name]));
    text("counts-positive", positive);
    text("counts-negative", negative);
  }

  let quiet;
  function speak(s, data, scene, steps) {
    clearTimeout(quiet);
    $("status").ariaBusy = "true";
    quiet = setTimeout(() => {
      text("status", Words.status(s, data, scene, steps));
      $("status").ariaBusy = "false";
    }, PAUSE);
  }

  // ---- one sample by hand -------------------------------------------------------------------------
  function showByHand(samples, s, data, every, scene) {
    const at = $("by-hand");
    if (!at) return;
    const i = (scene.sample - 1) / every;
    if (scene.sample < 1 || !Number.isInteger(i)) {
      return html(at, `<p class="hint">Choose a sample in a plot or in the table to see its sums.</p>`);
    }
    const sample = Object.fromEntries(Object.entries(samples).map(([k, v]) => [k, v[i]]));
    const x = data.x.map((column) => column[scene.sample - 1]);
    const lines = Words.byHand(s, sample, x, scene.unit).map(
      ([name, formula, value]) => `<tr><th scope="row">${name}</th><td>${formula}</td><td class="value">${value}</td></tr>`,
    );
    const said = data.features.map((feature, j) => `${escaped(feature)} ${Words.plain(x[j])}${data.units[j] ? ` ${escaped(data.units[j])}` : ""}`);
    html(at, `<table><caption>Sample ${scene.sample}: ${said.join(", ")}, <i>y</i> = ${sample.y}</caption><tbody>${lines.join("")}</tbody></table>`);
  }

  return { show, bindExplain };
})();
