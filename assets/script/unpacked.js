// The tables of an answer, whose numbers come as bytes, one column after the other.

/**
 * The tables of an answer.
 * @param {object} packed
 * @param {string} packed.shapes the shape of each column of each table as JSON, or { text: its
 *   words }
 * @param {ArrayBuffer} packed.numbers the numbers of all columns, one column after the other
 * @returns {Frame}
 */
export function unpacked({ shapes, numbers }) {
  const flat = new Float64Array(numbers);
  let at = 0;
  /** @param {number} count */
  const next = (count) => {
    at += count;
    return flat.slice(at - count, at);
  };
  /** @type {Record<string, Record<string, Shape>>} */
  const tables = JSON.parse(shapes);
  return eachValue(tables, (columns) => eachValue(columns, (shape) => column(shape, next)));
}

/** @typedef {number[] | { text: string | string[] }} Shape */

/**
 * A column: words, one number, a list of numbers, or images, of which there is one.
 * @param {Shape} shape
 * @param {(count: number) => Float64Array} next takes the next numbers
 */
function column(shape, next) {
  if ("text" in shape) return shape.text;
  const numbers = next(shape.reduce((product, size) => product * size, 1));
  if (shape.length === 0) return numbers[0];
  if (shape.length === 1) return Array.from(numbers);
  return [{ flat: numbers, shape: shape.slice(1) }];
}

/**
 * An object with the same names, each with what is made of its value.
 * @template Value, Made
 * @param {Record<string, Value>} named
 * @param {(value: Value) => Made} make
 * @returns {Record<string, Made>}
 */
function eachValue(named, make) {
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [name, make(value)]));
}
