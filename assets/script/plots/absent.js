// The plots that the page does not show yet: Bokeh makes the views of a plot when it is first
// shown.
import { byId } from "../dom/element.js";
import { applyTheme } from "./theme.js";

/** The element on the page for the plot of a figure. @param {string} name */
const placeOf = (name) => byId(`plot-${name}`);

/** The roots of a document that are plots, and of which some are not shown yet. */
export class Absent {
  #doc;
  /** By the name of the figure. @type {Map<string, any>} */
  #roots = new Map();
  /** The element for each root of the document; undefined for a root that has none. */
  places;

  /**
   * Takes the plots that are not shown out of a document.
   * @param {any} doc
   * @param {Record<string, string>} roots figure to the id of its model
   * @param {(name: string) => boolean} shows whether the page shows a figure
   */
  constructor(doc, roots, shows) {
    const names = new Map(Object.entries(roots).map(([name, id]) => [id, name]));
    for (const root of doc.roots()) {
      const name = names.get(root.id);
      if (name !== undefined && !shows(name)) this.#roots.set(name, root);
    }
    // The document would else look for its models anew after each root.
    doc.freeze_all_models(() => {
      for (const root of this.#roots.values()) doc.remove_root(root);
    });
    this.#doc = doc;
    /** @param {any} root */
    const place = ({ id }) => (names.has(id) ? placeOf(names.get(id) ?? "") : undefined);
    this.places = doc.roots().map(place);
  }

  /**
   * Puts the plots into the document that the page shows by now; tells of each when its views are
   * there.
   * @param {(name: string) => boolean} shows
   * @param {(root: any) => void} drawn
   */
  fetch(shows, drawn) {
    for (const [name, root] of this.#roots) {
      if (!shows(name)) continue;
      this.#roots.delete(name);
      applyTheme({ all_models: root.references() });
      this.places.push(placeOf(name)); // Bokeh looks here for the place of the root that follows
      this.#doc.add_root(root);
      whenThere(root, () => drawn(root));
    }
  }
}

/**
 * Calls when the view of a root is there, for which Bokeh has no event.
 * @param {any} root
 * @param {() => void} then
 */
function whenThere(root, then) {
  if (Bokeh.index.get_by_id(root.id)) then();
  else requestAnimationFrame(() => whenThere(root, then));
}
