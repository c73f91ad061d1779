// Sums, means and products of columns.

/** A sum that keeps what each addition rounds away (Neumaier 1974). */
export class Sum {
  #total = 0;
  #lost = 0;

  /**
   * Adds a number.
   * @param {number} v
   */
  add(v) {
    const total = this.#total;
    const next = total + v;
    this.#lost += Math.abs(total) >= Math.abs(v) ? total - next + v : v - next + total;
    this.#total = next;
  }

  /**
   * The sum so far. What was lost is not a number once the sum is infinite.
   * @returns {number}
   */
  get value() {
    return Number.isFinite(this.#lost) ? this.#total + this.#lost : this.#total;
  }
}

/**
 * The sum of some numbers, with what each addition rounds away.
 * @param {Iterable<number>} values
 * @returns {number}
 */
export function sum(values) {
  const total = new Sum();
  for (const v of values) total.add(v);
  return total.value;
}

/**
 * The mean of some numbers.
 * @param {number[]} values
 * @returns {number}
 */
export const mean = (values) => sum(values) / values.length;

/**
 * The sums of the first number, of the first two, and so on.
 * @param {number[]} values
 * @returns {number[]}
 */
export function cumsum(values) {
  let total = 0;
  return values.map((v) => {
    total += v;
    return total;
  });
}

/**
 * The sum of the products of two lists, place by place.
 * @param {number[]} a
 * @param {number[]} b
 * @returns {number}
 */
export const dot = (a, b) => a.reduce((total, v, j) => total + v * b[j], 0);
