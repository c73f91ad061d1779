// A text as a value of CSV, in quotes where it needs them, and safe from spreadsheets.
const FORMULA = /^[=+\-@\t\r]/; // A spreadsheet runs a cell that begins so.
const SEPARATED = /([,;\t|])(\s*)(?=[=+\-@])/g; // the same within a line that a spreadsheet splits

/**
 * A text as a value of CSV, in quotes where it needs them.
 * @param {string} text
 */
export const cell = (text) => (/[",;\t|\n#]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * A text that no spreadsheet takes for a formula.
 * @param {string} text
 */
export const safe = (text) =>
  (FORMULA.test(text) ? "'" : "") + text.replace(/[\n\r]/g, " ").replace(SEPARATED, "$1$2'");
