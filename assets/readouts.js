// Numbers about the whole and sums by hand: read-outs, counts, status line, explanations.
const Readouts = (() => {
  "use strict";
  const { escaped } = Words;
  const PAUSE = 400; // ms of rest before the status line speaks
  const $ = (id) => document.getElementById(id);
  const { text, html } = Write;

  // ---- numbers about the whole --------------------------------------------------------------------
  function show(now) {
    const { frame, data, block, scene, every, path, asking } = now;
    const s = frame.summary;
    html($("formula"), Formulas.model(s));
    text("mean-loss-name", `Mean loss, ${scene.unit}`);
    text("mean-loss", Words.number(s.mean_loss));
    text("accuracy", Words.right(s));
    text("boundary", s.boundary_place === undefined || s.boundary_place === "none" ? "none" : Words.number(s.boundary));
    $("boundary")?.parentElement.toggleAttribute("hidden", data.x.length > 1);
    const ratios = Words.all(s, "odds_ratio");
    text("odds-ratio", ratios.map((v) => Words.number(v, ratios.length > 1 ? 3 : 6)).join(", "));
    text("odds-ratio-name", ratios.length > 1 ? "Odds ratios" : `Odds ratio per ${data.units[0] || "unit of x"}`);
    const slopes = Words.all(s, "grad_w");
    html($("gradient-name"), `Gradient (${slopes.map((_, j) => `<i>w</i>${Words.SUBSCRIPTS[j]}`).join(", ")})`);
    text("gradient", `(${slopes.map((v) => Words.number(v, slopes.length > 2 ? 3 : 6)).join(", ")})`);
    text("positive", block.positive);
    text("negative", block.negative);
    text("source", `Data: ${block.title}; ${block.source}.`);
    showAsked(asking);
    showOptimum(frame, data, scene);
    showCounts(s, block);
    explain(now);
    Trace.show(frame.samples, s, data, every, scene);
    showByHand(now);
    speak(s, data, scene, path.length - 1);
  }

  // What “?” stands for, if it stands anywhere.
  function showAsked(asking) {
    $("asked").toggleAttribute("hidden", asking.length === 0);
    if (asking.length === 0) return;
    const link = $("asked").firstChild;
    const said = `asked in question${asking.length > 1 ? "s" : ""} ${asking.join(" and ")}`;
    if (link.textContent !== said) link.textContent = said;
    link.onclick = () => document.querySelectorAll(".question")[asking[0] - 1].querySelector("input").focus();
  }

  // Where the best weights are, or why there are none.
  function showOptimum({ optimum, history }, data, scene) {
    if ($("optimum") && optimum) text("optimum", Words.optimum(optimum, scene, history));
  }

  // ---- numbers opened to their formulas -----------------------------------------------------------
  const opened = new Map(); // place to the button that opened it: one at a time
  let last = null;

  function bindExplain() {
    for (const button of document.querySelectorAll("[data-explains]")) {
      button.addEventListener("click", () => {
        const at = $(button.getAttribute("aria-controls"));
        const before = opened.get(at);
        if (before) before.ariaExpanded = "false";
        before === button ? opened.delete(at) : opened.set(at, button);
        at.hidden = !opened.has(at);
        button.ariaExpanded = String(!at.hidden);
        last && explain(last);
      });
    }
  }

  function explain(now) {
    last = now;
    for (const [at, button] of opened) if (!at.closest("[hidden]")) html(at, Formulas.explain(button.dataset.explains, now));
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
    Write.attributes($("status"), { "aria-busy": true });
    quiet = setTimeout(() => {
      text("status", Words.status(s, data, scene, steps));
      Write.attributes($("status"), { "aria-busy": false });
    }, PAUSE);
  }

  // ---- one sample by hand -------------------------------------------------------------------------
  function showByHand(now) {
    const at = $("by-hand");
    if (!at) return;
    const lines = Formulas.byHand(now);
    if (!lines) return html(at, `<p class="hint">Choose a sample in a plot or in the table to see its sums.</p>`);
    const [{ data }, row] = [now, now.scene.sample - 1];
    const said = data.features.map((feature, j) => `${escaped(feature)} ${Words.plain(data.x[j][row])}${data.units[j] ? ` ${escaped(data.units[j])}` : ""}`);
    const rows = lines.map(([name, formula, value]) => `<tr><th scope="row">${name}</th><td>${Formulas.math(formula)}</td><td class="value">${value}</td></tr>`);
    html(at, `<table><caption>Sample ${row + 1}: ${said.join(", ")}, <i>y</i> = ${data.y[row]}</caption><tbody>${rows.join("")}</tbody></table>`);
  }

  return { show, bindExplain };
})();
