// The Share dialog: the scene as a link, as a snippet for a course page, as a file; and a teacher's
// choice of what others see and may change.
const Share = (() => {
  "use strict";
  const PAUSE = 400; // ms until the preview follows a choice
  const BASE = ["dataset", "w", "threshold", "reset", "fit"]; // what the free lab always offers
  const BUTTONS = { dataset: "Data set", reset: "Reset", fit: "Best weights", x: "Values of the chosen sample", steps: "Training buttons" };
  const TEXTS = { formula: "Formula", readouts: "Row of numbers", status: "Sentence about the scene", optimum: "Where the best weights are" };
  const { el } = Controls;

  // page: what came with it; asked: the view in its address; scene(): the scene's settings as text;
  // now(): its data set and values
  function start(given) {
    const { page, asked } = given;
    const dialog = document.getElementById("share");
    const [hides, locks] = [Address.list(asked.hide), Address.list(asked.lock)];
    const choice = {
      format: "link",
      shown: new Set(asked.figures ? Address.list(asked.figures) : page.share.shown),
      hidden: new Set(hides),
      locked: new Set(locks),
      theme: asked.theme ?? page.view.theme,
    };
    // what the server or the file hides or locks by itself no choice here brings back
    const fixed = { hidden: without(page.view.hidden, hides), locked: without(page.view.locked, locks) };
    const share = { ...given, dialog, choice, fixed, host: "", height: undefined };
    document.getElementById("share-open").addEventListener("click", () => open(share));
    dialog.addEventListener("click", (e) => e.target === dialog && dialog.close()); // beside the dialog
    addEventListener("message", (e) => measure(share, e));
  }

  const without = (names, others) => names.filter((name) => !others.includes(name));

  async function open(share) {
    share.dialog.replaceChildren(...parts(share));
    share.dialog.showModal();
    refresh(share);
    if (!share.page.server || share.host) return;
    const host = new URL("host.js", location.href).href;
    const served = await fetch(host, { method: "HEAD" }).then((answer) => answer.ok, () => false);
    if (served) (share.host = host), refresh(share);
  }

  // ---- from the choice to an address and a text ------------------------------------------------------
  function viewOf({ page, asked, choice }, embed) {
    const shown = page.share.figures.map(({ name }) => name).filter((name) => choice.shown.has(name));
    const usual = String(shown) === String(page.share.figures.map(({ name }) => name).filter((name) => page.share.usual.includes(name)));
    const theme = choice.theme === (page.server ? "auto" : page.view.theme) ? "" : choice.theme;
    const view = { lesson: asked.lesson, figures: usual ? "" : shown.join(), hide: [...choice.hidden].join(), lock: [...choice.locked].join(), theme, embed: embed ? "1" : "" };
    return Object.fromEntries(Object.entries(view).filter(([, text]) => text));
  }

  // A file on a disk has no address that others could open; its name will do, beside the file.
  function address(share, embed) {
    const url = Address.of(share.scene(), viewOf(share, embed));
    if (location.protocol === "file:") return location.pathname.split("/").pop() + url;
    return new URL(url, location.href.replace(/#.*/, "")).href;
  }

  function snippet(share) {
    const { page, host, height, choice } = share;
    const scene = { link: address(share, false), src: address(share, true), title: document.title, height, host, code: page.share.host };
    return Snippets.FORMATS[choice.format].make(scene);
  }

  // ---- the dialog ------------------------------------------------------------------------------------
  function parts(share) {
    const close = el("button", { type: "button", className: "share-close", textContent: "×", ariaLabel: "Close" });
    close.addEventListener("click", () => share.dialog.close());
    const head = within("div", "share-head", el("h2", { id: "share-title", textContent: "Share this scene" }), close);
    return [head, within("div", "share-columns", texts(share), choices(share))];
  }

  function texts(share) {
    const formats = within("div", "share-formats", ...Object.entries(Snippets.FORMATS).map(([name, { label }]) => format(share, name, label)));
    Object.assign(formats, { role: "radiogroup", ariaLabel: "What to copy" });
    const text = el("textarea", { id: "share-text", readOnly: true, spellcheck: false, rows: 7, ariaLabel: "What will be copied" });
    text.addEventListener("focus", () => text.select());
    const copy = el("button", { type: "button", id: "share-copy", className: "share-main", textContent: "Copy" });
    copy.addEventListener("click", () => copyText(text));
    const file = el("a", { id: "share-file", className: "share-file", textContent: "Download as one file", hidden: true });
    const said = el("p", { id: "share-said", className: "hint", role: "status" });
    return within("section", "share-texts", formats, text, el("p", { id: "share-hint", className: "hint" }), within("div", "share-do", copy, file), said, preview(share));
  }

  function format(share, name, label) {
    const input = el("input", { type: "radio", name: "share-format", value: name, id: `share-${name}`, checked: share.choice.format === name });
    input.addEventListener("change", () => ((share.choice.format = name), refresh(share)));
    return within("label", "", input, label);
  }

  async function copyText(text) {
    const said = document.getElementById("share-said");
    try {
      await navigator.clipboard.writeText(text.value);
      said.textContent = "Copied.";
    } catch {
      // over plain HTTP and in some frames only the old way works
      text.select();
      said.textContent = document.execCommand("copy") ? "Copied." : "This browser does not let the page copy: the text is marked, press Ctrl+C.";
    }
  }

  // ---- what others see -------------------------------------------------------------------------------
  function choices(share) {
    const figures = within("div", "share-figures", ...share.page.share.figures.filter((figure) => fits(share, figure)).map((figure) => tick(share, figure)));
    const controls = el("table", { id: "share-controls" });
    controls.append(...rows(share));
    const honest = el("p", { className: "hint", textContent: "What is hidden or locked is out of reach, not a secret: whoever edits the address can bring it back." });
    return within("section", "share-choices", el("h3", { textContent: "What others see" }), figures, controls, theme(share), honest);
  }

  function fits({ now, fixed }, { name, features }) {
    return !fixed.hidden.includes(name) && (!features || features.includes(now().block.x.length));
  }

  function tick(share, { name, title }) {
    const { choice } = share;
    const shown = choice.shown.has(name) && !choice.hidden.has(name);
    const input = el("input", { type: "checkbox", checked: shown, name: "share-figure", value: name });
    input.addEventListener("change", () => {
      choice.hidden.delete(name);
      choice.shown[input.checked ? "add" : "delete"](name);
      document.getElementById("share-controls").replaceChildren(...rows(share));
      refresh(share);
    });
    return within("label", "", input, title);
  }

  // One figure stays: a page without any would show them all.
  function keepOne(dialog) {
    const inputs = [...dialog.querySelectorAll("[name=share-figure]")];
    const ticked = inputs.filter((input) => input.checked);
    for (const input of inputs) input.disabled = ticked.length === 1 && input.checked;
  }

  function rows(share) {
    const head = el("thead");
    head.append(within("tr", "", el("th", { textContent: "Part of the page", scope: "col" }), el("th", { textContent: "Shown", scope: "col" }), el("th", { textContent: "Locked", scope: "col" })));
    const body = el("tbody");
    body.append(...offered(share).map(([name, label, fixable]) => row(share, name, label, fixable)));
    return [head, body];
  }

  // Name, words and whether it can be locked, of every part but the figures.
  function offered({ page, now, choice, fixed }) {
    const { block, scene } = now();
    const beside = page.share.figures.filter(({ name }) => choice.shown.has(name)).flatMap(({ controls }) => controls);
    const names = page.server && !page.lesson ? [...BASE, ...beside] : page.view.controls;
    const inputs = Scenes.inputs(block, scene);
    const each = [...new Set(names)].flatMap((name) => (name === "w" ? Scenes.names(block, scene) : [name]));
    const controls = each.filter((name) => name in BUTTONS || name in inputs).map((name) => [name, BUTTONS[name] ?? inputs[name].label, true]);
    const texts = Object.entries(TEXTS).filter(([name]) => name !== "optimum" || names.includes("fit"));
    return [...controls, ...texts].filter(([name]) => !fixed.hidden.includes(name));
  }

  function row(share, name, label, fixable) {
    const { choice, fixed } = share;
    const shown = box(!has(choice.hidden, name), `${label}: shown`, (on) => toggle(share, "hidden", name, !on));
    const always = fixed.locked.some((given) => given === name || given === name[0]);
    const locked = box(always || has(choice.locked, name), `${label}: locked`, (on) => toggle(share, "locked", name, on));
    locked.disabled = always;
    return within("tr", "", el("th", { textContent: label, scope: "row" }), within("td", "", shown), fixable ? within("td", "", locked) : el("td"));
  }

  // A weight is named by itself or by w, which names them all.
  const has = (names, name) => names.has(name) || (/^w\d$/.test(name) && names.has("w"));

  function toggle(share, list, name, on) {
    const names = share.choice[list];
    if (/^w\d$/.test(name) && names.delete("w")) Scenes.names(share.now().block, share.now().scene).forEach((each) => names.add(each));
    names[on ? "add" : "delete"](name);
    refresh(share);
  }

  function box(checked, label, change) {
    const input = el("input", { type: "checkbox", checked, ariaLabel: label });
    input.addEventListener("change", () => change(input.checked));
    return input;
  }

  function theme(share) {
    const select = el("select", { id: "share-theme" });
    for (const [value, words] of [["auto", "as the reader's system"], ["light", "light"], ["dark", "dark"]]) select.append(new Option(words, value));
    select.value = share.choice.theme;
    select.addEventListener("change", () => ((share.choice.theme = select.value), refresh(share)));
    return within("label", "share-theme", "Colours", select);
  }

  // ---- the preview -----------------------------------------------------------------------------------
  function preview(share) {
    const details = el("details", { id: "share-preview" });
    const frame = el("iframe", { title: "Preview of the page in a frame", hidden: true });
    details.append(el("summary", { textContent: "Preview" }), within("div", "share-small", frame));
    details.addEventListener("toggle", () => refresh(share));
    return details;
  }

  // The height that the previewed page asks for is a better one to write into a snippet.
  function measure(share, { source, data }) {
    const frame = share.dialog.querySelector("iframe");
    if (!frame || source !== frame.contentWindow || data?.type !== "logreg-explorable.height") return;
    share.height = Math.ceil(data.height / 10) * 10;
    document.getElementById("share-text").value = snippet(share);
  }

  let waiting = null;
  function refresh(share) {
    const { dialog, choice, host } = share;
    const $ = (id) => document.getElementById(id);
    $("share-text").value = snippet(share);
    const beside = location.protocol === "file:" ? " Put this file beside the page." : "";
    $("share-hint").textContent = Snippets.FORMATS[choice.format].hint + beside;
    $("share-said").textContent = "";
    keepOne(dialog);
    if (host) Object.assign($("share-file"), { hidden: false, href: `scene.html${Address.of(share.scene(), viewOf(share, false))}` });
    clearTimeout(waiting);
    if ($("share-preview").open) waiting = setTimeout(show, PAUSE);

    function show() {
      const frame = dialog.querySelector("iframe");
      const src = address(share, true);
      frame.hidden = false;
      if (frame.getAttribute("src") !== src) frame.replaceWith(Object.assign(frame.cloneNode(), { src }));
    }
  }

  function within(tag, className, ...children) {
    const made = el(tag, className ? { className } : {});
    made.append(...children);
    return made;
  }

  return { start };
})();
