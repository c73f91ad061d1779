// A lesson's questions and its links to scenes.
import { byId, el } from "../dom/element.js";
import { all } from "./answers.js";
import { card } from "./card.js";
import { handIn } from "./hand-in.js";
import { bindScene } from "./scenes.js";

// lesson: { number, questions }. hear: show(settings) opens a scene; covered(covers) tells what open
// questions ask for, now and whenever that changes.
export function startLesson({ number, questions }, { show, covered }) {
  for (const link of document.querySelectorAll("a.scene-link")) bindScene(link, show);
  const where = ({ id }) => `${number}/${id}`;
  const answers = all();
  const open = new Set(questions.filter((q) => !(where(q) in answers)));
  const tell = () => covered(questions.flatMap((q, i) => (open.has(q) ? coversOf(q, i + 1) : [])));
  tell();
  if (questions.length === 0) return;
  const cards = questions.map((q, i) => {
    const opened = (isOpen) => {
      open[isOpen ? "add" : "delete"](q);
      tell();
    };
    return card(q, i + 1, where(q), { show, opened });
  });
  const title = questions.length === 1 ? "Question" : "Questions";
  byId("questions").append(el("h2", { textContent: title }), ...cards, handIn());
}

const coversOf = ({ dataset, covers }, question) =>
  covers.map((each) => ({ ...each, dataset, question }));
