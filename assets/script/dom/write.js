// Text and markup put into the page, only where they differ from what stands there.

/**
 * Puts a text into the element with an id, if the page has it. A text that replaces a text keeps
 * its node, which the browser then only lays out again.
 * @param {string} id
 * @param {string} value
 */
export function text(id, value) {
  const at = document.getElementById(id);
  if (!at || at.textContent === value) return;
  const [only] = at.childNodes;
  if (at.childNodes.length === 1 && only instanceof Text) only.data = value;
  else at.textContent = value;
}

/**
 * Sets attributes of an element.
 * @param {Element} at
 * @param {Record<string, string | number | boolean>} values
 */
export function attributes(at, values) {
  for (const [name, value] of Object.entries(values)) {
    if (at.getAttribute(name) !== String(value)) at.setAttribute(name, String(value));
  }
}

/**
 * What stands in an element: its tags, its texts, and their nodes in the same order.
 * @type {WeakMap<Element, { shape: string, texts: string[], nodes: Text[] }>}
 */
const written = new WeakMap();

/**
 * Puts markup into an element. Its tags change seldom and the numbers between them all the time:
 * while the tags stay the same, only the texts are replaced.
 * @param {Element | null | undefined} at nothing happens without one
 * @param {string} markup
 */
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

/** @param {Element} at */
function textNodes(at) {
  const walker = document.createTreeWalker(at, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
  return nodes;
}

const decoder = document.createElement("textarea"); // reads entities such as &lt; and runs nothing

/** @param {string} said */
function decode(said) {
  if (!said.includes("&")) return said;
  decoder.innerHTML = said;
  return decoder.value;
}
