// The Share dialog: the scene as a link, as a snippet for a course page, as a file.
import { byId, el } from "../dom/element.js";
import { ending } from "../scene/address.js";
import { choiceOf, viewSettings } from "./choice.js";
import { choices, keepOne } from "./choices.js";
import { heightAsked, preview, showPreview } from "./preview.js";
import { FORMATS } from "./snippets.js";
import { texts } from "./texts.js";

const BESIDE = " Put this file beside the page.";

// page: what came with it; asked: the view in its address; settings(): the scene as the settings of an
// address; now(): its data set and values.
export function startShare({ page, asked, settings, now }) {
  const share = {
    ...{ page, asked, settings, now },
    dialog: byId("share"),
    choice: choiceOf(page, asked),
    host: "", // address of the script for the page around, where the server has it
    height: undefined,
    refresh: () => refresh(share),
  };
  byId("share-open").addEventListener("click", () => open(share));
  share.dialog.addEventListener("click", ({ target }) => {
    if (target === share.dialog) share.dialog.close(); // beside what stands in it
  });
  addEventListener("message", (message) => {
    const height = heightAsked(message);
    if (height === undefined) return;
    share.height = height;
    byId("share-text").value = snippet(share);
  });
}

async function open(share) {
  share.dialog.replaceChildren(head(share), columns(share));
  share.dialog.showModal();
  refresh(share);
  if (!share.page.server || share.host) return;
  const host = new URL("host.js", location.href).href;
  const isServed = await fetch(host, { method: "HEAD" }).then(
    (answer) => answer.ok,
    () => false,
  );
  if (!isServed) return;
  share.host = host;
  refresh(share);
}

function head({ dialog }) {
  const close = el("button", {
    type: "button",
    className: "share-close",
    textContent: "×",
    ariaLabel: "Close",
  });
  close.addEventListener("click", () => dialog.close());
  const title = el("h2", { id: "share-title", textContent: "Share this scene" });
  return el("div", { className: "share-head" }, title, close);
}

function columns(share) {
  return el(
    "div",
    { className: "share-columns" },
    texts(share, preview(share.refresh)),
    choices(share),
  );
}

// ---- addresses ------------------------------------------------------------------------------------
function end({ page, asked, choice, settings }, embed) {
  return ending(location, settings(), viewSettings(page, asked, choice, { embed }));
}

// A file on a disk has no address that others could open; its name will do, beside the file.
function address(share, embed) {
  if (location.protocol === "file:") return location.pathname.split("/").pop() + end(share, embed);
  return new URL(end(share, embed), location.href.replace(/#.*/, "")).href;
}

function snippet(share) {
  const { page, host, height, choice } = share;
  const [link, src] = [false, true].map((embed) => address(share, embed));
  return FORMATS[choice.format].make({
    link,
    src,
    title: document.title,
    height,
    host,
    code: page.share.host,
  });
}

function refresh(share) {
  byId("share-text").value = snippet(share);
  const beside = location.protocol === "file:" ? BESIDE : "";
  byId("share-hint").textContent = FORMATS[share.choice.format].hint + beside;
  byId("share-said").textContent = "";
  keepOne(share.dialog);
  const href = `scene.html${end(share, false)}`;
  if (share.host) Object.assign(byId("share-file"), { hidden: false, href });
  showPreview(address(share, true));
}
