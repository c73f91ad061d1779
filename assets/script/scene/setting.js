// One setting of a scene read from text, as logreg_app.scene reads it.
const NUMBER = /^(?=.{1,40}$)[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i; // The length bounds the work.
const ROW = /^\d{1,9}$/;
const YES = /^(1|true|yes|on)$/i;
const NO = /^(0|false|no|off|)$/i;

/** Says in a sentence which setting cannot be taken, and what would fit. */
export class SettingError extends Error {}

/**
 * The value of a setting.
 * @param {string} name
 * @param {string} text
 * @param {{ kind: string, options?: string[] }} row
 * @throws {SettingError} if the text is not of the setting's kind
 */
export function readSetting(name, text, { kind, options = [] }) {
  if (kind === "check") return readCheck(name, text);
  if (kind === "choice") return readChoice(name, text, options);
  if (kind === "moved") return readMoved(name, text);
  const value = readNumber(name, text);
  if (kind === "count" && !Number.isInteger(value))
    throw new SettingError(`${name} is a whole number, got “${text.slice(0, 20)}”.`);
  return value;
}

/**
 * @param {string} name
 * @param {string} text
 */
function readCheck(name, text) {
  if (YES.test(text)) return true;
  if (NO.test(text)) return false;
  throw new SettingError(`${name} is 1 or 0, got “${text.slice(0, 20)}”.`);
}

/**
 * @param {string} name
 * @param {string} text
 * @param {string[]} options
 */
function readChoice(name, text, options) {
  if (options.includes(text)) return text;
  const got = text.slice(0, 40);
  throw new SettingError(`${name} is one of ${options.join(", ")}, got “${got}”.`);
}

/**
 * @param {string} name
 * @param {string} text
 */
function readNumber(name, text) {
  const ascii = text.replaceAll("−", "-");
  const value = NUMBER.test(ascii) ? Number(ascii) : NaN;
  if (Number.isFinite(value)) return value;
  throw new SettingError(`${name} is a number, got “${text.slice(0, 20)}”.`);
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {Scene["moved"]}
 */
function readMoved(name, text) {
  const entries = text.split(";").filter(Boolean);
  return Object.fromEntries(entries.map((entry) => readMove(name, entry)));
}

/**
 * @param {string} name
 * @param {string} entry a row and the values of its features, such as 4:52.5
 * @returns {[number, number[]]}
 */
function readMove(name, entry) {
  const [row, ...rest] = entry.split(":");
  if (!ROW.test(row.trim()) || rest.length === 0) {
    const got = entry.slice(0, 20);
    throw new SettingError(`${name} is written row:value, such as 4:52.5, got “${got}”.`);
  }
  const values = rest.join(":").split(",");
  return [Number(row), values.map((value) => readNumber(name, value.trim()))];
}
