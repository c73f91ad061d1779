// Everything on the page that is text: read-outs, sums by hand, trace table, counts, status line.
const Readouts = (() => {
  "use strict";
  const { escaped } = Words;
  const ROWS = 50; // of the trace table at most
  const PAUSE = 400; // ms of rest before the status line speaks
  const $ = (id) => document.getElementById(id);

  function text(id, value) {
    const at = $(id);
    if (at && at.textContent !== value) at.textContent = value;
  }

  // Markup changes seldom, the numbers in it all the time: then only the texts are replaced.
  const written = new WeakMap();
  function html(at, markup) {
    if (!at) return;
    const shape = markup.replace(/>[^<]+/g, ">·");
    const texts = markup.match(/>[^<]+/g) ?? [];
    const old = written.get(at);
    if (old?.shape !== shape) {
      at.innerHTML = markup;
      written.set(at, { shape, texts, nodes: textNodes(at) });
      return;
    }
    texts.forEach((said, i) => {
      if (said !== old.texts[i]) old.nodes[i].data = decode(said.slice(1));
    });
    old.texts = texts;
  }

  function textNodes(at) {
    const walker = document.createTreeWalker(at, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  }

  const decoder = document.createElement("textarea");
  function decode(said) {
    if (!said.includes("&")) return said;
    decoder.innerHTML = said;
    return decoder.value;
  }

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
    showTable(frame.samples, s, data, every, scene);
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


  // ---- trace table --------------------------------------------------------------------------------
  const CELLS = [
    ["y", (v) => String(v)],
    ["logit", (v) => Words.number(v)],
    ["odds", (v) => Words.number(v)],
    ["p", (v) => Words.number(v)],
    ["predicted", (v) => String(v)],
    ["correct", (v) => (v ? "right" : "wrong")],
    ["loss", (v) => Words.number(v)],
    ["residual", (v) => Words.number(v)],
  ];

  function showTable(samples, s, data, every, scene) {
    const table = $("samples");
    if (!table) return;
    const d = data.x.length;
    const features = data.x.map((_, j) => (d === 1 ? "x" : `x${j + 1}`));
    const cells = [...features.map((name) => [name, Words.measured]), ...CELLS, ...features.map((name) => [`residual_${name}`, (v) => Words.number(v)])];
    head(table, data, d);
    const body = table.tBodies[0];
    const n = Math.min(samples.y.length, ROWS);
    while (body.rows.length > n) body.deleteRow(-1);
    while (body.rows.length < n) addRow(body, cells);
    const chosen = (scene.sample - 1) / every;
    for (let i = 0; i < n; i++) {
      const tr = body.rows[i];
      cells.forEach(([name, write], j) => {
        const said = write(samples[name][i]);
        if (tr.cells[j].textContent !== said) tr.cells[j].textContent = said;
      });
      if (tr.dataset.y !== String(samples.y[i])) tr.dataset.y = samples.y[i];
      tr.classList.toggle("wrong", samples.correct[i] === 0);
      const is = String(i === chosen);
      if (tr.ariaSelected !== is) tr.ariaSelected = is;
      const tab = i === chosen || (i === 0 && !(chosen >= 0 && chosen < n)) ? 0 : -1;
      if (tr.tabIndex !== tab) tr.tabIndex = tab;
    }
    text("total-right", Words.right(s));
    text("total-loss", Words.number(s.mean_loss));
    text("total-residual", Words.number(s.grad_w0));
    data.x.forEach((_, j) => text(`total-residual-x${j + 1}`, Words.number(s[`grad_w${j + 1}`])));
    const thinned = every > 1 || n < samples.y.length;
    text("thinned", thinned ? `${every > 1 ? `Dots are every ${ordinal(every)} of` : "Of"} ${s.n} samples, rows the first ${n} of these; means count all. ` : "");
  }

  const ordinal = (k) => `${k}${{ 2: "nd", 3: "rd" }[k] ?? "th"}`;

  const MARKED = { y: "label", correct: "verdict" };
  function addRow(body, cells) {
    const tr = body.insertRow();
    tr.setAttribute("tabindex", "-1"); // the property reads so without it, but nothing can focus the row
    for (const [name] of cells) tr.insertCell().className = MARKED[name] ?? "";
  }

  let headed = "";
  function head(table, { features, units }, d) {
    const key = JSON.stringify([features, units]);
    if (key === headed) return;
    headed = key;
    const named = features.map((f, j) => escaped(units[j] ? `${f}, ${units[j]}` : f));
    const times = features.map((_, j) => `(<i>p</i> − <i>y</i>) <i>x</i>${d > 1 ? `<sub>${j + 1}</sub>` : ""}`);
    const names = [...named, "<i>y</i>", "logit <i>z</i>", "odds", "<i>p</i>", "predicted", "right?", "loss", "residual <i>p</i> − <i>y</i>", ...times];
    table.tHead.innerHTML = `<tr>${names.map((name) => `<th scope="col">${name}</th>`).join("")}</tr>`;
    const sums = ["total-right", "total-loss", "total-residual", ...features.map((_, j) => `total-residual-x${j + 1}`)];
    table.tFoot.innerHTML = `<tr><th scope="row" colspan="${d + 5}">mean</th>${sums.map((id) => `<td id="${id}"></td>`).join("")}</tr>`;
    table.tBodies[0].replaceChildren();
  }

  function bindTable(select) {
    const body = $("samples")?.tBodies[0];
    if (!body) return;
    const index = (e) => [...body.rows].indexOf(e.target.closest("tr"));
    body.addEventListener("click", (e) => {
      const i = index(e);
      select(body.rows[i].ariaSelected === "true" ? null : i);
    });
    body.addEventListener("keydown", (e) => {
      const [i, end] = [index(e), body.rows.length - 1];
      const to = { ArrowDown: Math.min(i + 1, end), ArrowUp: Math.max(i - 1, 0), Home: 0, End: end, Enter: i, " ": i, Escape: null }[e.key];
      if (to === undefined) return;
      e.preventDefault();
      select(to);
      if (to !== null) body.rows[to].focus();
    });
  }

  return { show, text, html, bindTable, bindExplain };
})();
