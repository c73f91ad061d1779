// What is spoken about the plots: it names the loss that they show.
import { meanLossName, penalised } from "../words/losses.js";

const NAMED = "the mean loss"; // what a text calls the loss before anything is chosen

/**
 * The text of each plot as it came with the page.
 * @type {Map<Element, string>}
 */
const texts = new Map();

/**
 * Lets the spoken text of every plot name the loss of a scene.
 * @param {Pick<Scene, "loss_function" | "l1" | "l2">} scene
 */
export function speakOf(scene) {
  for (const plot of document.querySelectorAll(".plot[aria-label]")) {
    const text = texts.get(plot) ?? plot.ariaLabel ?? "";
    texts.set(plot, text);
    plot.ariaLabel = spoken(text, scene);
  }
}

/**
 * A text that names the loss of a scene. Where a map of the loss is meant, it has the penalties.
 * @param {string} text
 * @param {Pick<Scene, "loss_function" | "l1" | "l2">} scene
 */
export function spoken(text, scene) {
  const isMap = text.startsWith("A map");
  const added = isMap && penalised(scene) ? " with its penalties" : "";
  return text.replace(NAMED, `the ${meanLossName(scene)}${added}`);
}
