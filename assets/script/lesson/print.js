// A lesson on paper: all its steps as one document, with a picture of each stage.
import { byId, el } from "../dom/element.js";

const SETTLE = 350; // ms until the plots of a step are drawn

/** @param {number} ms */
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * Lets the button print: it walks through the steps, keeps a picture of each stage in its text,
 * comes back and opens the browser's own dialog.
 * @param {{ last: number, enter(number: number): void, way(): () => void }} walk way gives the way
 *   back
 */
export function bindPrint({ last, enter, way }) {
  byId("print").addEventListener("click", async () => {
    const back = way();
    document.body.classList.add("printing");
    for (const old of document.querySelectorAll(".step .picture")) old.remove();
    for (let number = 1; number < last; number++) {
      enter(number);
      await wait(SETTLE);
      byId(`step-${number}`).querySelector("h2")?.after(picture());
    }
    back();
    document.body.classList.remove("printing");
    window.print();
  });
}

/** A picture of every plot that is on the stage now, with its title. */
function picture() {
  const shown = [...document.querySelectorAll(".figures > .figure:not([hidden], .gone)")];
  const images = shown.map((card) => {
    const title = card.querySelector("h2")?.textContent ?? "";
    return el("figure", {}, el("figcaption", { textContent: title }), drawn(card));
  });
  return el("div", { className: "picture" }, ...images);
}

/**
 * The canvases of a figure as one picture. Bokeh draws each plot on several of them, one over the
 * other; they lie in shadow trees, which are open.
 * @param {Element} card
 */
function drawn(card) {
  const host = /** @type {HTMLElement} */ (card.querySelector(".plot"));
  const box = host.getBoundingClientRect();
  const scale = 2;
  const sheet = el("canvas", { width: box.width * scale, height: box.height * scale });
  const context = /** @type {CanvasRenderingContext2D} */ (sheet.getContext("2d"));
  for (const canvas of canvases(host)) {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const place = [left - box.left, top - box.top, width, height].map((v) => v * scale);
    if (canvas.width && canvas.height)
      context.drawImage(canvas, place[0], place[1], place[2], place[3]);
  }
  return el("img", { src: sheet.toDataURL("image/png"), alt: host.ariaLabel ?? "" });
}

/**
 * @param {Element | ShadowRoot} root
 * @returns {HTMLCanvasElement[]}
 */
function canvases(root) {
  return [...root.querySelectorAll("*")].flatMap((each) => {
    if (each instanceof HTMLCanvasElement) return [each];
    return each.shadowRoot ? canvases(each.shadowRoot) : [];
  });
}
