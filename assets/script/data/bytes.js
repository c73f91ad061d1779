// The bytes of a file to its text, or what they are instead of CSV text.
import { thousands } from "../frame/numbers.js";
import { DataError } from "./refusal.js";

/** Bytes of the largest file that is read. */
export const MAX_BYTES = 2 * 1024 * 1024;

/** @type {[mark: string, encoding: string][]} */
const MARKS = [
  ["\xef\xbb\xbf", "utf-8"],
  ["\xff\xfe", "utf-16le"],
  ["\xfe\xff", "utf-16be"],
];

/**
 * What files of other kinds begin with, in small letters.
 * @type {[start: string, kind: string][]}
 */
const SIGNATURES = [
  ["\x89png", "a PNG image"],
  ["\xff\xd8\xff", "a JPEG image"],
  ["gif8", "a GIF image"],
  ["pk\x03\x04", "a spreadsheet or zip archive"],
  ["\xd0\xcf\x11\xe0", "an old Excel or Office file"],
  ["\x1f\x8b", "a gzip archive"],
  ["%pdf", "a PDF"],
  ["{\\rtf", "a rich-text document"],
  ["<!doctype html", "a web page"],
  ["<html", "a web page"],
];

/**
 * Refuses a file that is too large; its size is known before it is read.
 * @param {number} size in bytes
 * @throws {DataError}
 */
export function checkSize(size) {
  if (size <= MAX_BYTES) return;
  throw new DataError(
    `The file has ${thousands(size)} bytes; the limit is ${thousands(MAX_BYTES)} (2 MiB), so keep fewer rows or columns.`,
    "too_big",
  );
}

/**
 * The text of a file, in which every line ends with a line feed.
 * @param {Uint8Array} bytes
 * @returns {string}
 * @throws {DataError} if these are too many bytes, or no text
 */
export function textOf(bytes) {
  checkSize(bytes.length);
  const start = String.fromCharCode(...bytes.subarray(0, 3));
  const [mark, encoding] = MARKS.find(([each]) => start.startsWith(each)) ?? ["", "utf-8"];
  const body = bytes.subarray(mark.length);
  checkKind(body, encoding);
  const text = decoded(body, encoding);
  if (text.includes("\0")) throw notCsv("binary data");
  return text.replace(/\r\n?/g, "\n");
}

/**
 * @param {Uint8Array} body
 * @param {string} encoding
 */
function checkKind(body, encoding) {
  const start = String.fromCharCode(...body.subarray(0, 16));
  const small = start.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const found = SIGNATURES.find(([signature]) => small.startsWith(signature));
  if (found) throw notCsv(found[1]);
  if (encoding !== "utf-8" || !body.includes(0)) return;
  // Latin letters in UTF-16 have a zero as every second byte; other binary data does not.
  const isWide = [0, 1].some((half) => half < body.length && isZero(body, half));
  throw notCsv(isWide ? "UTF-16 without a byte order mark, or binary data" : "binary data");
}

/**
 * Whether every second byte is 0.
 * @param {Uint8Array} body
 * @param {number} from
 */
function isZero(body, from) {
  for (let i = from; i < body.length; i += 2) if (body[i] !== 0) return false;
  return true;
}

/** @param {string} kind */
const notCsv = (kind) =>
  new DataError(`This is not CSV text but ${kind}; save the table as "CSV UTF-8".`, "not_csv");

/**
 * @param {Uint8Array} body
 * @param {string} encoding
 */
function decoded(body, encoding) {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    const at = firstWrong(body, encoding);
    const before = new TextDecoder(encoding, { ignoreBOM: true }).decode(body.subarray(0, at));
    const line = before.split(/\r\n?|\n/).length;
    const byte = body[at].toString(16).toUpperCase().padStart(2, "0");
    const name = encoding.slice(0, 6).replace(/-$/, "").toUpperCase();
    const says = `Line ${line}: byte 0x${byte} is not ${name} text; save the file as "CSV UTF-8".`;
    throw new DataError(says, "encoding");
  }
}

/**
 * Where the first bytes stand that are no character: the decoder takes whatever comes before them.
 * @param {Uint8Array} body
 * @param {string} encoding
 */
function firstWrong(body, encoding) {
  let [low, high] = [0, body.length]; // the first `low` bytes are sound, perhaps but for their end
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isSound(body.subarray(0, middle), encoding)) low = middle;
    else high = middle;
  }
  return wholeBefore(body, low, encoding);
}

/**
 * Whether bytes are text that may be cut in a character.
 * @param {Uint8Array} bytes
 * @param {string} encoding
 */
function isSound(bytes, encoding) {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Where the last character begins that these bytes hold a part of.
 * @param {Uint8Array} body
 * @param {number} end
 * @param {string} encoding
 */
function wholeBefore(body, end, encoding) {
  for (let at = end; at > Math.max(0, end - 4); at--) {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(body.subarray(0, at));
      return at;
    } catch {
      // The bytes up to here end within a character.
    }
  }
  return Math.max(0, end - 4);
}
