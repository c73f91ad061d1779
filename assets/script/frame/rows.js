// Which samples are drawn, and have a row of the table samples.
import { perData } from "./per-data.js";

/**
 * The rows that were asked for last, of each data set.
 * @type {(data: Data) => { key: string, rows: number[] }}
 */
const last = perData(() => ({ key: "", rows: [] }));

/**
 * The samples that are drawn, counted from 0: of every so many one, and the chosen one at the end
 * where it is none of these. The same samples are the same array, so that what is made of them can
 * be kept.
 * @param {Data} data
 * @param {number} every
 * @param {number} chosen
 * @returns {number[]}
 */
export function drawnRows(data, every, chosen) {
  const others = chosen % every === 0 ? [] : [chosen];
  const key = [every, ...others].join();
  const kept = last(data);
  if (kept.key !== key) {
    const count = Math.ceil(data.y.length / every);
    kept.rows = [...Array.from({ length: count }, (_, i) => i * every), ...others];
    kept.key = key;
  }
  return kept.rows;
}
