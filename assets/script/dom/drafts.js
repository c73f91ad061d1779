// What a reader has entered and not committed yet, kept while the tab is open, also over a reload.
const KEY = "logreg-explorable/draft/";

/**
 * Does something with the browser's storage; a frame without an origin has none, and nothing is
 * kept.
 * @template Result
 * @param {(storage: Storage) => Result} act
 * @returns {Result | null}
 */
function withStorage(act) {
  try {
    return act(sessionStorage);
  } catch {
    return null;
  }
}

/**
 * Keeps a draft.
 * @param {string} where its place: lesson/question for an answer, or the id of a number box
 * @param {string | null} text what stands in the entry; nothing is kept for an empty one
 */
export function keepDraft(where, text) {
  withStorage((storage) =>
    text ? storage.setItem(KEY + where, text) : storage.removeItem(KEY + where),
  );
}

/**
 * The draft of a place; null if there is none.
 * @param {string} where
 */
export const draftOf = (where) => withStorage((storage) => storage.getItem(KEY + where));
