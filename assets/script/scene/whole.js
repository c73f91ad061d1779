// Whole scenes: the one that an address opens, the one of another data set, and the one of a reset.
import { problem } from "./problem.js";
import { open } from "./read.js";
import { opening, settings } from "./scene.js";

/**
 * Opens the scene of an address. Values that name a data set are a whole scene; others change the
 * scene that the page opens with. A sentence tells whatever could not be taken.
 * @param {Pick<Page, "scene" | "blocks" | "schema">} page
 * @param {Map<string, Block>} blocks every data set that is here, by name
 * @param {Record<string, any>} values
 * @returns {{ block: Block, scene: Scene, problems: string[] }}
 */
export function openWhole(page, blocks, values) {
  const asked = "dataset" in values ? values : { ...page.scene, ...values };
  const name = String(asked.dataset ?? page.blocks[0].name);
  const known = blocks.get(name);
  const block = known ?? blocks.get(page.scene.dataset) ?? page.blocks[0];
  const { scene, problems } = open(block, { ...asked, dataset: block.name }, page.schema);
  const missing = known ? [] : [problem(page.schema, "dataset", { got: name })];
  return { block, scene, problems: [...missing, ...problems] };
}

/**
 * The scene that another data set opens with, after a scene of which some settings are kept.
 * @param {Block} block
 * @param {Scene} scene
 * @param {Schema} schema
 * @returns {Scene}
 */
export function moveTo(block, scene, { settings }) {
  const kept = Object.keys(settings).filter((name) => settings[name].kept);
  return { ...opening(block), ...Object.fromEntries(kept.map((name) => [name, scene[name]])) };
}

/**
 * The settings of a reset: those that the page opened with, if it opened with this data set, and
 * whatever is locked as it stands.
 * @param {Pick<Page, "scene" | "own">} page
 * @param {Block} block
 * @param {Scene} scene
 * @param {View["locks"]} locks
 * @returns {Record<string, string>}
 */
export function resetOf(page, block, scene, locks) {
  const kept = Object.entries(settings(block, scene)).filter(([name]) => locks(name));
  const isOpened = page.scene.dataset === block.name && isSame(block.own, page.own);
  const base = isOpened ? page.scene : { dataset: block.name };
  return { ...base, ...Object.fromEntries(kept) };
}

/**
 * Whether own data are those of the file, perhaps with other rows; every data set of the page is
 * what it was.
 * @param {Own} [own]
 * @param {Own} [filed]
 */
const isSame = (own, filed) => !own || meaningOf(own) === meaningOf(filed);

/** @param {Own} [own] */
const meaningOf = (own) => JSON.stringify([own?.title, own?.features, own?.units, own?.positive]);
