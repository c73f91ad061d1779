// Undo and redo: their buttons, and their keys outside of text boxes.
import { button } from "../dom/element.js";

const TEXT_BOXES = "input:not([type]), input[type=text], textarea"; // undo what is typed themselves

/**
 * Whom the buttons and keys tell: undo and redo, and that a key is down or up.
 * @typedef {{ undo(): void, redo(): void, hold(): void, release(): void }} UndoHand
 */

/**
 * Starts the buttons and the keys. A page that hides or locks undo has neither. The function that
 * it returns is told whether there is something to undo and something to redo.
 * @param {UndoHand} hand
 * @param {Pick<View, "hides" | "locks">} view
 */
export function startUndo(hand, view) {
  const isOffered = !view.hides("undo") && !view.locks("undo");
  button("undo").addEventListener("click", hand.undo);
  button("redo").addEventListener("click", hand.redo);
  addEventListener("keydown", hand.hold, true);
  addEventListener("keyup", hand.release, true);
  addEventListener("blur", hand.release); // of a key that goes up elsewhere nothing is heard here
  if (isOffered) addEventListener("keydown", (event) => press(event, hand));

  /**
   * @param {boolean} isBefore
   * @param {boolean} isAfter
   */
  function show(isBefore, isAfter) {
    enable("undo", isOffered && isBefore, "redo");
    enable("redo", isOffered && isAfter, "undo");
  }
  return show;
}

/**
 * @param {KeyboardEvent} event
 * @param {UndoHand} hand
 */
function press(event, { undo, redo }) {
  const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
  const isElsewhere =
    event.target instanceof Element && event.target.closest(`dialog, ${TEXT_BOXES}`);
  if (!isUndo || event.altKey || isElsewhere) return;
  event.preventDefault();
  if (event.shiftKey) redo();
  else undo();
}

/**
 * Enables a button or not. A button that loses the focus by this hands it to the other one, so that
 * the keyboard stays where it is.
 * @param {string} id
 * @param {boolean} isEnabled
 * @param {string} other
 */
function enable(id, isEnabled, other) {
  const at = button(id);
  if (!isEnabled && document.activeElement === at) {
    button(other).disabled = false;
    button(other).focus();
  }
  at.disabled = !isEnabled;
}
