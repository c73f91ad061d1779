// A page's address: its query, or what follows # in a file, is the scene and what the page shows of it.
import { query } from "./scene.js";

const VIEW = ["lesson", "figures", "hide", "lock", "theme", "embed"];
const THEMES = ["auto", "light", "dark"];
const YES = ["1", "true", "yes", "on"];
const FLAGS = [...YES, "0", "false", "no", "off", ""];

// Names with a comma between.
export function list(text) {
  return (text ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
}

export const isYes = (text) => YES.includes(text.toLowerCase());

// { scene, view, problems }: the settings of the scene and those of the view, as text, and a sentence
// for whatever of the view cannot be had. search and hash are those of a location.
export function read({ search, hash }, page) {
  const fragment = hash.includes("=") ? hash.slice(1) : "";
  const all = [...new URLSearchParams(search), ...new URLSearchParams(fragment)];
  const of = (isView) => all.filter(([name]) => VIEW.includes(name) === isView);
  const [view, problems] = [Object.fromEntries(of(true)), []];
  readView(view, page, problems);
  return { scene: Object.fromEntries(of(false)), view, problems };
}

// Takes out of a view what cannot be had.
function readView(view, page, problems) {
  const drop = (name, why) => {
    delete view[name];
    problems.push(why);
  };
  const got = (name) => view[name].slice(0, 20);
  if ("theme" in view && !THEMES.includes(view.theme))
    drop("theme", `theme is one of ${THEMES.join(", ")}, got “${got("theme")}”.`);
  if ("embed" in view && !FLAGS.includes(view.embed.toLowerCase()))
    drop("embed", `embed is 1 or 0, got “${got("embed")}”.`);
  if ("lesson" in view && view.lesson !== page.lesson?.number) {
    if (page.server)
      delete view.lesson; // the server has said so above
    else drop("lesson", `Lesson “${got("lesson")}” is not in this file.`);
  }
  for (const name of ["hide", "lock"]) {
    keep(
      view,
      name,
      page.share.parts,
      (wrong) => `There is nothing called “${wrong}” to ${name}.`,
      problems,
    );
  }
  const figures = page.share.figures.map((figure) => figure.name);
  const said = page.server ? [] : problems;
  keep(view, "figures", figures, (wrong) => `There is no figure “${wrong}” in this file.`, said);
}

// Of a list of names, those that are known; a sentence about the first of the others.
function keep(view, key, known, why, problems) {
  const names = list(view[key]);
  const good = names.filter((name) => known.includes(name));
  const wrong = names.find((name) => !known.includes(name));
  if (wrong !== undefined) problems.push(why(wrong.slice(0, 40)));
  if (good.length > 0) view[key] = good.join(",");
  else delete view[key];
}

// The end of an address that opens a scene in a view; protocol is that of a location.
export function ending({ protocol }, scene, view) {
  return (protocol === "file:" ? "#" : "?") + query({ ...view, ...scene });
}
