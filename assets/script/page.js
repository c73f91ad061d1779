// The page: the store, the session and whatever shows or changes a scene are tied together, once.
// While something moves, the modules in frame/ make the frame. When the hand rests, the scene goes
// to the server, and the numbers that NumPy answers take their place; without a server the frame's
// stand.
import { Asking } from "./asking.js";
import { startControls } from "./controls/controls.js";
import { offered } from "./controls/offered.js";
import { stop } from "./controls/training.js";
import { startUndo } from "./controls/undo.js";
import { follow, push as pushAddress, show as showAddress } from "./dom/address.js";
import { byId, select } from "./dom/element.js";
import { later, seldom } from "./dom/later.js";
import { closeByItself } from "./dom/menu.js";
import { complain, hearPresses, note, refuse } from "./dom/notice.js";
import { apply, showFigures } from "./dom/parts.js";
import { attributes, text } from "./dom/write.js";
import { Walk } from "./lesson/walk.js";
import { bindPanels, showPanels } from "./panels/panels.js";
import { settleTrace } from "./panels/trace.js";
import { savePicture } from "./plots/picture.js";
import { startPlots } from "./plots/plots.js";
import { Spot } from "./plots/spot.js";
import { ending as endingOf, read } from "./scene/address.js";
import { noneFits } from "./scene/chosen.js";
import { values } from "./scene/inputs.js";
import { texts } from "./scene/scene.js";
import { figuresAsked, figuresOffered, figuresText, viewOf } from "./scene/view.js";
import { startBridge } from "./share/bridge.js";
import { startEmbed } from "./share/embed.js";
import { startShare } from "./share/share.js";
import { Store } from "./store.js";
import { optimum } from "./words/sentences.js";

const LOST =
  "The server does not answer. Everything here works without it: the numbers are the browser’s own " +
  "until it is back.";
const KEEP = 500; // ms; browsers refuse addresses that change more often for long

/**
 * What the free lab adds: the reader's own data, of which a lesson has none.
 * @typedef {object} Additions
 * @property {(scene: Record<string, string>) => Promise<Opened | null>} open
 *   takes what an address says of the scene, and adds the data that it brings; null if there are
 *   none
 * @property {(own: Own) => Record<string, string>} settings of an address that brings own data
 * @property {(own: Own, scene: Record<string, string>) => import("./share/share.js").Carried}
 *   carried what the Share dialog has to know of own data
 * @property {() => void} start is called when the page stands
 */

/**
 * The scene of an address without its data, and sentences about what could not be taken.
 * @typedef {{ scene: Record<string, string>, problems: string[] }} Opened
 */

/** @typedef {typeof import("./controls/figures.js").startFigures} StartFigures */

/** What came with the page. @type {Page} */
export const page = JSON.parse(byId("page").textContent);
const asked = read(location, page);
let unfit = noneFits(asked, page); // then the page shows what it shows otherwise beside them
/** Names of the figures and cards that are chosen. */
let chosen = [...figuresAsked(page, asked.view), ...(unfit ? page.share.shown : [])];
const view = viewOf(page, asked.view, chosen);
/** The steps of the lesson, if this page has one. */
const walk = page.lesson && new Walk(page, page.lesson, view, asked.view);
/** The scene of this page. */
export const store = new Store(page, view, later);
const menu = select("dataset");
const controls = /** @type {HTMLElement} */ (document.querySelector(".controls"));
const showControls = startControls(controls, {
  set: (/** @type {Record<string, any>} */ changes) => store.set(changes),
  run: (/** @type {Record<string, any>} */ changes) => store.run(changes),
  rest: () => store.rest(),
  values: () => values(store.now()),
  complain: refuse,
});

/**
 * Shows the choice in the menu of figures, which a lesson has not.
 * @type {ReturnType<StartFigures> | null}
 */
let showChoices = null;
/** What the free lab adds. @type {Additions | null} */
let additions = null;
/** Tells the Share dialog which figures are chosen. @type {(shown: string[]) => void} */
let tellShare = () => {};
/** Tells the program whose frame this is what has been set. */
let tellProgram = () => {};
let isDrawn = false; // whether the plots are there
/** What the page has to say about its address. @type {string[]} */
let notices = [];
/** What the page asks the server; a file asks nothing. */
const asking = new Asking(store, {
  kept: (why) => {
    menu.value = store.block.name;
    complain(why);
  },
  lost: () => note([...notices, LOST]),
  back: () => note(notices),
});

/** The settings of an address that opens the scene. */
function settings() {
  const { own } = store.scene;
  return { ...store.settings(), ...(own && additions?.settings(own)) };
}

/**
 * The end of an address that opens the scene in a view.
 * @param {Record<string, string>} asked
 */
const ending = (asked) => endingOf(location, settings(), asked);

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
  if (!asking.awaited && menu.value !== seen.block.name) menu.value = seen.block.name;
  attributes(document.body, { "data-features": seen.data.x.length, "data-ready": isDrawn });
});

