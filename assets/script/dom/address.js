// The address bar of the page.

/**
 * Shows the end of an address in the address bar, without loading anything.
 * @param {string} ending
 */
export function show(ending) {
  try {
    history.replaceState(null, "", ending);
  } catch {
    // A frame without an origin has no address of its own.
  }
}

/** Opens the scene that a reader writes behind the # of a file's address, which loads nothing by itself. */
export function follow() {
  addEventListener("hashchange", () => {
    if (location.hash.includes("=")) location.reload();
  });
}
