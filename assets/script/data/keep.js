// Own data that are too large for an address, kept while the tab is open, also over a reload.

/** Files share their storage, so that each keeps its own. */
const key = () => `logreg-explorable/own${location.pathname}`;

/**
 * Keeps data; false where the browser has no room for them, or keeps nothing for this page.
 * @param {Own} own
 */
export function keep(own) {
  try {
    sessionStorage.setItem(key(), JSON.stringify(own));
    return true;
  } catch {
    return false;
  }
}

/**
 * The data that were kept last, if any; what somebody has damaged is none.
 * @returns {Own | null}
 */
export function draft() {
  try {
    const own = JSON.parse(sessionStorage.getItem(key()) ?? "null");
    return isSound(own) ? own : null;
  } catch {
    return null; // A frame without an origin has no storage; of other data some part is missing.
  }
}

/**
 * Whether something has everything that own data have.
 * @param {Own} own
 * @throws {TypeError} where a part is missing
 */
function isSound({ x, y, features, units, title, positive, negative, ...others }) {
  const { source = "", opening = [], named = [], shows = [] } = others;
  const isColumn = (/** @type {number[]} */ column) =>
    column.length === y.length && column.every(Number.isFinite);
  return (
    [x.length, y.length].every(Boolean) &&
    x.every(isColumn) &&
    y.every((label) => label === 0 || label === 1) &&
    [features, units].every((words) => words.length === x.length) &&
    [...features, ...units, ...named, title, positive, negative, source].every(isText) &&
    [opening, shows].every((numbers) => numbers.every(Number.isFinite))
  );
}

/** @param {unknown} value */
const isText = (value) => typeof value === "string";
