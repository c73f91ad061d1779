// What is pasted into a course page to show a scene there, as text.
import { escaped } from "../words/markup.js";

const HEIGHT = 900; // pixels, where no script sets what the page asks for

// A scene is { link, src, title, height, host, code }: its address, that of its embedded form, and the
// script for the page around it, as an address or as code.
function frame({ src, title, height = HEIGHT }) {
  const size = `width="100%" height="${height}" style="border: 0"`;
  return `<iframe src="${escaped(src)}" title="${escaped(title)}" ${size} loading="lazy"></iframe>`;
}

// From the server's address where there is one, else in full; the page's own script must not end here.
function script({ host, code }) {
  const end = "<" + "/script>";
  return host ? `<script src="${escaped(host)}" async>${end}` : `<script>\n${code}${end}`;
}

const html = (scene) => `${frame(scene)}\n${script(scene)}`;

const plain = (text) => text.replace(/[[\]\\]/g, "\\$&");

function markdownLink({ title, link }) {
  return `[${plain(title)}: open this scene](${link.replace(/[()]/g, encodeURIComponent)})`;
}

function myst(scene) {
  const { src, title } = scene;
  return `:::{iframe} ${src}\n:width: 100%\n:title: ${title}\n${markdownLink(scene)}\n:::`;
}

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
    make: (scene) => `${markdownLink(scene)}\n\n${frame(scene)}\n\n${script(scene)}`,
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
