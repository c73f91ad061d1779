// A browser's storage of texts by their keys, made up for tests.

/** @param {PropertyDescriptor} what */
const define = (what) =>
  Object.defineProperty(globalThis, "localStorage", { ...what, configurable: true });

/**
 * Puts a storage in place.
 * @param {Record<string, string>} [held] what it holds
 * @param {boolean} [isFull] whether it refuses everything else
 * @returns {Map<string, string>}
 */
export function useStorage(held = {}, isFull = false) {
  const texts = new Map(Object.entries(held));
  const getItem = (/** @type {string} */ key) => texts.get(key) ?? null;
  const setItem = (/** @type {string} */ key, /** @type {string} */ text) => {
    if (isFull) throw new Error("QuotaExceededError");
    texts.set(key, text);
  };
  define({ value: { getItem, setItem } });
  return texts;
}

/** Makes the storage a thing that may not even be asked for, as in a frame without an origin. */
export function useNoStorage() {
  define({
    get: () => {
      throw new Error("SecurityError");
    },
  });
}
