// The menu in which the reader of the free lab chooses figures.
import { el } from "../dom/element.js";
import { fits } from "../scene/figures.js";
import { unfit } from "../words/unfit.js";

/**
 * Makes the menu. The function that it returns shows which figures are chosen, and tells of those
 * that cannot show the data set why. The last figure that can be seen stays chosen: a page of none
 * is empty.
 * @param {HTMLElement} host a list
 * @param {Figure[]} figures
 * @param {(name: string, isChosen: boolean) => void} choose
 */
export function startFigures(host, figures, choose) {
  const rows = figures.map((figure) => {
    const box = el("input", { type: "checkbox", value: figure.name });
    const why = el("small", { id: `unfit-${figure.name}` });
    box.setAttribute("aria-describedby", why.id);
    box.addEventListener("change", () => choose(figure.name, box.checked));
    host.append(el("li", {}, el("label", { className: "check" }, box, figure.title), why));
    return { figure, box, why };
  });

  /**
   * @param {string[]} shown names of the chosen figures
   * @param {Block} block
   */
  function show(shown, block) {
    const chosen = rows.filter(({ figure }) => shown.includes(figure.name));
    const fitting = chosen.filter(({ figure }) => fits(figure, block));
    for (const row of rows) {
      const isUnfit = !fits(row.figure, block);
      row.why.textContent = isUnfit ? unfit(row.figure, block, undefined, true) : "";
      row.why.hidden = !isUnfit;
      row.box.checked = fitting.includes(row);
      row.box.disabled = isUnfit || (row.box.checked && fitting.length === 1);
    }
  }
  return show;
}
