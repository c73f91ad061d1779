/**
 * Puts a frame with the explorable after the script element that asked for it. The frame keeps it apart
 * from the styles and ids of the page around it.
 * @param {{ element: string, src: string, title: string, height: number, refused: boolean }} asked
 */
function show({ element, src, title, height, refused }) {
  const place = /** @type {HTMLElement} */ (document.getElementById(element));
  if (refused) {
    place.after(
      `This server does not let pages of ${location.origin} show it; its option --allow-origin would.`,
    );
    return;
  }
  const look = { src, title, width: "100%", height: String(height) };
  const frame = Object.assign(document.createElement("iframe"), look);
  frame.style.border = "0";
  place.after(frame);
}
