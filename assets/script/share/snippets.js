// What is pasted into a course page to show a scene there, as text.
import { escaped } from "../words/markup.js";

const HEIGHT = 900; // pixels, where no script sets what the page asks for

/**
 * A scene: its address, that of its embedded form, the title of its page and the height that it
 * asks for, and the script for the page around it, as an address where a server has it and as code.
 * @typedef {object} Shared
 * @property {string} link
 * @property {string} src
 * @property {string} title
 * @property {number} [height]
 * @property {string} host empty where no server has the script
 * @property {string} code
 */

/** @param {Shared} scene */
function frame({ src, title, height = HEIGHT }) {
  const size = `width="100%" height="${height}" style="border: 0"`;
  return `<iframe src="${escaped(src)}" title="${escaped(title)}" ${size} loading="lazy"></iframe>`;
}

/** @param {Shared} scene */
function script({ host, code }) {
  // in one piece it would end the script element that this module stands in
  const end = "<" + "/script>";
  return host ? `<script src="${escaped(host)}" async>${end}` : `<script>\n${code}${end}`;
}

/** @param {Shared} scene */
const html = (scene) => `${frame(scene)}\n${script(scene)}`;

/** @param {string} text */
const plain = (text) => text.replace(/[[\]\\]/g, "\\$&");

/** @param {Shared} scene */
function markdownLink({ title, link }) {
  const target = link.replaceAll("(", "%28").replaceAll(")", "%29"); // a bracket would end the link
  return `[${plain(title)}: open this scene](${target})`;
}

/** @param {Shared} scene */
const markdown = (scene) => `${markdownLink(scene)}\n\n${frame(scene)}\n\n${script(scene)}`;

/** @param {Shared} scene */
function myst(scene) {
  const { src, title } = scene;
  return `:::{iframe} ${src}\n:width: 100%\n:title: ${title}\n${markdownLink(scene)}\n:::`;
}

/**
 * A format: how it is called, what it is for, and what makes its text of a scene. A format that is
 * a program says which file it reads, if any.
 * @typedef {object} Format
 * @property {string} label
 * @property {string} hint
 * @property {(scene: Shared, now: import("./share.js").Shown) => string} make
 * @property {(now: import("./share.js").Shown) => { name: string, text: string } | null} [file]
 */

/**
 * The formats by name; the free lab has more.
 * @type {Record<string, Format>}
 */
export const FORMATS = {
  link: { label: "Link", hint: "Opens this exact scene.", make: ({ link }) => link },
  html: {
    label: "HTML",
    hint: "The frame grows with what is in it. Also for Quarto and every page that takes HTML.",
    make: html,
  },
  markdown: {
    label: "Markdown",
    hint: "For MkDocs, Sphinx and Jupyter Book 1. The link remains where no frame can be, as in print.",
    make: markdown,
  },
  myst: {
    label: "MyST",
    hint: "For MyST sites and Jupyter Book 2. They set the height themselves, and the frame scrolls.",
    make: myst,
  },
  frame: {
    label: "Frame",
    hint: "For Moodle, Canvas and others that take no script. The height stays as it is written here.",
    make: frame,
  },
};
