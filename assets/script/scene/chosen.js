// The figures that an address chooses, where none of them can show its data set.
import { list } from "./address.js";
import { fits } from "./figures.js";
import { problem } from "./problem.js";

/**
 * A sentence if an address chooses figures of which none can show its data set, else an empty one.
 * @param {{ scene: Record<string, string>, view: Record<string, string> }} asked
 * @param {Page} page
 */
export function noneFits({ scene, view }, page) {
  const { blocks, catalogue, schema } = page;
  /** @param {string} dataset */
  const named = (dataset) => blocks.find(({ name }) => name === dataset);
  const block = named(scene.dataset) ?? named(page.scene.dataset) ?? blocks[0];
  const chosen = list(view.figures);
  const found = catalogue.filter(({ name }) => chosen.includes(name));
  if (found.length === 0 || found.some((figure) => fits(figure, block))) return "";
  const figures = found.map(({ title }) => title).join(", ");
  return problem(schema, "unfit", { figures, dataset: block.title });
}
