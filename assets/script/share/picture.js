// The lines of the Share dialog that download one figure as a picture.
import { el } from "../dom/element.js";

/**
 * What makes pictures: the figures on the page now, and a function that downloads one of them.
 * @typedef {object} Pictures
 * @property {() => Pick<Figure, "name" | "title">[]} figures
 * @property {(name: string, kind: string) => Promise<void>} save
 */

/**
 * Makes the part of the dialog; nothing where no figure is shown.
 * @param {Pictures} pictures
 * @returns {HTMLElement[]}
 */
export function pictureOf({ figures, save }) {
  const options = figures().map(({ name, title }) => new Option(title, name));
  if (options.length === 0) return [];
  const menu = el("select", { id: "share-picture" }, ...options);
  const said = el("p", { className: "hint", role: "status" });
  const buttons = ["PNG", "SVG"].map((kind) => {
    const name = { textContent: kind, ariaLabel: `${kind}: download the picture` };
    const button = el("button", { type: "button", ...name });
    button.addEventListener("click", async () => {
      said.textContent = await outcome(() => save(menu.value, kind));
    });
    return button;
  });
  const label = el("label", { htmlFor: menu.id, textContent: "Download a picture" });
  const line = el("div", { className: "share-picture" }, label, menu, ...buttons);
  return [line, said];
}

/** @param {() => Promise<void>} act */
async function outcome(act) {
  try {
    await act();
    return "";
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return `There is no picture: ${error.message}`;
  }
}
