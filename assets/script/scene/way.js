// The way between two scenes of the same data, on which the weights and the threshold move.
import { inForce } from "./made.js";
import { names } from "./scene.js";

/**
 * A function from the share of the way, from 0 to 1, to the scene there; null where nothing can
 * travel: the data are others, or nothing differs that has a size.
 * @param {Now} now where the way begins
 * @param {{ block: Block, scene: Scene }} there
 * @returns {((share: number) => Scene) | null}
 */
export function wayTo({ block, scene, data, path }, there) {
  const form = (/** @type {Scene} */ { standardise, interaction, moved }) =>
    JSON.stringify([standardise, interaction, moved]);
  if (block !== there.block || form(scene) !== form(there.scene)) return null;
  const weights = names(block, scene);
  const from = inForce(data, path);
  const ends = weights.map((name, j) => [name, from[j], there.scene[name]]);
  ends.push(["threshold", scene.threshold, there.scene.threshold]);
  if (ends.every(([, a, b]) => a === b)) return null;
  return (share) => ({
    ...there.scene,
    steps: 0,
    ...Object.fromEntries(ends.map(([name, a, b]) => [name, a + (b - a) * share])),
  });
}