// ---- what the store tells ----------------------------------------------------------------------
function hearStore() {
  // first the figures: one that is hidden when the plots are told takes nothing in
  store.on("frame", () => showFigures(store.figures, (name) => store.shows(name), instead));
  store.on("frame", showNumbers);
  store.on("frame", keepScene);
  store.on("frame", () => store.unsent && tellProgram());
  store.on("problem", complain);
  store.on("level", sayLevel);
  store.on("stop", stop);
  store.on("rest", rest);
  store.on("missing", (name) => asking.fetch(name));
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
  const href = ending(shown);
  return { said, link: { text: `Open “${other.title}” beside it.`, href } };
}

/** @param {Now} now */
const sayLevel = ({ frame, scene }) => complain(optimum(frame.optimum, scene));

/** Shows the address of the scene. */
export const showScene = () => showAddress(ending(asked.view));

/** Keeps what is dragged in the address, so that a reload in the middle of it loses nothing. */
const keepScene = seldom(() => store.unsent && showScene(), KEEP);

/** @param {boolean} isNews whether the scene has changed since the last rest */
function rest(isNews) {
  if (isNews) showScene();
  if (isNews) asking.question();
  if (isNews) tellProgram();
  settleTrace();
}

// ---- what the lesson tells ---------------------------------------------------------------------
/** @type {import("./lesson/walk.js").Hear} */
const hearWalk = {
  turned: () => {
    const scene = { dataset: store.block.name };
    pushAddress(endingOf(location, scene, asked.view), { step: Number(asked.view.step) });
  },
  spot: (...parts) => new Spot(...parts),
};

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
  asking.question();
  tellShare(chosen);
}

/**
 * Downloads a figure with its title and that of the data.
 * @param {string} name
 * @param {string} kind
 */
async function saveFigure(name, kind) {
  const { title } = store.figures.find((figure) => figure.name === name) ?? { title: name };
  const titles = { title, below: store.block.title };
  await savePicture(page.plots.roots[name], titles, { name: `logreg-${name}`, kind });
}

function hearHand() {
  hearPresses();
  menu.addEventListener("change", () => store.openDataset(menu.value));
  byId("reset").addEventListener("click", () => store.reset());
  byId("fit")?.addEventListener("click", () => store.fit());
  bindPanels(hearPlots.select, () => store.seen());
  const shared = unfit ? { ...asked.view, figures: "" } : asked.view;
  tellShare = startShare({
    page,
    asked: shared,
    settings,
    now: () => store.now(),
    carried: () => {
      const { own } = store.scene;
      return own && additions ? additions.carried(own, store.settings()) : null;
    },
    pictures: { figures: () => store.seen().figures, save: saveFigure },
  });
  startEmbed();
  if (page.bridged) {
    const scene = () => texts(store.scene, page.schema);
    tellProgram = startBridge(scene, (values) => store.show(values));
  }
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
/**
 * Starts the page.
 * @param {Additions | null} [added] what the free lab adds
 * @param {StartFigures | null} [startFigures] makes the menu of figures
 */
export async function start(added = null, startFigures = null) {
  additions = added;
  byId("welcome")?.toggleAttribute("hidden", Object.keys(asked.scene).length > 0);
  const own = await added?.open(asked.scene);
  if (own) openOwn(own.scene);
  apply(store.view);
  const problems = [...(own?.problems ?? []), ...store.open(asked.scene)];
  const choices = byId("figures");
  if (choices && startFigures)
    showChoices = startFigures(choices, figuresOffered(page, asked.view), chooseFigure);
  const left = page.server && !own ? "" : unfit; // the server's notice has said so already
  say([page.view.notice, ...asked.problems, left, ...problems]);
  walk?.start(store, hearWalk);
  hearStore();
  store.start();
  const showPlots = await startPlots(page.plots, store.seen(), hearPlots, isOnStage);
  store.on("frame", showPlots);
  showPlots(store.seen()); // something may have moved while the plots were made
  isDrawn = true;
  showNumbers();
  hearHand();
  if (page.server) asking.start(byId("page").dataset.token ?? "");
  added?.start();
}

/**
 * Chooses the figures of a scene with own data, which the server could not do: it does not know
 * them.
 * @param {Record<string, string>} scene
 */
function openOwn(scene) {
  asked.scene = scene;
  unfit = noneFits(asked, page);
  chosen = [...figuresAsked(page, asked.view), ...(unfit ? page.share.usual : [])];
  store.see(viewOf(page, asked.view, chosen));
}

/**
 * Says sentences above everything else, beside those that stand there.
 * @param {string[]} sentences
 * @param {string} [before] a sentence that holds no longer
 */
export function say(sentences, before = "") {
  const others = notices.filter((sentence) => sentence !== before);
  const news = sentences.filter((sentence) => sentence && !others.includes(sentence));
  notices = [...others, ...news];
  note(notices);
}

/** For whoever looks in from outside: a teacher's console, a test. */
window.explorable = {
  now: () => store.now(),
  show: (scene) => store.show(scene),
  turn: () => asking.turn,
  answered: () => !store.unsent && asking.isSettled,
};
