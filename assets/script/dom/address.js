// The address bar of the page.

/**
 * Shows the end of an address in the address bar, without loading anything.
 * @param {string} ending
 */
export function show(ending) {
  try {
    history.replaceState(history.state, "", ending);
  } catch {
    // A frame without an origin has no address of its own.
  }
}

/**
 * Gives the present address a state that a later popstate event brings back.
 * @param {object} state
 */
export function mark(state) {
  try {
    history.replaceState(state, "");
  } catch {
    // A frame without an origin has no history of its own.
  }
}

/**
 * Shows the end of an address as a new one, from which the browser can go back.
 * @param {string} ending
 * @param {object} state what a later popstate event brings back
 */
export function push(ending, state) {
  try {
    history.pushState(state, "", ending);
  } catch {
    // A frame without an origin has no history of its own.
  }
}

/**
 * Opens the scene that a reader writes behind the # of a file's address, which loads nothing by
 * itself.
 */
export function follow() {
  addEventListener("hashchange", () => {
    // What stands in the history with a state, the page has put there itself.
    if (location.hash.includes("=") && !history.state) location.reload();
  });
}
