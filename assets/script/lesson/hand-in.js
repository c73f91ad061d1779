// The line below the questions: copy the answers, or clear them.
import { copied } from "../dom/clipboard.js";
import { el } from "../dom/element.js";
import { clear, text } from "./answers.js";

const ASK = { false: "Clear my answers", true: "Clear this lesson's answers?" };

/**
 * Makes the line with its two buttons and the place that says what they did.
 * @param {string} lesson
 */
export function handIn(lesson) {
  const copy = el("button", { type: "button", id: "copy-answers", textContent: "Copy my answers" });
  const wipe = el("button", { type: "button", id: "clear-answers", textContent: ASK.false });
  const done = el("span", { className: "hint", role: "status" });
  const line = el("div", { className: "hand-in" }, copy, wipe, done);
  copy.addEventListener("click", async () => {
    done.textContent = await handed(line);
  });
  askFirst(wipe, () => {
    line.querySelector(".handed")?.remove();
    done.textContent = cleared(lesson);
  });
  return line;
}

/**
 * Lets a button ask before it does what it is for: the second press does it, and whoever leaves the
 * button or presses Escape has said no.
 * @param {HTMLButtonElement} button
 * @param {() => void} act
 */
function askFirst(button, act) {
  let isAsking = false;
  /** @param {boolean} isNow */
  const ask = (isNow) => {
    isAsking = isNow;
    button.textContent = ASK[`${isNow}`];
  };
  button.addEventListener("click", ({ detail }) => {
    if (detail > 1) return; // the second half of a double click answers no question
    if (isAsking) act();
    ask(!isAsking);
  });
  button.addEventListener("blur", () => ask(false));
  button.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") ask(false);
  });
}

/**
 * Clears the answers of a lesson and says so; those of other lessons stay.
 * @param {string} lesson
 */
function cleared(lesson) {
  const hadAnswers = clear(lesson);
  for (const form of questions()) form.reset();
  return hadAnswers ? "Cleared." : "No answers yet.";
}

/** @returns {NodeListOf<HTMLFormElement>} */
const questions = () => document.querySelectorAll("form.question");

/**
 * Copies the answers and says so. Where the page may not copy, the text stands below the line,
 * marked.
 * @param {HTMLElement} line
 */
async function handed(line) {
  const answers = text();
  if (answers === "") return "No answers yet.";
  line.querySelector(".handed")?.remove();
  const look = { className: "handed", readOnly: true, ariaLabel: "My answers" };
  const box = el("textarea", { ...look, value: answers });
  line.append(box);
  if (!(await copied(answers, box))) return "";
  box.remove();
  return "Copied.";
}
