// What depends on a data set alone is made once, and kept for as long as the data set lives. So a
// data set is never changed in place: one that differs is another object.

/**
 * A function that makes something of a data set, and of a key if it has one, once for each of them.
 * @template Made
 * @template [Key=void]
 * @param {(data: Data, key: Key) => Made} make
 * @returns {(data: Data, key: Key) => Made}
 */
export function perData(make) {
  /** @type {WeakMap<Data, Map<Key, Made>>} */
  const kept = new WeakMap();
  return (data, key) => {
    const made = kept.get(data) ?? new Map();
    if (!kept.has(data)) kept.set(data, made);
    if (!made.has(key)) made.set(key, make(data, key));
    return made.get(key);
  };
}

/** The number of samples with y = 1. */
export const ones = perData(({ y }) => y.reduce((total, v) => total + v, 0));
