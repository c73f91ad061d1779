// The address bar of the page.

export function show(ending) {
  try {
    history.replaceState(null, "", ending);
  } catch {
    // a frame without an origin has no address of its own
  }
}

// In a file another scene's address differs in what follows # only, which loads nothing by itself.
export function follow() {
  addEventListener("hashchange", () => location.hash.includes("=") && location.reload());
}
