// Changes of single samples; each gives other data and leaves those that it was given.

/**
 * Data of the page under a title of their own, so that the originals stay what they are.
 * @param {Own} own
 * @returns {Own}
 */
export const copyOf = (own) => ({ ...own, title: `${own.title} (your copy)` });

/**
 * The data with other values of one sample.
 * @param {Own} own
 * @param {number} i from 0
 * @param {number[]} x
 * @param {number} y
 * @returns {Own}
 */
export const placed = (own, i, x, y) => ({
  ...own,
  x: own.x.map((column, j) => column.with(i, x[j])),
  y: own.y.with(i, y),
});

/**
 * The data with one more sample at the end.
 * @param {Own} own
 * @param {number[]} x
 * @param {number} y
 * @returns {Own}
 */
export const added = (own, x, y) => ({
  ...own,
  x: own.x.map((column, j) => [...column, x[j]]),
  y: [...own.y, y],
});

/**
 * The data without one sample; the last one stays, since there is no page without samples.
 * @param {Own} own
 * @param {number} i
 * @returns {Own}
 */
export function removed(own, i) {
  if (own.y.length === 1) return own;
  const without = (/** @type {any[]} */ all) => all.toSpliced(i, 1);
  const named = own.named && i < own.named.length ? without(own.named) : own.named;
  return { ...own, x: own.x.map(without), y: without(own.y), named };
}

/**
 * The value of a feature nearest to another one, to a step of its slider.
 * @param {number} value
 * @param {number} step
 */
export const stepped = (value, step) => Number((Math.round(value / step) * step).toPrecision(12));
