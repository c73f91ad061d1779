// The ways to the dialog “Your data”: its button, the menu of data sets, and a file that is
// dropped.
import { button, select } from "../dom/element.js";
import { Dialog } from "./dialog.js";

const OPENS = "your own data"; // value of the entry of the menu, which is no data set

/**
 * Starts the dialog.
 * @param {ConstructorParameters<typeof Dialog>} parts
 */
export function startDialog(...parts) {
  const [, store] = parts;
  const opener = button("own-open");
  const menu = select("dataset");
  const dialog = new Dialog(...parts);
  opener.addEventListener("click", () => dialog.open());
  const entry = new Option("Your own data …", OPENS);
  entry.dataset.opens = "";
  menu.append(entry);
  // The page hears of the menu only afterwards, and not of this entry.
  menu.addEventListener("change", hearMenu, { capture: true });
  hearDrop((file) => dialog.take(file), opener);

  /** @param {Event} event */
  function hearMenu(event) {
    if (menu.value !== OPENS) return;
    event.stopImmediatePropagation();
    menu.value = store.block.name;
    dialog.open();
  }
}

/**
 * @param {(file: File) => void} take
 * @param {HTMLButtonElement} opener where it is hidden or locked, no file is taken
 */
function hearDrop(take, opener) {
  const isFile = (/** @type {DragEvent} */ { dataTransfer }) =>
    dataTransfer?.types.includes("Files") && !opener.disabled && opener.checkVisibility();
  document.addEventListener("dragover", (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) document.body.classList.remove("dropping");
  });
  document.addEventListener("drop", (event) => {
    document.body.classList.remove("dropping");
    const file = event.dataTransfer?.files[0];
    if (!isFile(event) || !file) return;
    event.preventDefault();
    take(file);
  });
}
