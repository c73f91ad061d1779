function show({ element, src, title, height, refused }) {
  // the place of the script that asked; what it asks for stands in a frame, apart from the host's page
  const place = document.getElementById(element);
  if (refused) return place.after(`This server does not let pages of ${location.origin} show it; its option --allow-origin would.`);
  const frame = Object.assign(document.createElement("iframe"), { src, title, width: "100%", height });
  frame.style.border = "0";
  place.after(frame);
}
