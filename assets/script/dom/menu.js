// The menus at the top, native details elements, close as menus do.

/**
 * Closes an open menu on Escape, which leaves the focus on what opens it, and on whatever a reader
 * presses or focuses outside of it.
 * @param {HTMLDetailsElement} menu
 */
export function closeByItself(menu) {
  /** @param {Event} event */
  const leave = ({ target }) => {
    if (!menu.contains(/** @type {Node} */ (target))) menu.open = false;
  };
  document.addEventListener("pointerdown", leave);
  document.addEventListener("focusin", leave);
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
}
