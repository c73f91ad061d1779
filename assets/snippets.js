// What is pasted into a course page to show a scene there, as text. No DOM in here.
const Snippets = (() => {
  "use strict";
  const HEIGHT = 900; // pixels, where no script sets what the page asks for

  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
  const plain = (text) => text.replace(/[[\]\\]/g, "\\$&");

  const frame = ({ src, title, height = HEIGHT }) =>
    `<iframe src="${escaped(src)}" title="${escaped(title)}" width="100%" height="${height}" style="border: 0" loading="lazy"></iframe>`;

  // from the server's address where there is one, else in full
  const script = ({ host, code }) => (host ? `<script src="${escaped(host)}" async><\/script>` : `<script>\n${code}<\/script>`);

  const html = (scene) => `${frame(scene)}\n${script(scene)}`;

  // Each makes a text of { link, src, title, height, host, code }: the scene's address, that of its
  // embedded form, and the script for the host, as an address or as code.
  const FORMATS = {
    link: { label: "Link", hint: "Opens this exact scene.", make: ({ link }) => link },
    html: { label: "HTML", hint: "The frame grows with what is in it. Also for Quarto and every page that takes HTML.", make: html },
    markdown: {
      label: "Markdown",
      hint: "For MkDocs, Sphinx and Jupyter Book 1. The link remains where no frame can be, as in print.",
      make: (scene) => `[${plain(scene.title)}: open this scene](${scene.link.replace(/[()]/g, encodeURIComponent)})\n\n${frame(scene)}\n\n${script(scene)}`,
    },
    myst: {
      label: "MyST",
      hint: "For MyST sites and Jupyter Book 2. They set the height themselves, and the frame scrolls.",
      make: ({ src, link, title }) => `:::{iframe} ${src}\n:width: 100%\n:title: ${title}\n[${plain(title)}: open this scene](${link.replace(/[()]/g, encodeURIComponent)})\n:::`,
    },
    frame: { label: "Frame", hint: "For Moodle, Canvas and others that take no script. The height stays as it is written here.", make: frame },
  };

  return { FORMATS };
})();
