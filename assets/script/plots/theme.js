// The colours of the plots, as the style sheet has them now.
const SHADE = 0.6; // opacity where p is 0 or 1, so that dots and text stay readable

// Models carry the palette names of their colours as a tag.
export function applyTheme(doc) {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) =>
    Array.isArray(name) ? name.map(colour) : style.getPropertyValue(`--${name}`).trim();
  for (const model of doc.all_models) {
    for (const { theme, shades } of model.tags.filter((tag) => tag?.theme || tag?.shades)) {
      const themed = theme
        ? Object.fromEntries(Object.entries(theme).map(([prop, name]) => [prop, colour(name)]))
        : { palette: shade(...shades.map(colour)) };
      model.setv(themed, { sync: false });
    }
  }
}

// From the low colour over nothing to the high colour, in steps of a hundredth.
function shade(low, high) {
  const alpha = (sure) =>
    Math.round(sure * SHADE * 255)
      .toString(16)
      .padStart(2, "0");
  return Array.from(
    { length: 101 },
    (_, i) => (i < 50 ? low : high) + alpha(Math.abs(i - 50) / 50),
  );
}
