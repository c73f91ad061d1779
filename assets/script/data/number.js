// What a number is in a file.
const MAX_NUMBER = 100; // characters
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Whether a value is a number: digits with a decimal point and an exponent, if any.
 * @param {string} cell
 */
export const isNumber = (cell) => cell.length <= MAX_NUMBER && NUMBER.test(cell);
