// Text and markup put into the page, only where they differ from what stands there.

// A text in the place of a text keeps its node, which is laid out again, not made again.
export function text(id, value) {
  const at = document.getElementById(id);
  if (!at || at.textContent === value) return;
  if (at.childNodes.length === 1 && at.firstChild.nodeType === Node.TEXT_NODE)
    at.firstChild.data = value;
  else at.textContent = value;
}

export function attributes(at, values) {
  for (const [name, value] of Object.entries(values)) {
    if (at.getAttribute(name) !== String(value)) at.setAttribute(name, value);
  }
}

// Markup changes seldom, the numbers in it all the time: then only the texts are replaced.
const written = new WeakMap();
export function html(at, markup) {
  if (!at) return;
  const shape = markup.replace(/>[^<]+/g, ">·");
  const texts = markup.match(/>[^<]+/g) ?? [];
  const old = written.get(at);
  if (old?.shape !== shape) {
    at.innerHTML = markup;
    written.set(at, { shape, texts, nodes: textNodes(at) });
    return;
  }
  texts.forEach((said, i) => {
    if (said !== old.texts[i]) old.nodes[i].data = decode(said.slice(1));
  });
  old.texts = texts;
}

function textNodes(at) {
  const walker = document.createTreeWalker(at, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

const decoder = document.createElement("textarea");
function decode(said) {
  if (!said.includes("&")) return said;
  decoder.innerHTML = said;
  return decoder.value;
}
