// The explorable as a Panel component: the page stands in a frame that nothing around it disturbs,
// and settings go to and fro between the page and Python.
const SCENE = "logreg-explorable.scene";
const READY = "logreg-explorable.ready";
const HEIGHT = "logreg-explorable.height";
const GROUND = "logreg-explorable.ground";
const THEMED = 200; // ms that an app takes to repaint once it has another theme
// These decide which other settings there are.
const RESHAPING = ["dataset", "standardise", "interaction"];

/**
 * What one side has set: every setting as text, the turn of that side in which each was set last,
 * and how many turns of the other side it knew by then.
 * @typedef {{
 *   turn: number, heard: number, scene: Record<string, string>, at: Record<string, number>,
 * }} Side
 */

/**
 * The properties of the component: the packed page, its height if that is fixed, and in JSON what
 * Python has set (`told`) and what hands have set (`said`).
 * @typedef {{
 *   page: string, fixed: number, told: string, said: string,
 *   on(name: string, hear: () => void): void,
 * }} Model
 */

/**
 * Shows the page in a frame and ties it to the component.
 * @param {{ model: Model }} parts
 */
export function render({ model }) {
  const frame = document.createElement("iframe");
  frame.title = "Logistic regression you can drag";
  // It gets no origin and no storage of its own.
  frame.sandbox.add("allow-scripts", "allow-downloads");
  frame.allow = "clipboard-write";
  frame.style.cssText = `display:block;width:100%;border:0;height:${model.fixed || 600}px`;
  const hear = listener(model, frame);
  addEventListener("message", hear);
  const themes = new MutationObserver(() => setTimeout(() => tellGround(frame), THEMED));
  for (const each of [document.documentElement, document.body])
    themes.observe(each, { attributes: true });
  model.on("page", () => load(frame, model));
  model.on("remove", () => {
    removeEventListener("message", hear);
    themes.disconnect();
  });
  load(frame, model);
  return frame;
}

/**
 * What hears the messages of a frame. It also hears what Python and other views of the component
 * set.
 * @param {Model} model
 * @param {HTMLIFrameElement} frame
 */
function listener(model, frame) {
  const told = () => /** @type {Side} */ (JSON.parse(model.told));
  const said = () => /** @type {Side} */ (JSON.parse(model.said));
  let [taken, seen] = [told().turn, said().turn];
  /** @param {Record<string, string>} scene */
  const show = (scene) => {
    if (Object.keys(scene).length > 0)
      frame.contentWindow?.postMessage({ type: SCENE, scene }, "*");
  };
  model.on("told", () => {
    show(pick(told(), (name, turn) => turn > taken && !(said().at[name] > told().heard)));
    taken = told().turn;
  });
  model.on("said", () => {
    show(pick(said(), (_, turn) => turn > seen));
    seen = said().turn;
  });
  /** @param {MessageEvent} message */
  return ({ source, data }) => {
    if (source !== frame.contentWindow) return;
    if (data?.type === HEIGHT && !model.fixed) frame.style.height = `${Number(data.height)}px`;
    if (data?.type === READY) {
      tellGround(frame);
      show(whole(told(), said()));
    }
    if (data?.type === SCENE) {
      seen = said().turn + 1;
      model.said = JSON.stringify(after(said(), whole(told(), said()), data.scene, told().turn));
    }
  };
}

/**
 * The settings of a side that were set in certain turns, or all where the scene has others than
 * before.
 * @param {Side} side
 * @param {(name: string, turn: number) => boolean} isMeant
 */
function pick({ scene, at }, isMeant) {
  const meant = Object.keys(at).filter((name) => name in scene && isMeant(name, at[name]));
  if (meant.some((name) => RESHAPING.includes(name))) return scene;
  return Object.fromEntries(meant.map((name) => [name, scene[name]]));
}

/**
 * The scene as it stands: what hands have set that Python did not know yet comes on top of
 * Python's.
 * @param {Side} told
 * @param {Side} said
 */
function whole(told, said) {
  const unheard = pick(said, (_, turn) => turn > told.heard);
  return RESHAPING.some((name) => name in unheard) ? unheard : { ...told.scene, ...unheard };
}

/**
 * What hands have set, once they have set some settings more.
 * @param {Side} said
 * @param {Record<string, string>} scene
 * @param {Record<string, string>} news
 * @param {number} heard
 * @returns {Side}
 */
function after(said, scene, news, heard) {
  const turn = said.turn + 1;
  const isWhole = RESHAPING.some((name) => name in news);
  const at = Object.fromEntries(Object.keys(news).map((name) => [name, turn]));
  return {
    ...{ turn, heard, scene: isWhole ? news : { ...scene, ...news } },
    at: isWhole ? at : { ...said.at, ...at },
  };
}

/**
 * Puts the packed page into the frame, unless another page has come while it was unpacked.
 * @param {HTMLIFrameElement} frame
 * @param {Model} model
 */
async function load(frame, model) {
  const packed = model.page;
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  const html = await new Response(stream).text();
  if (model.page !== packed) return;
  frame.srcdoc = html.replace("<html ", `<html data-ground="${groundOf(frame)}" `);
}

/**
 * Tells the page in a frame whether it stands on a dark ground, which may have changed.
 * @param {HTMLIFrameElement} frame
 */
function tellGround(frame) {
  frame.contentWindow?.postMessage({ type: GROUND, ground: groundOf(frame) }, "*");
}

/**
 * What an element stands on: a light or a dark ground, as in a notebook or an app with a dark
 * theme.
 * @param {Element} element
 */
function groundOf(element) {
  /** @type {Element | null} */
  let at = element;
  for (; at; at = around(at)) {
    const colour = getComputedStyle(at).backgroundColor;
    const [r, g, b, opacity = 1] = (colour.match(/^rgba?|[\d.]+/g) ?? []).slice(1).map(Number);
    if (colour.startsWith("rgb") && opacity > 0)
      return 0.299 * r + 0.587 * g + 0.114 * b < 128 ? "dark" : "light";
  }
  return "light";
}

/**
 * The element around an element, also where that is the host of its shadow tree.
 * @param {Element} element
 */
function around(element) {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
