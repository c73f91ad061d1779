// Which figures can show a data set, and which tables the figures of a page read.

const ALWAYS = ["samples", "summary", "optimum", "history_now"]; // Every page reads these tables.

/**
 * Whether a figure can show a data set: it says how many features it can show, and of how many
 * samples at most, where null is no limit. The product of two features is no feature of its own.
 * @param {{ features?: number[] | null, most?: number | null }} figure
 * @param {Pick<Block, "x" | "y">} block
 */
export function fits({ features, most }, block) {
  const [d, n] = [block.x.length, block.y.length];
  return (features?.includes(d) ?? true) && n <= (most ?? Infinity);
}

/**
 * Whether a figure can show a scene: the data set, and a chosen sample if the figure is of that
 * alone.
 * @param {Pick<Figure, "features" | "most" | "of_sample">} figure
 * @param {Pick<Block, "x" | "y">} block
 * @param {Pick<Scene, "sample">} scene
 */
export const shows = (figure, block, { sample }) =>
  fits(figure, block) && !(figure.of_sample && sample === 0);

/**
 * The names of the tables that figures read, and of those that every page reads.
 * @param {Pick<Figure, "tables">[]} figures
 * @param {string} loss the scene's loss: the cross-entropy is drawn beside the squared loss, not
 *   the other way round
 */
export function tablesOf(figures, loss) {
  const named = new Set([...ALWAYS, ...figures.flatMap(({ tables }) => tables)]);
  if (loss !== "squared") named.delete("loss_other");
  return [...named];
}
