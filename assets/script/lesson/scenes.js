// Links to scenes, which are plain addresses; here they open without leaving the page.
export function bindScene(link, show) {
  link.addEventListener("click", (e) => {
    if (e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    const { lesson, ...settings } = Object.fromEntries(
      new URLSearchParams(link.getAttribute("href").slice(1)),
    );
    show(settings);
  });
}
