// Why a figure cannot show a data set, and what it could show.
import { thousands } from "../frame/numbers.js";

const WORDS = ["no", "one", "two", "three", "four"];

/** What stands in the place of a figure of the chosen sample where none is chosen. */
export const CHOOSE =
  "No sample is chosen. Choose one in a plot or in the trace table to see it here.";

/** @typedef {Pick<Figure, "features" | "most">} Ability */

/**
 * Why a figure cannot show a data set, and which one it could show, if any.
 * @param {Ability} figure
 * @param {Pick<Block, "title" | "x" | "y">} block
 * @param {string | undefined} example the title of a data set that it could show
 * @param {boolean} isChosen whether a reader can choose another data set
 */
export function unfit(figure, block, example, isChosen) {
  const why = reason(figure, block);
  if (example === undefined) return why;
  return isChosen
    ? `${why} Choose a data set with ${able(figure)}, such as “${example}”.`
    : `${why} It can show “${example}”.`;
}

/**
 * @param {Ability} figure
 * @param {Pick<Block, "title" | "x" | "y">} block
 */
function reason({ features, most }, { title, x, y }) {
  if (features && !features.includes(x.length))
    return `This figure shows ${counted(features)}; “${title}” has ${inWords(x.length)}.`;
  return `This figure shows at most ${thousands(most ?? 0)} samples; “${title}” has ${thousands(y.length)}.`;
}

/** @param {Ability} figure */
function able({ features, most }) {
  const parts = [
    ...(features ? [counted(features)] : []),
    ...(most === null ? [] : [`at most ${thousands(most)} samples`]),
  ];
  return parts.join(" and ");
}

/** @param {number[]} numbers of features */
function counted(numbers) {
  const last = numbers[numbers.length - 1];
  return `${numbers.map(inWords).join(" or ")} ${last === 1 ? "feature" : "features"}`;
}

/** @param {number} count */
const inWords = (count) => WORDS[count] ?? String(count);
