// Sliders, number boxes, checks, choices and the buttons of training, made from the inputs that the
// data set has. What is entered goes up as values; nothing is kept here.
const Controls = (() => {
  "use strict";
  const POSITIONS = 240; // of a slider with a log scale
  const RUNNING = 1000 / 30; // ms between two steps of a run

  // host: where the controls go. set(values) as they move, rest() when the hand is up,
  // complain(sentence) for an entry that cannot be taken.
  function start(host, { set, rest, complain }) {
    let shown = ""; // what the controls were made for
    let now = {}; // name to [input, value]

    // marks: name to a value that the slider marks, and what lies there
    function show(groups, values, locked, marks = {}) {
      const key = JSON.stringify([groups.map(([title, rows]) => [title, rows.map(({ name, label, low, high }) => [name, label, low, high])]), locked]);
      if (key !== shown) host.replaceChildren(...groups.map((g) => group(g, locked)));
      shown = key;
      now = Object.fromEntries(groups.flatMap(([, rows]) => rows.map((row) => [row.name, [row, values[row.name]]])));
      for (const [name, [row, value]] of Object.entries(now)) KINDS[row.kind].show(name, row, value);
      for (const [name, [at, words]] of Object.entries(marks)) if (name in now) mark(name, now[name][0], at, words);
    }

    function group([title, rows], locked) {
      const set = el("fieldset", { className: "group", ariaLabel: title });
      set.dataset.group = title;
      for (const row of rows) {
        const control = KINDS[row.kind].make(row);
        control.classList.add("control");
        control.dataset.control = row.name;
        if (locked.includes(row.name)) lock(control);
        set.append(control);
      }
      return set;
    }

    // A tick over the slider, and what it means in words.
    function mark(name, row, at, words) {
      const slider = byId(name);
      const said = byId(`${name}-mark`) ?? el("p", { id: `${name}-mark`, className: "mark" });
      if (!said.isConnected) slider.after(said), slider.setAttribute("aria-describedby", said.id);
      if (said.textContent !== words) said.textContent = words;
      const share = row.kind === "log" ? toPlace(row, at) / POSITIONS : (at - row.low) / (row.high - row.low);
      const visible = share > 0 && share < 1;
      slider.parentElement.style.setProperty("--mark", visible ? share : -1);
      said.classList.toggle("ticked", visible);
    }

    function lock(control) {
      control.classList.add("locked");
      control.querySelectorAll("input, select, button").forEach((input) => (input.disabled = true));
    }

    // ---- a slider with its number box, on a plain scale or on one of powers ------------------------
    const SLIDER = {
      make(row) {
        const control = el("div");
        const label = el("label", { htmlFor: row.name });
        label.append(el("span", { className: "word", textContent: row.symbol ? `${row.word} ` : row.word }), row.symbol);
        const box = el("input", { className: "number", id: `${row.name}-number`, type: "text", inputMode: "decimal", autocomplete: "off", spellcheck: false, role: "spinbutton", ariaLabel: `${row.symbol || row.word} as a number` });
        const slider = el("input", { id: row.name, type: "range" });
        const { low, high, step } = row.kind === "log" ? { low: 0, high: POSITIONS, step: 1 } : row;
        Object.assign(slider, { min: low, max: high, step });
        control.append(label, box, slider);
        bind(row, slider, box);
        return control;
      },
      show(name, row, value) {
        const [slider, box] = [byId(name), byId(`${name}-number`)];
        const place = String(row.kind === "log" ? toPlace(row, value) : value);
        // the native slider rounds to its step, so only a value that differs from its own moves it
        if (slider.dataset.value !== place) slider.value = slider.dataset.value = place;
        const said = Words.boxed(value);
        Write.attributes(slider, { "aria-valuetext": said });
        // what someone is typing stays
        const typing = document.activeElement === box && box.value !== (box.dataset.shown ?? "");
        if (!typing && box.value !== said) box.value = said;
        const { low, high } = range(row);
        Write.attributes(box, { "data-shown": said, "aria-valuenow": value, "aria-valuemin": low, "aria-valuemax": high });
      },
    };

    const range = ({ low, high, zero }) => ({ low: zero ? 0 : low, high });

    function bind(row, slider, box) {
      const { name } = row;
      const value = () => now[name][1];
      const nudge = (steps) => set({ [name]: nearby(now[name][0], value(), steps) });
      slider.addEventListener("input", () => {
        slider.dataset.value = slider.value;
        set({ [name]: row.kind === "log" ? fromPlace(row, Number(slider.value)) : Number(slider.value) });
      });
      slider.addEventListener("change", rest); // the mouse button or the key is up
      slider.addEventListener("keydown", (e) => {
        const steps = { PageUp: 10, PageDown: -10 }[e.key];
        if (steps) e.preventDefault(), nudge(steps);
      });
      const enter = () => {
        const current = value();
        if (box.value === Words.boxed(current)) return;
        const wrong = Words.problem(box.value, { ...row, symbol: row.symbol || row.word, ...range(row) }, current);
        const entered = Words.parse(box.value);
        box.value = box.dataset.shown = Words.boxed(current);
        if (wrong) return complain(wrong);
        set({ [name]: entered });
        rest();
      };
      box.addEventListener("keydown", (e) => {
        const steps = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[e.key];
        if (steps) e.preventDefault(), nudge(steps);
        if (e.key === "Enter") e.preventDefault(), enter();
        if (e.key === "Escape") (box.value = Words.boxed(value())), complain("");
      });
      box.addEventListener("change", enter);
    }

    // ---- checks and choices -----------------------------------------------------------------------
    const CHECK = {
      make({ name, label }) {
        const control = el("label", { className: "check" });
        const input = el("input", { id: name, type: "checkbox" });
        input.addEventListener("change", () => (set({ [name]: input.checked }), rest()));
        control.append(input, label);
        return control;
      },
      show: (name, _, value) => (byId(name).checked = value),
    };

    const CHOICE = {
      make({ name, label, options }) {
        const control = el("div", { className: "choices", role: "radiogroup", ariaLabel: label });
        for (const option of options) {
          const input = el("input", { type: "radio", name, value: option, id: `${name}-${option}` });
          input.addEventListener("change", () => (set({ [name]: option }), rest()));
          const choice = el("label");
          choice.append(input, option);
          control.append(choice);
        }
        return control;
      },
      show: (name, _, value) => (byId(`${name}-${value}`).checked = true),
    };

    // ---- training: forwards, backwards, running, back to the start ---------------------------------
    let running = null;
    const stop = () => {
      clearInterval(running);
      running = null;
      if (byId("run")) byId("run").textContent = "Run";
    };
    const steps = () => now.steps?.[1] ?? 0;
    const go = (by) => set({ steps: Math.max(0, steps() + by) });

    const COUNT = {
      make() {
        stop();
        const control = el("div", { className: "training", role: "group", ariaLabel: "Training" });
        const button = (id, text, action, label = text) => {
          const made = el("button", { type: "button", id, textContent: text, ariaLabel: label });
          made.addEventListener("click", action);
          return made;
        };
        const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
        control.append(
          button("back", "Back", () => (stop(), go(-1), rest()), "One step back"),
          button("step", "Step", () => (stop(), go(1), rest()), "One step"),
          button("ten", "10 steps", () => (stop(), go(10), rest())),
          ...(still ? [button("hundred", "100 steps", () => (go(100), rest()))] : [button("run", "Run", toggle)]),
          button("tenfold", "× 10", () => (stop(), set({ steps: Math.max(10, steps() * 10) }), rest()), "Ten times as many steps"),
          button("restart", "Restart", () => (stop(), set({ steps: 0 }), rest()), "Back to the start of training"),
        );
        const count = el("output", { id: "steps" });
        control.append(count);
        return control;
      },
      show(name, row, value) {
        byId("steps").textContent = `${value} ${value === 1 ? "step" : "steps"}`;
        if (running && value >= row.high) stop(), rest();
      },
    };

    function toggle() {
      if (running) return stop(), rest();
      byId("run").textContent = "Pause";
      running = setInterval(() => go(1), RUNNING);
    }

    const KINDS = { range: SLIDER, log: SLIDER, check: CHECK, choice: CHOICE, count: COUNT };
    host.addEventListener("submit", (e) => e.preventDefault());
    return { show, stop };
  }

  // ---- scales ---------------------------------------------------------------------------------------
  function toPlace({ low, high, zero }, value) {
    if (value <= 0) return 0;
    const share = Math.log(value / low) / Math.log(high / low);
    return Math.round(Math.min(1, Math.max(zero ? 1 / POSITIONS : 0, share)) * POSITIONS);
  }

  function fromPlace({ low, high, zero }, place) {
    if (zero && place === 0) return 0;
    return Number((low * (high / low) ** (place / POSITIONS)).toPrecision(2));
  }

  // So many whole steps from a value, as the slider's keys go.
  function nearby(row, value, steps) {
    if (row.kind === "log") return fromPlace(row, Math.min(POSITIONS, Math.max(0, toPlace(row, value) + steps)));
    const near = Math.round((value - row.low) / row.step) + steps;
    return Number(Math.min(row.high, Math.max(row.low, row.low + near * row.step)).toPrecision(12));
  }

  const byId = (id) => document.getElementById(id);

  function el(tag, properties = {}) {
    return Object.assign(document.createElement(tag), properties);
  }

  return { start, el };
})();
