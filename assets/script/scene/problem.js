// What is said of a text in an address that cannot be taken. The sentences come from Python.
const PLACE = /\{(\w+)(?::\.(\d+))?\}/g; // {name}, or {name:.20} for its first 20 characters

/**
 * A sentence about what was left out or changed, with its places filled in.
 * @param {Pick<Schema, "problems" | "tolerated">} schema
 * @param {string} key which way to be wrong
 * @param {Record<string, string | number>} places
 */
export function problem({ problems, tolerated }, key, places) {
  const sentence = tolerated[key] ?? problems[key];
  return sentence.replace(PLACE, (_, name, length) => {
    const text = String(places[name]);
    return length === undefined ? text : text.slice(0, Number(length));
  });
}
