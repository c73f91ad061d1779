// One question: predict, commit, reveal.
import { el } from "../dom/element.js";
import { plain } from "../frame/numbers.js";
import { all, drop, put } from "./answers.js";
import { entered, isRight, missing, rightAnswer, said, slip } from "./judge.js";
import { bindScene } from "./scenes.js";

// where: its place among the answers. hear: opened(isOpen), show(settings).
export function card(question, number, where, hear) {
  const form = el("form", {
    className: "question card",
    id: `question-${question.id}`,
    noValidate: true,
  });
  const ask = el("p", { className: "ask", id: `ask-${question.id}` });
  ask.innerHTML = `<b>${number}.</b> ${question.ask}`;
  form.append(ask, ...sceneLink(question, hear));
  form.append(question.kind === "choice" ? choices(question) : numberBox(question));
  form.append(el("button", { type: "submit", textContent: "Commit" }));
  form.append(el("div", { className: "reveal", role: "status" }));
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    commit(form, question, where, hear);
  });
  form.addEventListener("reset", () => {
    drop(where);
    unsettle(form);
    hear.opened(true);
  });
  const known = all()[where];
  if (known) {
    fill(form, question, known.entered);
    settle(form, question, known);
  }
  return form;
}

function sceneLink({ link }, { show }) {
  if (!link) return [];
  const anchor = el("a", { className: "scene-link", href: link, textContent: "Show this scene" });
  bindScene(anchor, show);
  return [el("p", {}, anchor)];
}

// ---- the entry ----------------------------------------------------------------------------------
function numberBox({ id, unit, tolerance }) {
  const look = { className: "number", autocomplete: "off", spellcheck: false };
  const box = el("input", { ...look, name: "answer", type: "text", inputMode: "decimal" });
  box.setAttribute("aria-labelledby", `ask-${id}`);
  const within = `within ± ${plain(Number(tolerance.toPrecision(2)))}`;
  const units = unit ? [el("span", { textContent: unit })] : [];
  return el(
    "p",
    { className: "entry" },
    box,
    ...units,
    el("span", { className: "hint", textContent: within }),
  );
}

function choices({ id, choices }) {
  const set = el("div", { className: "options", role: "radiogroup" });
  set.setAttribute("aria-labelledby", `ask-${id}`);
  for (const { key, says } of choices) {
    const words = el("span");
    words.innerHTML = says;
    set.append(el("label", {}, el("input", { type: "radio", name: "answer", value: key }), words));
  }
  return set;
}

function typed(form, { kind }) {
  if (kind === "choice") return form.querySelector("input:checked")?.value ?? null;
  return form.elements.answer.value;
}

function fill(form, { kind }, answer) {
  if (kind === "number") form.elements.answer.value = plain(answer);
  else for (const input of form.querySelectorAll("input")) input.checked = input.value === answer;
}

// ---- commit and reveal ----------------------------------------------------------------------------
function commit(form, question, where, { opened }) {
  const answer = entered(question, typed(form, question));
  if (answer === null) {
    form.querySelector(".reveal").innerHTML = `<p class="problem">${missing(question)}</p>`;
    return;
  }
  const shown = plainText(said(question, answer));
  const asked = form.querySelector(".ask").textContent;
  const kept = {
    entered: answer,
    right: isRight(question, answer),
    at: new Date().toISOString(),
    asked,
    shown,
  };
  put(where, kept);
  settle(form, question, kept);
  opened(false);
}

function plainText(markup) {
  const holder = el("div");
  holder.innerHTML = markup;
  return holder.textContent;
}

function settle(form, question, { entered: answer, right }) {
  form.classList.add(right ? "right" : "wrong");
  for (const input of form.querySelectorAll("input, button[type=submit]")) input.disabled = true;
  const usual = right ? "" : slip(question, answer);
  const verdict = `<b class="verdict">${right ? "Right" : "Not so"}.</b>`;
  form.querySelector(".reveal").innerHTML =
    `<p>${verdict} The answer: <b>${rightAnswer(question)}</b>.</p>${usual ? `<p>${usual}</p>` : ""}` +
    `<p>${question.why}</p><button type="reset">Try again</button>`;
}

function unsettle(form) {
  form.classList.remove("right", "wrong");
  for (const input of form.querySelectorAll("input, button")) input.disabled = false;
  form.querySelector(".reveal").replaceChildren();
}
