// Makes frames with the explorable as high as what is in them: load it once, anywhere on the page.
addEventListener("message", ({ source, origin, data }) => {
  if (data?.type !== "logreg-explorable.height" || !Number.isFinite(data.height)) return;
  const height = Math.min(Math.max(Math.ceil(data.height), 100), 10000);
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow !== source) continue;
    // A sandboxed page has no origin; any other one has that of the frame's address, unless it has gone elsewhere.
    const isApart = frame.sandbox.length > 0 && !frame.sandbox.contains("allow-same-origin");
    const expected = isApart ? "null" : new URL(frame.src, location.href).origin;
    if (origin === expected) frame.style.height = `${height}px`;
  }
});
// A frame that was there first has told its height before anyone listened.
for (const { contentWindow } of document.querySelectorAll("iframe"))
  contentWindow?.postMessage({ type: "logreg-explorable.ask" }, "*");
