// The page's start: the store, the session and whatever shows or changes a scene, tied together once.
// While something moves, the modules in frame/ make the frame; when the hand rests, the scene goes to
// the server, and the numbers that NumPy answers stand on the page. Without one, theirs stand.
import { startControls } from "./controls/controls.js";
import { stop } from "./controls/training.js";
import { follow, show as showAddress } from "./dom/address.js";
import { byId } from "./dom/element.js";
import { later } from "./dom/later.js";
import { apply } from "./dom/parts.js";
import { attributes, text } from "./dom/write.js";
import { startLesson } from "./lesson/lessons.js";
import { showByHand } from "./panels/by-hand.js";
import { bindExplanations, showExplanations } from "./panels/explain.js";
import { showReadouts } from "./panels/readouts.js";
import { speak } from "./panels/status.js";
import { bindTrace, settleTrace, showTrace } from "./panels/trace.js";
import { startPlots } from "./plots/plots.js";
import { ending, read } from "./scene/address.js";
import { groups, values } from "./scene/inputs.js";
import { query } from "./scene/scene.js";
import { viewOf } from "./scene/view.js";
import { Session } from "./session.js";
import { startEmbed } from "./share/embed.js";
import { startShare } from "./share/share.js";
import { Store } from "./store.js";
import { optimum, stableLimit } from "./words/sentences.js";

const DIGITS = 4; // of the weights that a click on the surface stands for
const LOST =
  "The server is out of reach. Dragging still works here; reload the page to connect again.";
const UNREACHABLE =
  "The data set stays as it is: another one needs the server, which is out of reach.";

const page = JSON.parse(byId("page").textContent);
const asked = read(location, page);
const view = viewOf(page.view, asked.view, page.share.shown);
const store = new Store(page, view, later);
let [session, showPlots] = [null, null];
let awaited = null; // the data set that the server has been asked for

// ---- what is shown --------------------------------------------------------------------------------
const complain = (sentence) => text("problem", sentence);

function note(sentences) {
  byId("notice").textContent = sentences.join(" ");
  byId("notice").hidden = sentences.length === 0;
}

// Before the plots are told: a hidden one takes nothing in.
function showFigures() {
  for (const { name } of store.figures)
    byId(`figure-${name}`).toggleAttribute("hidden", !store.fits(name));
}

const hand = { set: (changes) => store.set(changes), rest: () => store.rest(), complain };
const showControls = startControls(document.querySelector(".controls"), hand);

const showNumbers = later(() => {
  const seen = store.seen();
  showReadouts(seen);
  showExplanations(seen);
  showTrace(seen);
  showByHand(seen);
  speak(seen);
  if (!store.unsent) settleTrace();
  showInputs(seen);
  attributes(document.body, {
    "data-features": seen.data.x.length,
    "data-ready": showPlots !== null,
  });
});

function showInputs(seen) {
  const offered = groups(seen.block, seen.scene, page.groups, {
    offers: view.offers,
    mostSteps: store.mostSteps,
  });
  const names = offered.flatMap(([, rows]) => rows.map(({ name }) => name));
  const [limit] = seen.frame.optimum.rate_limit;
  const marks = { learning_rate: [limit, stableLimit(limit)] };
  showControls(offered, values(seen), names.filter(view.locks), marks);
  if (!awaited && byId("dataset").value !== seen.block.name)
    byId("dataset").value = seen.block.name;
}

// ---- what the store tells -------------------------------------------------------------------------
store.on("frame", (seen) => {
  showFigures();
  showPlots?.(seen);
  showNumbers();
});
store.on("problem", complain);
store.on("level", ({ frame, scene }) => complain(optimum(frame.optimum, scene)));
store.on("stop", stop);
store.on("rest", (isNews) => {
  if (isNews) showAddress(ending(location, store.settings(), asked.view));
  if (isNews) question();
  settleTrace();
});
store.on("missing", (name) => {
  if (!session?.isOpen) return unreachable();
  awaited = name;
  session.ask(query({ dataset: name }));
});

// ---- the session ----------------------------------------------------------------------------------
function question() {
  session?.ask(query(store.settings()), store.wanted());
}

// An answer that the hand has overtaken is of no use any more.
function answer({ tables, form, block, late }) {
  if (block) store.add(block);
  if (awaited && block) {
    awaited = null;
    store.openDataset(block.name);
  } else if (!late && !store.unsent) store.take(tables, form);
}

function lost() {
  if (awaited) unreachable();
  note([LOST]);
}

function unreachable() {
  awaited = null;
  byId("dataset").value = store.block.name;
  complain(UNREACHABLE);
}

// ---- once -------------------------------------------------------------------------------------------
async function start() {
  apply(view);
  const problems = store.open(asked.scene);
  note([page.view.notice, ...asked.problems, ...problems].filter(Boolean));
  if (page.lesson)
    startLesson(page.lesson, {
      show: (scene) => store.show(scene),
      covered: (all) => store.cover(all),
    });
  store.start();
  showPlots = await startPlots(page.plots, store.seen(), {
    select: (row) => store.select(row),
    place,
  });
  bind();
  showNumbers();
  if (page.server)
    session = new Session(byId("page").dataset.token, { ready: question, answer, lost });
}

// A click on the surface.
function place(w0, w1) {
  const [short0, short1] = [w0, w1].map((w) => Number(w.toPrecision(DIGITS)));
  store.set({ w0: short0, w1: short1 });
  store.rest();
}

function bind() {
  bindTrace((row) => store.select(row));
  bindExplanations(() => store.seen());
  byId("dataset")?.addEventListener("change", ({ target }) => store.openDataset(target.value));
  byId("reset")?.addEventListener("click", () => store.reset());
  byId("fit")?.addEventListener("click", () => store.fit());
  startShare({ page, asked: asked.view, settings: () => store.settings(), now: () => store.now() });
  startEmbed();
  follow();
}

// for whoever looks in from outside: a teacher's console, a test
window.explorable = {
  now: () => store.now(),
  show: (scene) => store.show(scene),
  turn: () => session?.turn ?? 0,
  answered: () => !store.unsent && (session?.settled ?? 0) === (session?.turn ?? 0),
};
start();
