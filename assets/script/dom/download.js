// Files that the page makes, for the reader to keep.
import { el } from "./element.js";

/**
 * Downloads what the page has made.
 * @param {string | Blob} content
 * @param {string} name of the file
 * @param {string} [type] of a text
 */
export function download(content, name, type = "text/plain") {
  const href = URL.createObjectURL(new Blob([content], { type }));
  el("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000); // Safari reads the file after the click.
}
