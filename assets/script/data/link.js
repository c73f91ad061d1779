// Own data as the text of an address, and back. The text is CSV, or the same compressed where that
// is shorter; a semicolon may stand for the end of a line.
import { MAX_BYTES } from "./bytes.js";
import { csvOf } from "./csv.js";
import { parseCsv } from "./parse.js";
import { DataError } from "./refusal.js";

const LONGEST = 2000; // characters; chats and learning platforms cut longer addresses
const MOST_VALUES = 2000; // There is no need to try with more of them.
const COMPRESSED = /^[\w-]+$/; // CSV has at least two columns, with a comma between them.
const DAMAGED =
  "The data in this address are damaged, so the page opens with its own: copy the whole address again.";

const UNFIT = "The page opens with its own data, since those of this address cannot be used:";

/** Says why an address brings no data. */
export class LinkError extends Error {}

/**
 * CSV text of own data that an address can carry; null where it is too long.
 * @param {Own} own
 * @returns {string | null}
 */
export function plainText(own) {
  if (own.y.length * own.x.length > MOST_VALUES) return null;
  const csv = csvOf(own);
  if (csv === null) return null;
  return csv.includes(";") ? csv : csv.trimEnd().replaceAll("\n", ";");
}

/**
 * The shortest text of own data for an address; null where each is too long.
 * @param {Own} own
 * @returns {Promise<string | null>}
 */
export async function shortText(own) {
  const text = plainText(own);
  if (text === null) return null;
  const packed = await compressed(text);
  const shortest = lengthOf(packed) < lengthOf(text) ? packed : text;
  return fits(shortest) ? shortest : null;
}

/**
 * The same, where it is short enough as it is.
 * @param {Own} own
 */
export function shortPlainText(own) {
  const text = plainText(own);
  return text !== null && fits(text) ? text : null;
}

/** @param {string} text */
const fits = (text) => lengthOf(text) <= LONGEST;

/**
 * The length of a text in an address.
 * @param {string} text
 */
const lengthOf = (text) => new URLSearchParams({ data: text }).toString().length;

/**
 * The data of an address.
 * @param {string} text
 * @returns {Promise<Own>}
 * @throws {LinkError} if the text is damaged
 */
export async function ownOf(text) {
  try {
    const csv = COMPRESSED.test(text) ? await expanded(text) : text;
    const lines = csv.includes("\n") ? csv : csv.replaceAll(";", "\n");
    return parseCsv(new TextEncoder().encode(lines), { name: "" });
  } catch (error) {
    throw new LinkError(error instanceof DataError ? `${UNFIT} ${error.message}` : DAMAGED);
  }
}

/** @param {string} text */
async function compressed(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {string} text */
async function expanded(text) {
  const base64 = text.replaceAll("-", "+").replaceAll("_", "/");
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream("deflate-raw"))
    .getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let [csv, size] = ["", 0];
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > MAX_BYTES) throw new LinkError(DAMAGED); // a few characters may expand to gigabytes
    csv += decoder.decode(part.value, { stream: true });
  }
  return csv + decoder.decode();
}
