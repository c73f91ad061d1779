// Why a figure cannot show a data set, in words.

const NUMBERS = ["no", "one", "two", "three"];

/** @param {number} count */
const features = (count) => `${NUMBERS[count] ?? count} feature${count === 1 ? "" : "s"}`;

/**
 * Why a figure cannot show a data set; empty where it can. A figure that says null has no limit.
 * @param {{ features?: number[] | null, most?: number | null }} figure
 * @param {Pick<Block, "x" | "y">} block
 * @returns {string}
 */
export function unfit({ features: able, most }, { x, y }) {
  const [d, n] = [x.length, y.length];
  if (able && !able.includes(d)) {
    return `needs ${able.map(features).join(" or ")}; this data set has ${features(d)}`;
  }
  if (most && n > most) return `shows at most ${most} samples; this data set has ${n}`;
  return "";
}
