// The menu in which the reader of the free lab chooses figures.
import { el } from "../dom/element.js";
import { unfit } from "../words/unfit.js";

/**
 * Makes the menu. The function that it returns shows which figures are chosen, and tells of those that
 * cannot show the data set why. The last figure that can be seen stays chosen: a page of none is empty.
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
    const seen = rows.filter(({ figure }) => shown.includes(figure.name) && !unfit(figure, block));
    for (const { figure, box, why } of rows) {
      why.hidden = !unfit(figure, block);
      why.textContent = unfit(figure, block);
      box.checked = shown.includes(figure.name);
      box.disabled = Boolean(why.textContent) || (box.checked && seen.length === 1);
    }
  }
  return show;
}
