// The trace table as CSV: every sample with all its numbers. The page and the core read the file
// again.
import { compute } from "../frame/compute.js";
import { allDigits } from "../frame/numbers.js";
import { settingsAt } from "../frame/settings.js";
import { safe } from "./csv.js";

const DRAWN = /^loss_/; // columns that only say where a loss is drawn

/**
 * The table of all samples as CSV text, above it what its columns mean.
 * @param {Now & { shadow?: number[][] }} now
 */
export function traceCsv({ block, data, scene, path, shadow }) {
  const { samples } = compute(data, settingsAt(scene, path, shadow), ["samples"]);
  const names = Object.keys(samples).filter((name) => !DRAWN.test(name));
  const rows = data.y.map((_, i) => names.map((name) => allDigits(samples[name][i])).join());
  return [...comments(block, data, names), names.join(), ...rows, ""].join("\n");
}

/**
 * What stands above the table. A feature's name and unit stand in a list with one entry for each
 * column that could be a feature.
 * @param {Block} block
 * @param {Data} data
 * @param {string[]} names
 */
function comments({ title, positive, negative }, { features, units, x }, names) {
  const others = names.filter((name) => name !== "y").slice(x.length);
  const all = (/** @type {string[]} */ own, /** @type {string[]} */ rest) =>
    [...own.slice(0, x.length).map((text) => text.replaceAll(";", ",")), ...rest].join("; ");
  const lines = [
    ["title", title],
    ["feature", all(features, others)],
    [
      "unit",
      all(
        units,
        others.map(() => ""),
      ),
    ],
    ["positive", positive],
    ["negative", negative],
  ];
  return lines.filter(([, text]) => text).map(([key, text]) => `# ${key}: ${safe(text)}`);
}
