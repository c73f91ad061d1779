// The trace table: every sample with all its numbers, and the row of means.
const Trace = (() => {
  "use strict";
  const { escaped } = Words;
  const ROWS = 50; // at most
  const $ = (id) => document.getElementById(id);
  const { text } = Write;

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

  function show(samples, s, data, every, scene) {
    const table = $("samples");
    if (!table) return;
    const d = data.x.length;
    const features = data.x.map((_, j) => (d === 1 ? "x" : `x${j + 1}`));
    const cells = [...features.map((name) => [name, Words.measured]), ...CELLS, ...features.map((name) => [`residual_${name}`, (v) => Words.number(v)])];
    head(table, data, d);
    const body = table.tBodies[0];
    const n = Math.min(samples.y.length, ROWS);
    while (body.rows.length > n) forget(body.rows[body.rows.length - 1]);
    while (body.rows.length < n) addRow(body, cells);
    const chosen = (scene.sample - 1) / every;
    due = new Set();
    for (let i = 0; i < n; i++) inSight(body.rows[i], () => writeRow(body.rows[i], cells, samples, i, chosen, n));
    inSight(table.parentElement, () => writeMeans(s, data));
    const thinned = every > 1 || n < samples.y.length;
    text("thinned", thinned ? `${every > 1 ? `Dots are every ${ordinal(every)} of` : "Of"} ${s.n} samples, rows the first ${n} of these; means count all. ` : "");
  }

  // While something moves, what is out of sight waits; once it rests it is written.
  let due = new Set();
  const unseen = new Set();
  const eye = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) isIntersecting ? unseen.delete(target) : unseen.add(target);
  });

  function inSight(at, write) {
    if (unseen.has(at)) due.add(write);
    else write();
  }

  function settle() {
    due.forEach((write) => write());
    due.clear();
  }

  const written = new WeakMap(); // row to the texts in its cells
  function writeRow(tr, cells, samples, i, chosen, n) {
    const [texts, places] = written.get(tr);
    cells.forEach(([name, write], j) => {
      const said = write(samples[name][i]);
      if (texts[j] !== said) places[j].data = texts[j] = said;
    });
    if (tr.dataset.y !== String(samples.y[i])) tr.dataset.y = samples.y[i];
    tr.classList.toggle("wrong", samples.correct[i] === 0);
    const is = String(i === chosen);
    if (tr.ariaSelected !== is) tr.ariaSelected = is;
    const tab = i === chosen || (i === 0 && !(chosen >= 0 && chosen < n)) ? 0 : -1;
    if (tr.tabIndex !== tab) tr.tabIndex = tab;
  }

  function writeMeans(s, { x }) {
    text("total-right", Words.right(s));
    text("total-loss", Words.number(s.mean_loss));
    text("total-residual", Words.number(s.grad_w0));
    x.forEach((_, j) => text(`total-residual-x${j + 1}`, Words.number(s[`grad_w${j + 1}`])));
  }

  const ordinal = (k) => `${k}${{ 2: "nd", 3: "rd" }[k] ?? "th"}`;

  const MARKED = { y: "label", correct: "verdict" };
  function addRow(body, cells) {
    const tr = body.insertRow();
    tr.setAttribute("tabindex", "-1"); // the property reads so without it, but nothing can focus the row
    const places = cells.map(([name]) => {
      const cell = tr.insertCell();
      cell.className = MARKED[name] ?? "";
      return cell.appendChild(new Text());
    });
    written.set(tr, [[], places]);
    eye.observe(tr);
  }

  function forget(tr) {
    eye.unobserve(tr);
    unseen.delete(tr);
    tr.remove();
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
    [...table.tBodies[0].rows].forEach(forget);
  }

  function bind(select) {
    const body = $("samples")?.tBodies[0];
    if (!body) return;
    eye.observe($("samples").parentElement);
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

  return { show, settle, bind };
})();
