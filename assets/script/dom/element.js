// Elements of the page: found by their id, or made.

/**
 * The element with an id. Where a page may leave it out, the caller checks for null.
 * @param {string} id
 */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * The same for an input.
 * @param {string} id
 */
export const input = (id) => /** @type {HTMLInputElement} */ (document.getElementById(id));

/**
 * The same for a select.
 * @param {string} id
 */
export const select = (id) => /** @type {HTMLSelectElement} */ (document.getElementById(id));

/**
 * The same for a button.
 * @param {string} id
 */
export const button = (id) => /** @type {HTMLButtonElement} */ (document.getElementById(id));

/**
 * The same for a table.
 * @param {string} id
 */
export const table = (id) => /** @type {HTMLTableElement} */ (document.getElementById(id));

/**
 * Makes an element with properties and children; a child may be a text.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} [properties]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/**
 * A button with words on it.
 * @param {string} textContent
 * @param {() => void} act what a click or a key on it does
 */
export function press(textContent, act) {
  const made = el("button", { type: "button", textContent });
  made.addEventListener("click", act);
  return made;
}
