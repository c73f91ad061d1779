// Makes frames with the explorable as high as what is in them: load it once, anywhere on the page.
addEventListener("message", ({ source, origin, data }) => {
  if (data?.type !== "logreg-explorable.height" || !Number.isFinite(data.height)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow !== source) continue;
    const apart = frame.sandbox.length > 0 && !frame.sandbox.contains("allow-same-origin");
    const expected = apart ? "null" : new URL(frame.src, location.href).origin;
    if (origin === expected) frame.style.height = `${Math.min(Math.max(Math.ceil(data.height), 100), 10000)}px`;
  }
});
// a frame that was there first has told its height before anyone listened
for (const { contentWindow } of document.querySelectorAll("iframe")) contentWindow?.postMessage({ type: "logreg-explorable.ask" }, "*");
