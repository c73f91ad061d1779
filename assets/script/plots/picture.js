// A figure as a picture for slides and papers: the plot in the colours of the page, below its
// title.
import { download } from "../dom/download.js";
import { escaped } from "../words/markup.js";
import { exported } from "./bokeh.js";

const HEAD = 56; // pixels above the plot, for two lines
const SIDE = 16; // pixels left of the title
const SCALE = 2; // A picture of pixels is twice as large as the figure, for a projector.

/**
 * What stands above a plot: the title of the figure, and that of the data.
 * @typedef {{ title: string, below: string }} Titles
 */

/**
 * The figure whose plot has an id, as SVG text with its size; undefined until it is drawn.
 * @param {string} root
 * @param {Titles} titles
 */
export function svgOf(root, titles) {
  const plot = exported(root);
  if (!plot) return undefined;
  const { width, height } = plot;
  const size = `width="${width}" height="${height + HEAD}"`;
  const start = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>`;
  const ground = `<rect ${size} fill="${colour("panel")}"/>`;
  const inner = plot.svg.slice(plot.svg.indexOf("<svg")).replace("<svg", `<svg y="${HEAD}"`);
  const svg = `${start}${ground}${head(titles)}${inner}</svg>`;
  return { svg, width, height: height + HEAD };
}

/** @param {Titles} titles */
function head({ title, below }) {
  const font = style("--font").replaceAll('"', "'");
  const main = `font-family="${font}" font-size="17" font-weight="600" fill="${colour("ink")}"`;
  const small = `font-family="${font}" font-size="13" fill="${colour("muted")}"`;
  return `<text x="${SIDE}" y="27" ${main}>${escaped(title)}</text><text x="${SIDE}" y="46" ${small}>${escaped(below)}</text>`;
}

/** @param {string} name */
const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** @param {string} name of the palette */
const colour = (name) => style(`--${name}`);

/**
 * The same figure as a PNG image of twice its size.
 * @param {{ svg: string, width: number, height: number }} picture
 * @returns {Promise<Blob>}
 */
export async function pngOf({ svg, width, height }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), {
    width: width * SCALE,
    height: height * SCALE,
  });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const none = new Error("This browser makes no PNG of the figure; choose SVG.");
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(none)), "image/png"),
  );
}

/**
 * Downloads a figure as PNG or SVG.
 * @param {string} root
 * @param {Titles} titles
 * @param {{ name: string, kind: string }} file
 * @throws {Error} if the figure is not drawn
 */
export async function savePicture(root, titles, { name, kind }) {
  const picture = svgOf(root, titles);
  if (!picture) throw new Error("The figure is not drawn yet.");
  if (kind === "SVG") download(picture.svg, `${name}.svg`, "image/svg+xml");
  else download(await pngOf(picture), `${name}.png`, "image/png");
}
