// Links to scenes, which are plain addresses.

/**
 * Makes a link open its scene without leaving the page, unless the reader asks for another window.
 * @param {HTMLAnchorElement} link
 * @param {(scene: Record<string, string>) => void} show
 */
export function bindScene(link, show) {
  link.addEventListener("click", (e) => {
    if (e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    const query = (link.getAttribute("href") ?? "").slice(1);
    const { lesson, ...settings } = Object.fromEntries(new URLSearchParams(query));
    show(settings);
  });
}
