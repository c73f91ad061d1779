// The line below the questions: copy the answers, or clear them.
import { copied } from "../dom/clipboard.js";
import { el } from "../dom/element.js";
import { clear, text } from "./answers.js";

/** Makes the line with its two buttons and the place that says what they did. */
export function handIn() {
  const copy = el("button", { type: "button", id: "copy-answers", textContent: "Copy my answers" });
  const wipe = el("button", { type: "button", id: "clear-answers", textContent: "Clear" });
  const done = el("span", { className: "hint", role: "status" });
  const line = el("div", { className: "hand-in" }, copy, wipe, done);
  copy.addEventListener("click", async () => {
    done.textContent = await handed(line);
  });
  wipe.addEventListener("click", () => {
    clear();
    for (const form of questions()) form.reset();
    line.querySelector(".handed")?.remove();
    done.textContent = "Cleared.";
  });
  return line;
}

/** @returns {NodeListOf<HTMLFormElement>} */
const questions = () => document.querySelectorAll("form.question");

/**
 * Copies the answers and says so. Where the page may not copy, the text stands below the line, marked.
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
