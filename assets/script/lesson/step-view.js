// What a step of a lesson shows of the page: a view that is narrower than that of the page.
import { isNamed } from "../scene/view.js";

/** Parts that a step shows only with a control of the same name. */
const WITH_CONTROL = ["reset", "fit", "dataset"];

/**
 * The view of a step.
 * @param {View} page the view of the page, which hides and locks whatever its address names
 * @param {Step} step
 * @param {{ figures: string[], chosen: boolean, isOpen: boolean }} state the names of all figures
 *   and cards of the lesson, whether the address chooses among them, and whether the step's
 *   question is open: its controls wait as long as it is
 * @returns {View}
 */
export function stepView(page, step, { figures, chosen, isOpen }) {
  const { controls, readouts, question } = step;
  /** @param {string} name */
  const leavesOut = (name) => {
    if (figures.includes(name)) return !chosen && !step.figures.includes(name);
    if (WITH_CONTROL.includes(name)) return !controls.includes(name);
    if (name === "optimum") return !controls.includes("fit");
    if (name === "undo") return controls.length === 0;
    if (name === "formula") return !readouts.includes("formula");
    if (name === "readouts") return readouts.every((each) => each === "formula");
    return false;
  };
  /** @param {string} name */
  const waits = (name) =>
    isOpen && isNamed([...controls, "undo"], name) && !isNamed(question?.free ?? [], name);
  return {
    ...page,
    calls: step.calls,
    hides: (name) => page.hides(name) || leavesOut(name),
    locks: (name) => page.locks(name) || waits(name),
    offers: (name) => page.offers(name) && isNamed(controls, name),
  };
}
