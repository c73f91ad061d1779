// The colours of the plots, as the style sheet has them now.
const SHADE = 0.6; // opacity where p is 0 or 1, so that dots and text stay readable
const HALF = 50; // steps from p = 0.5 to 0 or 1

/**
 * A tag of a model: the palette names of its colours by property, or the two colours of its shades.
 * @typedef {{ theme?: Record<string, string | string[]>, shades?: string[] }} Tag
 */

/**
 * Sets the colours of every model in a document that carries a tag.
 * @param {{ all_models: Iterable<any> }} doc
 */
export function applyTheme(doc) {
  const style = getComputedStyle(document.documentElement);
  /** @param {string} name */
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  for (const model of doc.all_models) {
    for (const tag of model.tags) {
      if (tag?.theme || tag?.shades) model.setv(themed(tag, colour), { sync: false });
    }
  }
}

/**
 * The properties that a tag stands for.
 * @param {Tag} tag
 * @param {(name: string) => string} colour
 */
function themed({ theme, shades = [] }, colour) {
  if (!theme) {
    const [low, high] = shades.map(colour);
    return { palette: shade(low, high) };
  }
  const entries = Object.entries(theme).map(([property, name]) => [
    property,
    Array.isArray(name) ? name.map(colour) : colour(name),
  ]);
  return Object.fromEntries(entries);
}

/**
 * Colours for p from 0 to 1 in steps of a hundredth: the low one, ever fainter to nothing at 0.5,
 * then the high one, ever stronger.
 * @param {string} low as #rrggbb
 * @param {string} high as #rrggbb
 * @returns {string[]}
 */
export function shade(low, high) {
  return Array.from({ length: 2 * HALF + 1 }, (_, i) => {
    const opacity = Math.round((Math.abs(i - HALF) / HALF) * SHADE * 255);
    return (i < HALF ? low : high) + opacity.toString(16).padStart(2, "0");
  });
}
