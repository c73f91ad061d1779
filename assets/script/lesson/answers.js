// A reader's answers, kept in this browser until they are cleared.
const KEY = "logreg-explorable/answers";

let memory = {}; // where the browser keeps nothing, as in a frame without an origin

// Every answer by its place, lesson/question: { entered, right, at, asked, shown }.
export function all() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}");
  } catch {
    return memory;
  }
}

function keep(answers) {
  memory = answers;
  try {
    localStorage.setItem(KEY, JSON.stringify(answers));
  } catch {
    // it stays in memory
  }
}

export const put = (where, answer) => keep({ ...all(), [where]: answer });

export function drop(where) {
  const { [where]: _, ...others } = all();
  keep(others);
}

export const clear = () => keep({});

// All answers as a text to hand in.
export function text() {
  const answers = Object.entries(all()).sort(([a], [b]) => (a < b ? -1 : 1));
  return answers.map(([where, answer]) => line(where.slice(0, 2), answer)).join("\n");
}

function line(lesson, { asked, shown, right, at }) {
  const time = at.slice(0, 16).replace("T", " ");
  return `Lesson ${lesson}, question ${asked}\n  ${shown}: ${right ? "right" : "wrong"} (${time} UTC)`;
}
