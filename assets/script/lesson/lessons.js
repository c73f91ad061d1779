// A lesson's questions and its links to scenes.
import { byId, el } from "../dom/element.js";
import { all, standing } from "./answers.js";
import { card } from "./card.js";
import { handIn } from "./hand-in.js";
import { takes } from "./judge.js";
import { bindScene } from "./scenes.js";

/** @typedef {{ number: string, questions: Question[] }} Lesson */

/**
 * Puts the questions of a lesson on the page and makes its links to scenes work.
 * @param {Lesson} lesson
 * @param {object} hear
 * @param {(scene: Record<string, string>) => void} hear.show opens a scene
 * @param {(covers: Cover[]) => void} hear.covered is told what the open questions ask for, now and
 *   whenever that changes
 */
export function startLesson({ number, questions }, { show, covered }) {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll("a.scene-link");
  for (const link of links) bindScene(link, show);
  const known = knownAnswers({ number, questions });
  const open = new Set(questions.filter((_, i) => !known[i]));
  const tell = () => covered(questions.flatMap((q, i) => (open.has(q) ? coversOf(q, i + 1) : [])));
  tell();
  if (questions.length === 0) return;
  const cards = questions.map((q, i) => {
    /** @param {boolean} isOpen */
    const opened = (isOpen) => {
      if (isOpen) open.add(q);
      else open.delete(q);
      tell();
    };
    return card(q, i + 1, `${number}/${q.id}`, known[i], { show, opened });
  });
  const title = questions.length === 1 ? "Question" : "Questions";
  byId("questions").append(el("h2", { textContent: title }), ...cards, handIn(number));
}

/**
 * The answer that is kept for each question, where there is one that the question can have.
 * @param {Lesson} lesson
 */
function knownAnswers({ number, questions }) {
  const kept = new Map(Object.entries(all()));
  return questions.map((question) => {
    const answer = standing(kept.get(`${number}/${question.id}`));
    return answer && takes(question, answer.entered) ? answer : undefined;
  });
}

/**
 * @param {Question} question
 * @param {number} number
 * @returns {Cover[]}
 */
const coversOf = ({ dataset, covers }, number) =>
  covers.map((each) => ({ ...each, dataset, question: number }));
