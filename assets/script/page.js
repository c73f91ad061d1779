// The page's start: the store, the session and whatever shows or changes a scene are tied together,
// once. While something moves, the modules in frame/ make the frame. When the hand rests, the scene
// goes to the server, and the numbers that NumPy answers take their place; without a server the
// frame's stand.
import { startControls } from "./controls/controls.js";
import { startFigures } from "./controls/figures.js";
import { offered } from "./controls/offered.js";
import { stop } from "./controls/training.js";
import { startUndo } from "./controls/undo.js";
import { follow, push as pushAddress, show as showAddress } from "./dom/address.js";
import { byId, select } from "./dom/element.js";
import { later, seldom } from "./dom/later.js";
import { closeByItself } from "./dom/menu.js";
import { complain, note } from "./dom/notice.js";
import { apply, showFigures } from "./dom/parts.js";
import { attributes, text } from "./dom/write.js";
import { Walk } from "./lesson/walk.js";
import { bindPanels, showPanels } from "./panels/panels.js";
import { settleTrace } from "./panels/trace.js";
import { startPlots } from "./plots/plots.js";
import { Spot } from "./plots/spot.js";
import { ending, read } from "./scene/address.js";
import { noneFits } from "./scene/chosen.js";
import { values } from "./scene/inputs.js";
import { query } from "./scene/scene.js";
import { figuresAsked, figuresOffered, figuresText, viewOf } from "./scene/view.js";
import { Session } from "./session.js";
import { startEmbed } from "./share/embed.js";
import { startShare } from "./share/share.js";
import { Store } from "./store.js";
import { optimum } from "./words/sentences.js";

const LOST =
  "The server does not answer. Everything here works without it: the numbers are the browser’s own " +
  "until it is back.";
const KEEP = 500; // ms; browsers refuse addresses that change more often for long
const UNREACHABLE =
  "The data set stays as it is: another one needs the server, which is out of reach.";

/** @type {Page} */
const page = JSON.parse(byId("page").textContent);
const asked = read(location, page);
const unfit = noneFits(asked, page); // then the page shows what it shows otherwise beside them
/** Names of the figures and cards that are chosen. */
let chosen = [...figuresAsked(page, asked.view), ...(unfit ? page.share.shown : [])];
const view = viewOf(page, asked.view, chosen);
/** The steps of the lesson, if this page has one. */
const walk = page.lesson && new Walk(page, page.lesson, view, asked.view);
const store = new Store(page, view, later);
const menu = select("dataset");
const controls = /** @type {HTMLElement} */ (document.querySelector(".controls"));
const showControls = startControls(controls, {
  set: (/** @type {Record<string, any>} */ changes) => store.set(changes),
  rest: () => store.rest(),
  values: () => values(store.now()),
  complain,
});

/** The menu of figures, which a lesson has not. @type {HTMLElement | null} */
const choices = byId("figures");
const showChoices =
  choices && startFigures(choices, figuresOffered(page, asked.view), chooseFigure);

/** The session, once there is one; a file has none. @type {Session | null} */
let session = null;
/** The data set that the server has been asked for. @type {string | null} */
let awaited = null;
/** Tells the Share dialog which figures are chosen. @type {(shown: string[]) => void} */
let tellShare = () => {};
let isDrawn = false; // whether the plots are there
/** What the page has to say about its address. @type {string[]} */
let notices = [];

// ---- what is shown -----------------------------------------------------------------------------
const showNumbers = later(() => {
  const seen = store.seen();
  showPanels(seen);
  if (!store.unsent) settleTrace();
  const shown = offered(seen, store.view, store.mostSteps);
  showControls(shown.groups, shown.values, shown.locked, shown.marks);
  walk?.seen(seen);
  showChoices?.(chosen, seen.block);
  text("ending", shown.ending);
  if (!awaited && menu.value !== seen.block.name) menu.value = seen.block.name;
  attributes(document.body, { "data-features": seen.data.x.length, "data-ready": isDrawn });
});

// ---- what the store tells ----------------------------------------------------------------------
function hearStore() {
  // first the figures: one that is hidden when the plots are told takes nothing in
  store.on("frame", () => showFigures(store.figures, (name) => store.shows(name), instead));
  store.on("frame", showNumbers);
  store.on("frame", keepScene);
  store.on("problem", complain);
  store.on("level", sayLevel);
  store.on("stop", stop);
  store.on("rest", rest);
  store.on("missing", askForDataset);
  store.on("past", startUndo(hearUndo, view));
}

/**
 * What stands in the place of a figure that cannot show the data set.
 * @param {string} name
 */
function instead(name) {
  const said = store.view.hides(name) ? "" : store.instead(name);
  const other = said ? store.another() : undefined;
  if (!other) return { said };
  const shown = { ...asked.view, figures: [...page.share.shown, other.name].join() };
  const href = ending(location, store.settings(), shown);
  return { said, link: { text: `Open “${other.title}” beside it.`, href } };
}

