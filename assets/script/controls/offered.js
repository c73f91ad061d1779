// What the controls show of a scene.
import { groups, values } from "../scene/inputs.js";
import { stableLimit, trainingEnd } from "../words/sentences.js";

/**
 * The inputs that a view offers, in groups under their titles, with the value that stands in each,
 * the names of those that are locked, what their sliders mark, and why training goes no further,
 * where no control says that.
 * @param {Seen} seen
 * @param {View} view
 * @param {number} mostSteps as many steps as training may take
 * @returns {{
 *   groups: [title: string, rows: Input[]][],
 *   values: Record<string, any>,
 *   locked: string[],
 *   marks: Record<string, [at: number, words: string]>,
 *   ending: string,
 * }}
 */
export function offered(seen, { offers, locks, calls = {} }, mostSteps) {
  const ending = trainingEnd(seen, mostSteps);
  const known = groups(seen.block, seen.scene, seen.page.schema, { offers, mostSteps, ending });
  const found = known.map(
    ([title, rows]) =>
      /** @type {[string, Input[]]} */ ([title, rows.map((row) => called(row, calls[row.name]))]),
  );
  const names = found.flatMap(([, rows]) => rows.map((/** @type {Input} */ { name }) => name));
  const [limit] = seen.frame.optimum.rate_limit;
  return {
    groups: found,
    values: values(seen),
    locked: names.filter(locks),
    marks: { learning_rate: [limit, stableLimit(limit)] },
    ending: names.includes("steps") ? "" : ending,
  };
}

/**
 * An input, which a view may call otherwise.
 * @param {Input} row
 * @param {[word: string, symbol: string]} [name]
 * @returns {Input}
 */
function called(row, name) {
  if (!name) return row;
  const [word, symbol] = name;
  return { ...row, word, symbol, label: `${word} ${symbol}` };
}
