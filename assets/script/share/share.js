// The Share dialog: the scene as a link, as a snippet for a course page, as a file.
import { byId, el } from "../dom/element.js";
import { choiceOf } from "./choice.js";
import { choices, keepOne } from "./choices.js";
import { addressOf, fileOf, hint, isProgram, rowsOf, snippetOf } from "./output.js";
import { pictureOf } from "./picture.js";
import { heightAsked, preview, showPreview } from "./preview.js";
import { texts } from "./texts.js";

/**
 * What stands on the page, with the weights at each step of training.
 * @typedef {{ block: Block, scene: Scene, path: number[][] }} Shown
 */

/**
 * What the dialog knows of the page: what came with it, the view in its address, the scene as the
 * settings of an address, and its data set and values.
 * @typedef {object} About
 * @property {Page} page
 * @property {import("./choice.js").Asked} asked
 * @property {() => Record<string, string>} settings
 * @property {() => Shown} now
 * @property {() => Carried | null} carried the reader's own data; null where others are shown
 * @property {import("./picture.js").Pictures} pictures
 */

/**
 * Own data in what is shared: a sentence where a link does not bring them along, and what a click
 * on the link to the file does instead, since the server does not know them.
 * @typedef {{ problem: string, download: (click: MouseEvent) => void }} Carried
 */

/**
 * The dialog: its choice, the address of the script for the page around where a server has one, the
 * height that the preview asked for, and the function that writes anew what follows from the
 * choice.
 * @typedef {object} Dialog
 * @property {HTMLDialogElement} dialog
 * @property {import("./choice.js").Choice} choice
 * @property {string} host
 * @property {number} [height]
 * @property {() => void} refresh
 */

/** @typedef {About & Dialog} Share */

/**
 * Makes the Share button open the dialog. The function that it returns is told when the page shows
 * other figures.
 * @param {About} about
 */
export function startShare(about) {
  /** @type {Share} */
  const share = {
    ...about,
    dialog: /** @type {HTMLDialogElement} */ (byId("share")),
    choice: choiceOf(about.page, about.asked),
    host: "",
    refresh: () => refresh(share),
  };
  const { dialog } = share;
  byId("share-open").addEventListener("click", () => open(share));
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close(); // a click beside what stands in it
  });
  /** @param {string[]} shown */
  const tell = (shown) => {
    share.choice.shown = new Set(shown);
  };
  addEventListener("message", (message) => {
    const height = heightAsked(message);
    if (height === undefined) return;
    share.height = height;
    write(share);
  });
  return tell;
}

/** @param {Share} share */
async function open(share) {
  const columns = { className: "share-columns" };
  share.dialog.replaceChildren(
    head(share),
    el(
      "div",
      columns,
      texts(share, ...pictureOf(share.pictures), preview(share.refresh)),
      choices(share),
    ),
  );
  share.dialog.showModal();
  refresh(share);
  if (!share.page.server || share.host) return;
  share.host = await servedHost();
  if (share.host) refresh(share);
}

/** @param {Share} share */
function head({ dialog }) {
  const look = { className: "share-close", textContent: "×", ariaLabel: "Close" };
  const close = el("button", { type: "button", ...look });
  close.addEventListener("click", () => dialog.close());
  const title = el("h2", { id: "share-title", textContent: "Share this scene" });
  return el("div", { className: "share-head" }, title, close);
}

/** The address of the script for the page around; empty where the server does not have it. */
async function servedHost() {
  const address = new URL("host.js", location.href).href;
  try {
    const answer = await fetch(address, { method: "HEAD" });
    return answer.ok ? address : "";
  } catch {
    return "";
  }
}

/** @param {Share} share */
function write(share) {
  const text = /** @type {HTMLTextAreaElement} */ (byId("share-text"));
  text.value = snippetOf(share);
}

/**
 * Offers the file that a program reads, if the format is such a program.
 * @param {Share} share
 */
function offerRows(share) {
  const rows = rowsOf(share);
  const link = /** @type {HTMLAnchorElement} */ (byId("share-rows"));
  URL.revokeObjectURL(link.href);
  link.hidden = !rows;
  if (!rows) return;
  const href = URL.createObjectURL(new Blob([rows.text], { type: "text/csv" }));
  Object.assign(link, { href, download: rows.name, textContent: `Download ${rows.name}` });
}

/** @param {Share} share */
function refresh(share) {
  write(share);
  byId("share-hint").textContent = hint(share);
  share.dialog.toggleAttribute("data-program", isProgram(share));
  offerRows(share);
  byId("share-file").onclick = share.carried()?.download ?? null;
  byId("share-said").textContent = "";
  keepOne(share.dialog);
  if (share.host) Object.assign(byId("share-file"), { hidden: false, href: fileOf(share) });
  showPreview(addressOf(share, { embed: true }));
}
