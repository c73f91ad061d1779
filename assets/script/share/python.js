// The scene as Python: two more formats of the Share dialog, of the free lab alone.
import { byId, el } from "../dom/element.js";
import { fileName, fileText, isLarge } from "./python-data.js";
import { numpyProgram } from "./python-numpy.js";
import { sklearnProgram } from "./python-sklearn.js";

/**
 * The file with the rows that a program reads; null where they stand in it.
 * @param {import("./share.js").Shown} now
 */
const file = (now) => (isLarge(now) ? { name: fileName(now), text: fileText(now) } : null);

/**
 * The formats by name, as those of the snippets.
 * @type {Record<string, import("./snippets.js").Format>}
 */
export const PYTHON = {
  numpy: {
    label: "Python with NumPy",
    hint: "Paste it into a notebook: it prints the numbers of the page and needs NumPy alone.",
    make: (_, now) => numpyProgram(now),
    file,
  },
  sklearn: {
    label: "Python with scikit-learn",
    hint: "Paste it into a notebook: the same numbers, and the best weights with their penalty.",
    make: (_, now) => sklearnProgram(now),
    file,
  },
};

/** Makes a button that opens the Share dialog with the program, which has the class that trains. */
export function pythonButton() {
  const look = { className: "to-python", textContent: "Copy as Python" };
  const button = el("button", { type: "button", id: "to-python", ...look });
  button.addEventListener("click", () => {
    byId("share-open").click();
    byId("share-numpy").click();
  });
  return button;
}
