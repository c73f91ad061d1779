// Own data in the one file: the server makes the file without them, and they are put in here.
import { download as save } from "../dom/download.js";
import { byId } from "../dom/element.js";

const PAGE = /(<script type="application\/json" id="page"[^>]*>)([^<]*)/;
const DONE = "The file holds your data.";
const SILENT = "The server does not answer, so there is no file now; try again later.";

/**
 * Downloads the file that a link leads to with own data in it, and says how that went.
 * @param {MouseEvent} click on the link
 * @param {Own} own
 * @param {Record<string, string>} scene that the file opens with
 */
export async function download(click, own, scene) {
  click.preventDefault();
  const { href } = /** @type {HTMLAnchorElement} */ (click.currentTarget);
  const said = byId("share-said");
  try {
    const answer = await fetch(href);
    if (!answer.ok) throw new Error(answer.statusText);
    save(withOwn(await answer.text(), own, scene), "logreg-own.html", "text/html");
    said.textContent = DONE;
  } catch {
    said.textContent = SILENT;
  }
}

/**
 * The text of a file, with own data and the scene that it opens with.
 * @param {string} html
 * @param {Own} own
 * @param {Record<string, string>} scene
 */
export function withOwn(html, own, scene) {
  return html.replace(PAGE, (_, head, text) => {
    const page = { ...JSON.parse(text), own, scene };
    // An end of a script element in the data would end the element that they stand in.
    return head + JSON.stringify(page).replaceAll("<", "\\u003c");
  });
}
