// The preview in the Share dialog: the page in a frame, as others will see it.
import { byId, el } from "../dom/element.js";

const PAUSE = 400; // ms until the preview follows a choice
const ROUND = 10; // pixels, of the height that is written into a snippet

/**
 * Makes the preview, closed.
 * @param {() => void} toggled is called when it opens or closes
 */
export function preview(toggled) {
  const frame = el("iframe", { title: "Preview of the page in a frame", hidden: true });
  const small = el("div", { className: "share-small" }, frame);
  const summary = el("summary", { textContent: "Preview" });
  const details = el("details", { id: "share-preview" }, summary, small);
  details.addEventListener("toggle", toggled);
  return details;
}

/** @returns {HTMLIFrameElement | null} */
const frameOf = () => byId("share-preview")?.querySelector("iframe");

/**
 * The timer of the pause.
 * @type {ReturnType<typeof setTimeout> | undefined}
 */
let waiting;

/**
 * Shows an address in the preview after a pause, if the preview is open.
 * @param {string} src
 */
export function showPreview(src) {
  clearTimeout(waiting);
  if (!byId("share-preview").hasAttribute("open")) return;
  waiting = setTimeout(() => {
    const frame = frameOf();
    if (!frame) return;
    frame.hidden = false;
    if (frame.getAttribute("src") === src) return;
    const next = /** @type {HTMLIFrameElement} */ (frame.cloneNode());
    next.src = src;
    frame.replaceWith(next); // a new frame adds no entry to the history of the page
  }, PAUSE);
}

/**
 * The height that the previewed page asks for; undefined where a message is anything else.
 * @param {Pick<MessageEvent, "source" | "data">} message
 */
export function heightAsked({ source, data }) {
  const frame = frameOf();
  if (!frame || source !== frame.contentWindow) return undefined;
  if (data?.type !== "logreg-explorable.height" || !Number.isFinite(data.height)) return undefined;
  return Math.ceil(data.height / ROUND) * ROUND;
}
