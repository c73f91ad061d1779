// The page's start and its one store: a scene, the frame made from it, and who is told.
// While something moves, the scripts in frame/ make the frame; when the hand rests, the scene goes
// to the server, and the numbers that NumPy answers stand on the page. Without one, theirs stand.
(() => {
  "use strict";
  const REST = 120; // ms without a move
  const FRAMES = 3; // from one writing of the numbers to the next
  const $ = (id) => document.getElementById(id);
  const page = JSON.parse($("page").textContent);
  const blocks = Object.fromEntries(page.blocks.map((block) => [block.name, block]));
  const asked = Address.read(page);
  const view = Views.apply(page, asked.view);

  let block, scene, data, path, frame, every, plots;
  let [turn, unsent, resting, ask] = [0, false, null, null];
  let settled = 0; // the last question that the server has answered
  let waiting = null; // a data set that only the server has

  // ---- from the scene to the page -------------------------------------------------------------------
  // Whether a figure can show the data set; a product of two features adds none.
  function fits(name) {
    const { features, most } = page.plots;
    return (features[name]?.includes(block.x.length) ?? true) && block.y.length <= (most[name] ?? Infinity);
  }

  // Before the plots are told: a hidden one takes nothing in.
  function showFigures() {
    for (const name of Object.keys(page.plots.parts)) $(`figure-${name}`).toggleAttribute("hidden", !fits(name));
  }

  // The tables that the page shows, and only those.
  function parts() {
    const { parts } = page.plots;
    const shown = Object.keys(parts).filter((name) => fits(name) && !view.hides(name));
    const tables = new Set(["samples", "summary", "optimum", ...shown.flatMap((name) => parts[name])]);
    if (scene.loss !== "squared") tables.delete("squared_curve");
    return [...tables];
  }

  function compute() {
    data = Scenes.derive(block, scene);
    path = Scenes.path(data, block, scene, page.limits.work, page.bounds.w0[1]);
    every = Math.ceil(data.y.length / page.limits.dots);
    const made = Frames.compute(data, Scenes.frameSettings(scene, path), parts(), every);
    return still.form === form() ? { ...made, ...still.tables } : made;
  }

  function draw(made = compute()) {
    frame = made;
    showFigures();
    plots?.show(seen().frame, { data, block, scene, every });
    render();
  }

  const render = once(write);

  function write() {
    const shown = seen();
    Readouts.show({ ...now(), ...shown });
    if (!unsent) Trace.settle();
    const offered = groups();
    const locked = offered.flatMap(([, rows]) => rows.map((row) => row.name)).filter(view.locks);
    controls.show(offered, values(), locked, marks(shown.frame));
    if (!waiting && $("dataset").value !== block.name) $("dataset").value = block.name;
    Write.attributes(document.body, { "data-features": data.x.length, "data-ready": Boolean(plots) });
  }

  const now = () => ({ frame, data, block, scene, every, path, page });

  // The frame as the page shows it, without what an open question asks for.
  const seen = () => Covers.lay(frame, Lessons.covers(block.name), every);

  function groups() {
    const inputs = Scenes.inputs(block, scene);
    const features = block.sliders.map((row, j) => ({ ...row, name: `x${j + 1}`, word: `${row.word} of sample ${scene.sample}`, label: `${row.label} of sample ${scene.sample}` }));
    const rows = (name) => (name === "x" ? (scene.sample ? features : []) : inputs[name] ? [{ name, ...inputs[name], ...(name === "steps" && { high: mostSteps() }) }] : []);
    return Object.entries(page.groups)
      .map(([title, names]) => [title, names.filter(view.offers).flatMap(rows)])
      .filter(([, found]) => found.length > 0);
  }

  // Where a learning rate stops being safe.
  function marks({ optimum }) {
    const [limit] = optimum.rate_limit;
    return { learning_rate: [limit, `Steps settle below ${Words.number(limit, limit < 0.01 ? 6 : 3)}`] };
  }

  // What stands in each input: the weights in force, not the start of training.
  function values() {
    const force = Object.fromEntries(Scenes.names(block, scene).map((name, j) => [name, path.at(-1)[j]]));
    const sample = block.x.map((column, j) => [`x${j + 1}`, (scene.moved[scene.sample] ?? [])[j] ?? column[scene.sample - 1]]);
    return { ...scene, ...force, ...Object.fromEntries(sample), steps: path.length - 1 };
  }

  // ---- from the hand to the scene -------------------------------------------------------------------
  function set(changes) {
    complain("");
    changes = Object.fromEntries(Object.entries(changes).filter(([name]) => !view.locks(name)).map(([name, value]) => [name, held(name, value)]));
    if (Object.keys(changes).length === 0) return complain("This is locked here.");
    const costs = { ...scene, ...changes };
    if (costs.cost_fp === 0 && costs.cost_fn === 0) return render(), complain("The costs cannot be both 0: no decision would matter then.");
    if (Object.keys(changes).some((name) => /^w\d$/.test(name))) controls.stop();
    const features = Object.entries(changes).filter(([name]) => /^x\d$/.test(name));
    if (features.length > 0) changes = { moved: moved(features) };
    scene = Scenes.change(block, scene, changes, data, path.at(-1));
    draw();
    unsent = true;
    clearTimeout(resting);
    resting = setTimeout(rest, REST);
  }

  // A value as the address holds it; steps as far as training goes here.
  function held(name, value) {
    if (name === "steps") return Math.min(value, mostSteps());
    return typeof value === "number" ? Scenes.short(value) : value;
  }

  const mostSteps = () => Math.min(page.bounds.steps[1], Math.floor(page.limits.work / block.y.length));

  function moved(features) {
    const at = values();
    const x = block.x.map((_, j) => at[`x${j + 1}`]);
    for (const [name, value] of features) x[name.slice(1) - 1] = value;
    const home = block.x.every((column, j) => column[scene.sample - 1] === x[j]);
    const { [scene.sample]: _, ...others } = scene.moved;
    return home ? others : { ...others, [scene.sample]: x };
  }

  function rest() {
    clearTimeout(resting);
    settle();
  }

  const settle = once(() => {
    if (unsent) tell();
    unsent = false;
    Trace.settle();
  });

  // The address and the server hear of the scene; every question has a number, which its answer repeats.
  function tell() {
    Address.write(Scenes.settings(block, scene), asked.view);
    question();
  }

  // Tables that no weight changes: NumPy's are asked for once for each form of the data, and kept.
  const STILL = ["loss_curve", "squared_curve", "surface"];
  const form = () => JSON.stringify([scene.dataset, scene.standardise, scene.interaction, scene.moved, scene.unit, scene.loss]);
  let still = { form: "", tables: {} };
  let askedFor = ""; // the form of the last question

  function question() {
    if (!ask) return;
    askedFor = form();
    const tables = parts().filter((name) => askedFor !== still.form || !(name in still.tables));
    ask(++turn, Scenes.query(Scenes.settings(block, scene)), tables);
  }

  // An answer that the hand has overtaken is of no use any more.
  function answer({ turn: answered, frame: columns, block: fresh }) {
    if (fresh) blocks[fresh.name] = fresh;
    if (waiting && fresh) return openDataset(waiting);
    settled = answered;
    if (answered !== turn || unsent) return;
    const brought = STILL.filter((name) => name in columns).map((name) => [name, columns[name]]);
    if (brought.length > 0) still = { form: askedFor, tables: Object.fromEntries(brought) };
    draw({ ...frame, ...columns });
  }

  function select(row) {
    scene = { ...scene, sample: row == null ? 0 : row * every + 1 };
    if (view.offers("x")) controls.stop();
    draw();
    unsent = true;
    rest();
  }

  // What is locked stays as it is, also when the rest goes back to its opening.
  function reset() {
    const kept = Object.entries(Scenes.settings(block, scene)).filter(([name]) => view.locks(name));
    show({ ...(page.scene.dataset === block.name ? page.scene : { dataset: block.name }), ...Object.fromEntries(kept) });
  }

  // Open a scene given as text; says what could not be taken.
  function open(values) {
    const name = values.dataset ?? page.scene.dataset ?? page.blocks[0].name;
    const known = Object.hasOwn(blocks, name);
    const problems = known ? [] : [`There is no data set “${String(name).slice(0, 40)}” on this page.`];
    block = known ? blocks[name] : (blocks[page.scene.dataset] ?? page.blocks[0]);
    const opened = Scenes.open(block, problems.length ? { ...values, dataset: block.name } : values, page.bounds);
    scene = opened.scene;
    return [...problems, ...opened.problems];
  }

  function openDataset(name) {
    controls.stop();
    waiting = null;
    if (!Object.hasOwn(blocks, name)) {
      if (!ask) return unreachable();
      waiting = name;
      return ask(++turn, Scenes.query({ dataset: name }), []);
    }
    const kept = ["unit", "loss", "cost_fp", "cost_fn"].filter((key) => scene[key] !== undefined);
    block = blocks[name];
    scene = { ...Scenes.opening(block), ...Object.fromEntries(kept.map((key) => [key, scene[key]])) };
    draw();
    unsent = true;
    rest();
  }

  function unreachable() {
    waiting = null;
    $("dataset").value = block.name;
    complain("The data set stays as it is: another one needs the server, which is out of reach.");
  }

  function show(values) {
    const problems = open(values);
    complain(problems.join(" "));
    controls.stop();
    draw();
    unsent = true;
    rest();
  }

  function fit() {
    const best = Words.all(frame.optimum, "w").map(([value]) => value);
    if (Scenes.names(block, scene).some(view.locks)) return complain("The weights are locked here.");
    if (!best.every(Number.isFinite)) return complain(Words.optimum(frame.optimum, scene));
    set(Object.fromEntries(Scenes.names(block, scene).map((name, j) => [name, Scenes.short(best[j])])));
    rest();
  }

  function complain(sentence) {
    Write.text("problem", sentence);
  }

  function note(sentences) {
    $("notice").textContent = sentences.join(" ");
    $("notice").hidden = sentences.length === 0;
  }

  // ---- once ---------------------------------------------------------------------------------------
  function once(work) {
    let due = false;
    return () => {
      if (due) return;
      due = true;
      // after the frame that paints the plots, which the eye is on; digits need not come as often
      const go = () => ((due = false), work());
      let left = FRAMES;
      const wait = () => (left-- > 0 ? requestAnimationFrame(wait) : setTimeout(go));
      wait();
    };
  }

  const controls = Controls.start(document.querySelector(".controls"), { set, rest, complain });

  async function start() {
    // an address that names a data set is a whole scene; else it changes the one the page opens with
    const problems = open("dataset" in asked.scene ? asked.scene : { ...page.scene, ...asked.scene });
    note([...(page.view.notice ? [page.view.notice] : []), ...asked.problems, ...problems]);
    Lessons.start(page.lesson, { show, opening: () => page.scene, redraw: () => draw(frame) });
    frame = compute();
    showFigures();
    plots = await Plots.start(page.plots, seen().frame, now());
    plots.on("select", select);
    plots.on("place", (w0, w1) => (set({ w0: Number(w0.toPrecision(4)), w1: Number(w1.toPrecision(4)) }), rest()));
    write();
    Trace.bind(select);
    Readouts.bindExplain();
    $("dataset")?.addEventListener("change", (e) => openDataset(e.target.value));
    $("reset")?.addEventListener("click", reset);
    $("fit")?.addEventListener("click", fit);
    Share.start({ page, asked: asked.view, scene: () => Scenes.settings(block, scene), now });
    Embed.start();
    if (page.server) connect();
  }

  function connect() {
    const lost = () => {
      ask = null;
      if (waiting) unreachable();
      note(["The server is out of reach. Dragging still works here; reload the page to connect again."]);
    };
    Server.connect($("page").dataset.token, { answer, lost, ready: (send) => ((ask = send), question()) });
  }

  // for whoever looks in from outside: a teacher's console, a test
  window.explorable = { now, show, turn: () => turn, answered: () => !unsent && settled === turn };
  start();
})();
