// The page's address: its query (or, where the page is a file, what follows #) is the scene and what
// the page shows of it.
const Address = (() => {
  "use strict";
  const VIEW = ["lesson", "figures", "hide", "lock", "theme", "embed"];
  const THEMES = ["auto", "light", "dark"];
  const FLAGS = ["1", "true", "yes", "on", "0", "false", "no", "off", ""];
  const list = (text) => (text ? text.split(",").map((name) => name.trim()).filter(Boolean) : []);

  // { scene, view, problems }: the settings of the scene, and those of the view, as text; and a sentence
  // for whatever of the view cannot be had.
  function read(page) {
    const hash = location.hash.includes("=") ? location.hash.slice(1) : "";
    const all = Object.fromEntries([...new URLSearchParams(location.search), ...new URLSearchParams(hash)]);
    const of = (test) => Object.fromEntries(Object.entries(all).filter(([name]) => test(name)));
    const view = of((name) => VIEW.includes(name));
    const problems = [];
    const drop = (name, why) => (delete view[name], problems.push(why));
    if ("theme" in view && !THEMES.includes(view.theme)) drop("theme", `theme is one of ${THEMES.join(", ")}, got “${view.theme.slice(0, 20)}”.`);
    if ("embed" in view && !FLAGS.includes(view.embed.toLowerCase())) drop("embed", `embed is 1 or 0, got “${view.embed.slice(0, 20)}”.`);
    if ("lesson" in view && view.lesson !== page.lesson?.number) {
      if (page.server) delete view.lesson; // the server has said so above
      else drop("lesson", `Lesson “${view.lesson.slice(0, 20)}” is not in this file.`);
    }
    for (const name of ["hide", "lock"]) keep(view, name, page.share.parts, (wrong) => `There is nothing called “${wrong}” to ${name}.`, problems);
    const figures = page.share.figures.map((figure) => figure.name);
    keep(view, "figures", figures, (wrong) => `There is no figure “${wrong}” in this file.`, page.server ? [] : problems);
    return { scene: of((name) => !VIEW.includes(name)), view, problems };
  }

  // Of a list of names, those that are known; a sentence about the first of the others.
  function keep(view, key, known, why, problems) {
    const [good, wrong] = [true, false].map((fits) => list(view[key]).filter((name) => known.includes(name) === fits));
    if (wrong.length > 0) problems.push(why(wrong[0].slice(0, 40)));
    if (good.length > 0) view[key] = good.join(",");
    else delete view[key];
  }

  // The address of a scene in a view, without touching the page.
  function of(scene, view) {
    const query = Scenes.query({ ...view, ...scene });
    return location.protocol === "file:" ? `#${query}` : `?${query}`;
  }

  function write(scene, view) {
    try {
      history.replaceState(null, "", of(scene, view));
    } catch {
      // a frame without an origin has no address of its own
    }
  }

  // In a file another scene's address differs in what follows # only, which loads nothing by itself.
  addEventListener("hashchange", () => location.hash.includes("=") && location.reload());

  return { read, write, of, list };
})();

// What the page shows: parts and controls hidden or locked, colours, with or without what surrounds it.
const Views = (() => {
  "use strict";
  const { list } = Address;
  const FAMILY = { w: /^w\d$/, x: /^x\d$/ }; // one name for every weight, one for every feature
  const names = (given, name) => given.includes(name) || Object.keys(FAMILY).some((all) => given.includes(all) && FAMILY[all].test(name));

  // base: what the server or the file says; asked: what the address says beyond that
  function apply({ view: base, share }, asked) {
    const others = asked.figures ? share.shown.filter((name) => !list(asked.figures).includes(name)) : [];
    const hidden = [...base.hidden, ...list(asked.hide), ...others];
    const locked = [...base.locked, ...list(asked.lock)];
    const hides = (name) => names(hidden, name);
    const locks = (name) => names(locked, name);
    for (const part of document.querySelectorAll("[data-part]")) {
      if (hides(part.dataset.part)) part.classList.add(part.dataset.spoken === "true" ? "visually-hidden" : "gone");
      if (locks(part.dataset.part)) [part, ...part.querySelectorAll("select, button")].forEach((input) => (input.disabled = true));
    }
    document.documentElement.dataset.theme = asked.theme ?? base.theme;
    document.body.classList.toggle("embed", asked.embed ? /^(1|true|yes|on)$/i.test(asked.embed) : base.embed);
    const offers = (name) => !hides(name) && names(base.controls, name);
    return { hides, locks, offers };
  }

  return { apply };
})();
