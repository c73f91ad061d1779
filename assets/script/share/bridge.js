// The page in the frame of a program: it tells the program what the hand sets, and takes what the
// program sets.
import { seldom } from "../dom/later.js";

const SCENE = "logreg-explorable.scene"; // type of a message with settings, in both directions
// type of the message that says that settings are taken now
const READY = "logreg-explorable.ready";
// type of the message that tells what is behind the frame
const GROUND = "logreg-explorable.ground";
const PACE = 33; // ms between two messages at least, which makes some 30 a second
// decide which other settings there are
const RESHAPING = ["dataset", "standardise", "interaction"];

/**
 * Settings as text, by name.
 * @typedef {Record<string, string>} Texts
 */

/**
 * Lets the page around this one set the scene.
 * @param {() => Texts} scene every setting of the scene as it stands
 * @param {(values: Texts) => void} show puts a whole scene on the page; it reads it as an address
 * @returns {() => void} a function that tells the page around what has changed, a little later
 */
export function startBridge(scene, show) {
  let known = scene(); // what the program believes to stand here
  const tell = () => {
    const now = scene();
    const news = difference(known, now);
    known = now;
    if (Object.keys(news).length > 0) parent.postMessage({ type: SCENE, scene: news }, "*");
  };
  addEventListener("message", ({ source, data }) => {
    if (source !== parent) return;
    if (data?.type === GROUND) document.documentElement.dataset.ground = String(data.ground);
    if (data?.type !== SCENE) return;
    const given = textsOf(data.scene);
    known = isWhole(given) ? given : { ...scene(), ...given };
    if (Object.keys(difference(scene(), known)).length > 0) show(known);
  });
  parent.postMessage({ type: READY }, "*");
  return seldom(tell, PACE);
}

/**
 * The settings that differ, or the whole scene where it has other settings than before.
 * @param {Texts} before
 * @param {Texts} now
 * @returns {Texts}
 */
export function difference(before, now) {
  const news = Object.entries(now).filter(([name, text]) => before[name] !== text);
  return isWhole(Object.fromEntries(news)) ? now : Object.fromEntries(news);
}

/**
 * Whether settings stand for a whole scene: others would not fit beside them.
 * @param {Texts} texts
 */
const isWhole = (texts) => RESHAPING.some((name) => name in texts);

/**
 * The entries of a message that are text; a message can hold anything.
 * @param {unknown} scene
 * @returns {Texts}
 */
function textsOf(scene) {
  const entries = Object.entries(Object(scene));
  return Object.fromEntries(entries.filter(([, text]) => typeof text === "string"));
}
