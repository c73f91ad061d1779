// Own data for tests, and what reads them.
import { parseCsv } from "../../../assets/script/data/parse.js";

/** @param {string} text */
export const bytesOf = (text) => new TextEncoder().encode(text);

/**
 * The data of CSV text.
 * @param {string} text
 * @param {import("../../../assets/script/data/parse.js").Mapping} [mapping]
 */
export const read = (text, mapping = {}) => parseCsv(bytesOf(text), mapping);

/** @type {Own} */
export const SQUARE = {
  title: "A square",
  features: ["a", "b"],
  units: ["", "m"],
  positive: "in",
  negative: "out",
  x: [
    [0, 0, 1, 1],
    [0, 1, 0, 1],
  ],
  y: [0, 0, 1, 1],
};
