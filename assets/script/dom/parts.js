// The parts of the page that a view hides or locks.

export function apply({ hides, locks, theme, embed }) {
  for (const part of document.querySelectorAll("[data-part]")) {
    const { part: name, spoken } = part.dataset;
    if (hides(name)) part.classList.add(spoken === "true" ? "visually-hidden" : "gone");
    if (locks(name)) disable(part);
  }
  document.documentElement.dataset.theme = theme;
  document.body.classList.toggle("embed", embed);
}

function disable(part) {
  for (const input of [part, ...part.querySelectorAll("select, button")]) input.disabled = true;
}
