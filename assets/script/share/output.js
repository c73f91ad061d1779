// What the Share dialog gives: addresses of the scene, and the text to copy.
import { ending } from "../scene/address.js";
import { viewSettings } from "./choice.js";
import { FORMATS } from "./snippets.js";

/** @typedef {import("./share.js").Share} Share */

const BESIDE = " Put this file beside the page.";

const isFile = () => location.protocol === "file:";

/**
 * @param {Share} share
 * @param {{ embed: boolean }} form
 */
function end({ page, asked, choice, settings, now }, { embed }) {
  const view = viewSettings(page, asked, choice, { embed, block: now().block });
  return ending(location, settings(), view);
}

/**
 * The address that opens the scene. A file on a disk has none that others could open: its name
 * stands for it, since others put the file beside their page.
 * @param {Share} share
 * @param {{ embed: boolean }} form whether the page stands in another one
 */
export function addressOf(share, form) {
  if (isFile()) return location.pathname.split("/").pop() + end(share, form);
  return new URL(end(share, form), location.href.replace(/#.*/, "")).href;
}

/**
 * The address of the scene as one file, at the server.
 * @param {Share} share
 */
export function fileOf(share) {
  const { search } = new URL(end(share, { embed: false }), location.href); // nothing of own data
  return `scene.html${search}`;
}

/**
 * The text to copy, in the chosen format.
 * @param {Share} share
 */
export function snippetOf(share) {
  const { page, host, height, choice } = share;
  const scene = {
    link: addressOf(share, { embed: false }),
    src: addressOf(share, { embed: true }),
    title: document.title,
    height,
    host,
    code: page.share.host,
  };
  return FORMATS[choice.format].make(scene, share.now());
}

/**
 * Whether the chosen format is a program, which stands by itself.
 * @param {Share} share
 */
export const isProgram = ({ choice }) => FORMATS[choice.format].file !== undefined;

/**
 * The file that the program of the chosen format reads, if there is one.
 * @param {Share} share
 */
export const rowsOf = ({ choice, now }) => FORMATS[choice.format].file?.(now()) ?? null;

/**
 * What the chosen format is for.
 * @param {Share} share
 */
export function hint(share) {
  const { hint } = FORMATS[share.choice.format];
  const rows = rowsOf(share);
  if (isProgram(share)) return hint + (rows ? ` It reads ${rows.name} beside it.` : "");
  const { problem = "" } = share.carried() ?? {};
  return problem || hint + (isFile() ? BESIDE : "");
}
