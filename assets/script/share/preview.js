// The preview in the Share dialog: the page in a frame, as others will see it.
import { byId, el } from "../dom/element.js";

const PAUSE = 400; // ms until the preview follows a choice
const ROUND = 10; // pixels, of the height that is written into a snippet

export function preview(refresh) {
  const details = el("details", { id: "share-preview" });
  const frame = el("iframe", { title: "Preview of the page in a frame", hidden: true });
  const small = el("div", { className: "share-small" }, frame);
  details.append(el("summary", { textContent: "Preview" }), small);
  details.addEventListener("toggle", refresh);
  return details;
}

let waiting; // the timer of the pause

export function showPreview(src) {
  clearTimeout(waiting);
  if (!byId("share-preview").open) return;
  waiting = setTimeout(() => {
    const frame = byId("share-preview").querySelector("iframe");
    frame.hidden = false;
    if (frame.getAttribute("src") !== src)
      frame.replaceWith(Object.assign(frame.cloneNode(), { src }));
  }, PAUSE);
}

// The height that the previewed page asks for; undefined where a message comes from elsewhere.
export function heightAsked({ source, data }) {
  const frame = byId("share-preview")?.querySelector("iframe");
  if (!frame || source !== frame.contentWindow || data?.type !== "logreg-explorable.height")
    return undefined;
  return Math.ceil(data.height / ROUND) * ROUND;
}
