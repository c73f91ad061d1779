// Own data that are too large for an address, kept while the tab is open, also over a reload.
const KEY = `logreg-explorable/own${location.pathname}`; // Files share their storage.

/**
 * Keeps data; false where the browser has no room for them, or keeps nothing for this page.
 * @param {Own} own
 */
export function keep(own) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(own));
    return true;
  } catch {
    return false;
  }
}

/**
 * The data that were kept last, if any.
 * @returns {Own | null}
 */
export function draft() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}
