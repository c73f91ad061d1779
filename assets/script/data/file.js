// Own data in the one file: the server makes the file without them, and they are put in here.
const PAGE = /(<script type="application\/json" id="page"[^>]*>)([^<]*)/;

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
