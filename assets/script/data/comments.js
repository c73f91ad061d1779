// What the comments above a table say of its features.
import { MAX_MAGNITUDE } from "./column.js";
import { isNumber } from "./number.js";
import { DataError, shown } from "./refusal.js";
import { strip, wordsOf } from "./white.js";

/**
 * The entries of a comment for the picked features; empty unless it has one for each feature.
 * @param {string} comment
 * @param {number} count
 * @param {number[]} picked
 */
export function entries(comment, count, picked) {
  const all = comment.split(";").map(strip);
  return picked.map((j) => (all.length === count ? (all[j] ?? "") : ""));
}

/**
 * The values that the axis of a plot holds.
 * @param {Map<string, string>} comments
 * @param {number} d number of features
 * @throws {DataError}
 */
export function showsOf(comments, d) {
  const said = comments.get("shows") ?? "";
  const words = wordsOf(said);
  if (!words.every(isNumber)) {
    throw new DataError(
      `The comment shows has ${shown(said)}; it needs numbers with blanks between, which the axis of a plot should hold.`,
      "shows",
    );
  }
  const shows = words.map(Number);
  if (shows.length > 0 && d > 1) {
    throw new DataError(
      `shows has values of one feature, but there are ${d} features; leave it out.`,
      "shows",
    );
  }
  if (shows.every(Number.isFinite)) return shows;
  throw new DataError("shows must hold finite numbers only; mend or remove it.", "shows");
}

/**
 * The weights that the page opens with.
 * @param {Map<string, string>} comments
 * @param {number} count number of features
 * @throws {DataError}
 */
export function openingOf(comments, count) {
  const said = comments.get("opening") ?? "";
  const words = wordsOf(said);
  const weights = words.filter(isNumber).map(Number);
  const isSound =
    words.length === count + 1 &&
    weights.length === count + 1 &&
    weights.every((weight) => Math.abs(weight) <= MAX_MAGNITUDE);
  if (words.length === 0 || isSound) return weights;
  throw new DataError(
    `The comment opening has ${shown(said)}; it needs ${count + 1} numbers with spaces between, the intercept first and then one for each feature.`,
    "opening",
  );
}
