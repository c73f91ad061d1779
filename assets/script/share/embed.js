// The page in a frame: it tells the page around it how high it is, whenever that changes.
const HEIGHT = "logreg-explorable.height"; // what it tells
const ASK = "logreg-explorable.ask"; // what it is asked by a page that was not listening yet

export function startEmbed() {
  if (!document.body.classList.contains("embed")) return;
  for (const link of document.querySelectorAll(".lesson-link")) stay(link);
  if (parent !== window) tellHeight();
}

// A link to another lesson leads to the page as it is here.
function stay(link) {
  const href = link.getAttribute("href");
  link.setAttribute("href", href.includes("?") ? `${href}&embed=1` : `${href}#embed=1`);
}

function tellHeight() {
  let told = 0;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    // to whoever it is: a height is no secret, and who may frame the page is the server's to say
    parent.postMessage({ type: HEIGHT, height }, "*");
    parent.postMessage(JSON.stringify({ subject: "lti.frameResize", height }), "*");
  };
  tell(); // out of sight a frame is not drawn, and nothing is observed
  new ResizeObserver(tell).observe(document.body);
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.type !== ASK) return;
    told = 0;
    tell();
  });
}
