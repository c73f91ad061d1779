// A lesson's questions: predict, commit, reveal. Answers stay in this browser until they are cleared.
const Lessons = (() => {
  "use strict";
  const KEY = "logreg-explorable/answers";
  const $ = (id) => document.getElementById(id);
  const { el } = Controls;

  let open = []; // questions that have no answer yet, with their numbers

  // What these ask for among the numbers of a data set.
  const covers = (dataset) => open.filter(([, q]) => q.dataset === dataset).flatMap(([question, q]) => q.covers.map((cover) => ({ ...cover, question })));

  // lesson: { number, title, questions }; show(settings) opens a scene of the lesson, redraw() draws
  // the page's anew.
  function start(lesson, { show, opening, redraw }) {
    if (!lesson) return;
    open = lesson.questions.map((q, i) => [i + 1, q]).filter(([, q]) => !(`${lesson.number}/${q.id}` in Answers.all()));
    for (const link of document.querySelectorAll("a.scene-link")) bindScene(link, show, opening);
    if (lesson.questions.length === 0) return;
    const host = $("questions");
    host.append(el("h2", { textContent: lesson.questions.length === 1 ? "Question" : "Questions" }));
    lesson.questions.forEach((q, i) => host.append(card(lesson, q, i + 1, { show, opening, redraw })));
    host.append(handIn());
  }

  // A link to a scene is a plain address; here it opens without leaving the page.
  function bindScene(link, show, opening) {
    link.addEventListener("click", (e) => {
      if (e.ctrlKey || e.metaKey || e.shiftKey) return;
      e.preventDefault();
      const { lesson, ...settings } = Object.fromEntries(new URLSearchParams(link.getAttribute("href").slice(1)));
      show("dataset" in settings ? settings : { ...opening(), ...settings });
    });
  }

  // ---- one question -------------------------------------------------------------------------------
  function card(lesson, q, number, scene) {
    const form = el("form", { className: "question card", id: `question-${q.id}`, noValidate: true });
    const ask = el("p", { className: "ask", id: `ask-${q.id}` });
    ask.innerHTML = `<b>${number}.</b> ${q.ask}`;
    const entry = q.kind === "choice" ? choices(q) : numberBox(q);
    const commit = el("button", { type: "submit", textContent: "Commit" });
    const reveal = el("div", { className: "reveal", role: "status" });
    const where = `${lesson.number}/${q.id}`;
    form.append(ask);
    if (q.link) {
      const link = el("a", { className: "scene-link", href: q.link, textContent: "Show this scene" });
      bindScene(link, scene.show, scene.opening);
      form.append(el("p"));
      form.lastChild.append(link);
    }
    form.append(entry, commit, reveal);
    form.addEventListener("submit", (e) => {
      e.preventDefault();
      const entered = read(form, q);
      if (entered === null) return (reveal.innerHTML = `<p class="problem">${missing(q)}</p>`);
      const answer = { entered, right: isRight(q, entered), at: new Date().toISOString(), asked: ask.textContent, shown: said(q, entered) };
      Answers.put(where, answer);
      settle(form, q, answer);
      open = open.filter(([, other]) => other !== q);
      scene.redraw();
    });
    form.addEventListener("reset", () => {
      Answers.drop(where);
      unsettle(form);
      open = [...open.filter(([, other]) => other !== q), [number, q]];
      scene.redraw();
    });
    const known = Answers.all()[where];
    if (known) fill(form, q, known.entered), settle(form, q, known);
    return form;
  }

  function numberBox(q) {
    const line = el("p", { className: "entry" });
    const box = el("input", { className: "number", name: "answer", type: "text", inputMode: "decimal", autocomplete: "off", spellcheck: false });
    box.setAttribute("aria-labelledby", `ask-${q.id}`);
    line.append(box);
    if (q.unit) line.append(el("span", { textContent: q.unit }));
    line.append(el("span", { className: "hint", textContent: `within ± ${Words.plain(Number(q.tolerance.toPrecision(2)))}` }));
    return line;
  }

  function choices(q) {
    const set = el("div", { className: "options", role: "radiogroup" });
    set.setAttribute("aria-labelledby", `ask-${q.id}`);
    for (const { key, says } of q.choices) {
      const label = el("label");
      label.append(el("input", { type: "radio", name: "answer", value: key }), el("span"));
      label.lastChild.innerHTML = says;
      set.append(label);
    }
    return set;
  }

  function read(form, q) {
    if (q.kind === "choice") return form.querySelector("input:checked")?.value ?? null;
    const value = Words.parse(form.elements.answer.value);
    return Number.isFinite(value) ? value : null;
  }

  function fill(form, q, entered) {
    if (q.kind === "number") form.elements.answer.value = Words.plain(entered);
    else for (const input of form.querySelectorAll("input")) input.checked = input.value === entered;
  }

  const missing = (q) => (q.kind === "choice" ? "Choose one of the answers first." : "Type a number first, such as 0.25.");
  const near = (q, value, target) => Math.abs(value - target) <= q.tolerance * (1 + 1e-9);
  const isRight = (q, entered) => (q.kind === "choice" ? entered === q.answer : near(q, entered, q.answer));
  const plainText = (markup) => Object.assign(el("div"), { innerHTML: markup }).textContent;
  const said = (q, entered) => (q.kind === "choice" ? plainText(q.choices.find(({ key }) => key === entered)?.says ?? entered) : `${Words.plain(entered)}${q.unit ? ` ${q.unit}` : ""}`);

  // The slip that leads to what was entered, if it is a usual one.
  function slip(q, entered) {
    if (q.kind === "choice") return q.choices.find(({ key }) => key === entered)?.reply ?? "";
    return q.slips.find(({ value }) => near(q, entered, value))?.says ?? "";
  }

  function settle(form, q, { entered, right }) {
    form.classList.add(right ? "right" : "wrong");
    for (const input of form.querySelectorAll("input, button[type=submit]")) input.disabled = true;
    const answer = q.kind === "choice" ? q.choices.find(({ key }) => key === q.answer).says : `${q.shown}${q.unit ? ` ${q.unit}` : ""}`;
    const usual = right ? "" : slip(q, entered);
    const verdict = right ? "Right" : "Not so";
    const reveal = form.querySelector(".reveal");
    reveal.innerHTML = `<p><b class="verdict">${verdict}.</b> The answer: <b>${answer}</b>.</p>${usual ? `<p>${usual}</p>` : ""}<p>${q.why}</p><button type="reset">Try again</button>`;
  }

  function unsettle(form) {
    form.classList.remove("right", "wrong");
    for (const input of form.querySelectorAll("input, button")) input.disabled = false;
    form.querySelector(".reveal").replaceChildren();
  }

  // ---- all answers --------------------------------------------------------------------------------
  function handIn() {
    const line = el("div", { className: "hand-in" });
    const copy = el("button", { type: "button", id: "copy-answers", textContent: "Copy my answers" });
    const clear = el("button", { type: "button", id: "clear-answers", textContent: "Clear" });
    const done = el("span", { className: "hint", role: "status" });
    copy.addEventListener("click", async () => {
      const text = Answers.text();
      done.textContent = text === "" ? "No answers yet." : (await copied(text)) ? "Copied." : "";
      if (text && !done.textContent) line.append(el("textarea", { className: "handed", readOnly: true, value: text, ariaLabel: "My answers" }));
    });
    clear.addEventListener("click", () => {
      Answers.clear();
      document.querySelectorAll("form.question").forEach((form) => form.reset());
      document.querySelector(".handed")?.remove();
      done.textContent = "Cleared.";
    });
    line.append(copy, clear, done);
    return line;
  }

  // Some frames may not write to the clipboard.
  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  }

  const Answers = {
    memory: {}, // where the browser keeps nothing, as in a frame without an origin
    all() {
      try {
        return JSON.parse(localStorage.getItem(KEY) ?? "{}");
      } catch {
        return this.memory;
      }
    },
    keep(answers) {
      this.memory = answers;
      try {
        localStorage.setItem(KEY, JSON.stringify(answers));
      } catch {
        // it stays in memory
      }
    },
    put(where, answer) {
      this.keep({ ...this.all(), [where]: answer });
    },
    drop(where) {
      const { [where]: _, ...others } = this.all();
      this.keep(others);
    },
    clear() {
      this.keep({});
    },
    text() {
      const lines = Object.entries(this.all()).sort(([a], [b]) => (a < b ? -1 : 1));
      return lines.map(([where, { asked, shown, right, at }]) => `Lesson ${where.slice(0, 2)}, question ${asked}\n  ${shown}: ${right ? "right" : "wrong"} (${at.slice(0, 16).replace("T", " ")} UTC)`).join("\n");
    },
  };

  return { start, covers, copied };
})();