/** @param {Now} now */
const sayLevel = ({ frame, scene }) => complain(optimum(frame.optimum, scene));

const showScene = () => showAddress(ending(location, store.settings(), asked.view));

/** Keeps what is dragged in the address, so that a reload in the middle of it loses nothing. */
const keepScene = seldom(() => store.unsent && showScene(), KEEP);

/** @param {boolean} isNews whether the scene has changed since the last rest */
function rest(isNews) {
  if (isNews) showScene();
  if (isNews) question();
  settleTrace();
}

// ---- what the lesson tells ---------------------------------------------------------------------
/** @type {import("./lesson/walk.js").Hear} */
const hearWalk = {
  turned: () => {
    const scene = { dataset: store.block.name };
    pushAddress(ending(location, scene, asked.view), { step: Number(asked.view.step) });
  },
  spot: (...parts) => new Spot(...parts),
};

/** @param {string} name of a data set that is not here */
function askForDataset(name) {
  if (!session?.isOpen) return keepDataset();
  awaited = name;
  question();
}

function keepDataset() {
  awaited = null;
  menu.value = store.block.name;
  complain(UNREACHABLE);
}

// ---- what the session tells --------------------------------------------------------------------
const hearSession = { ready: question, answer, lost, back: () => note(notices) };

/** Asks for the numbers of the scene, or for the data set that is to take its place. */
function question() {
  if (awaited) session?.ask(query({ dataset: awaited }), { tables: ["block"] });
  else session?.ask(query(store.settings()), store.wanted());
}

/**
 * Takes an answer, unless the hand has overtaken it.
 * @param {{ tables: Frame, form: string, block?: Block, late: boolean }} answered
 */
function answer({ tables, form, block, late }) {
  if (block) store.add(block);
  if (awaited && block) {
    awaited = null;
    store.openDataset(block.name);
  } else if (awaited && !late) {
    keepDataset(); // the server was too busy to bring it
  } else if (!late && !store.unsent) store.take(tables, form);
}

function lost() {
  if (awaited) keepDataset();
  note([...notices, LOST]);
}

// ---- what the hand tells -----------------------------------------------------------------------
const hearPlots = {
  select: (/** @type {number | null} */ row) => store.select(row),
  place: (/** @type {number} */ w0, /** @type {number} */ w1) => {
    store.set({ w0, w1 });
    store.rest();
  },
};

const hearUndo = {
  undo: () => store.undo(),
  redo: () => store.redo(),
  hold: () => store.hold(),
  release: () => store.release(),
};

/**
 * Shows a figure from now on, or hides it.
 * @param {string} name
 * @param {boolean} isChosen
 */
function chooseFigure(name, isChosen) {
  chosen = chosen.filter((each) => each !== name);
  if (isChosen) chosen.push(name);
  const text = figuresText(page, chosen, store.block);
  if (text) asked.view.figures = text;
  else delete asked.view.figures;
  store.see(viewOf(page, asked.view, chosen));
  apply(store.view);
  store.draw();
  showScene();
  question();
  tellShare(chosen);
}

function hearHand() {
  menu.addEventListener("change", () => store.openDataset(menu.value));
  byId("reset").addEventListener("click", () => store.reset());
  byId("fit")?.addEventListener("click", () => store.fit());
  bindPanels(hearPlots.select, () => store.seen());
  const shared = unfit ? { ...asked.view, figures: "" } : asked.view;
  const settings = () => store.settings();
  tellShare = startShare({ page, asked: shared, settings, now: () => store.now() });
  startEmbed();
  follow();
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const menus = document.querySelectorAll("header details");
  for (const each of menus) closeByItself(each);
}

/**
 * Whether a figure may be shown without a choice of the reader; a lesson turns to any of its own.
 * @param {string} name
 */
const isOnStage = (name) => walk !== null || !store.view.hides(name);

// ---- once --------------------------------------------------------------------------------------
async function start() {
  apply(view);
  byId("welcome")?.toggleAttribute("hidden", Object.keys(asked.scene).length > 0);
  const problems = store.open(asked.scene);
  const left = page.server ? "" : unfit; // the server's notice has said so already
  notices = [page.view.notice, ...asked.problems, left, ...problems].filter(Boolean);
  note(notices);
  walk?.start(store, hearWalk);
  hearStore();
  store.start();
  const showPlots = await startPlots(page.plots, store.seen(), hearPlots, isOnStage);
  store.on("frame", showPlots);
  showPlots(store.seen()); // something may have moved while the plots were made
  isDrawn = true;
  showNumbers();
  hearHand();
  if (page.server) session = new Session(byId("page").dataset.token ?? "", hearSession);
}

/** For whoever looks in from outside: a teacher's console, a test. */
window.explorable = {
  now: () => store.now(),
  show: (scene) => store.show(scene),
  turn: () => session?.turn ?? 0,
  answered: () => !store.unsent && (session?.settled ?? 0) === (session?.turn ?? 0),
};
start();
