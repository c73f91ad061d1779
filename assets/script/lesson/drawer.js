// The drawer “All numbers”: the model, every read-out, the sums by hand and the table, for any
// step.
import { button, byId } from "../dom/element.js";

const KEPT = ".model, .card.by-hand, .card.trace";

/**
 * Lets the drawer open and close. While it is open, the parts that are in it leave the stage.
 * @param {() => void} restore shows the parts of the step again
 */
export function bindDrawer(restore) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("numbers"));
  const all = /** @type {Element} */ (dialog.querySelector(".all"));
  /** @type {{ part: Element, mark: Comment }[]} */
  let moved = [];
  button("numbers-open").addEventListener("click", () => {
    moved = [...document.querySelectorAll(KEPT)].map((part) => {
      const mark = new Comment(); // holds the place on the stage
      part.replaceWith(mark);
      return { part, mark };
    });
    for (const { part } of moved) {
      for (const each of [part, ...part.querySelectorAll(".gone")]) each.classList.remove("gone");
      all.append(part);
    }
    dialog.showModal();
  });
  button("numbers-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close(); // a click beside what stands in it
  });
  dialog.addEventListener("close", () => {
    for (const { part, mark } of moved) mark.replaceWith(part);
    moved = [];
    restore();
  });
}
