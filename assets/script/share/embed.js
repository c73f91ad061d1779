// The page in a frame: it tells the page around it how high it is, whenever that changes.
const HEIGHT = "logreg-explorable.height"; // type of the message that tells the height
const ASK = "logreg-explorable.ask"; // type of a message that asks for it again

/** Makes links stay in the frame and tells the height, if the page is embedded. */
export function startEmbed() {
  if (!document.body.classList.contains("embed")) return;
  for (const link of document.querySelectorAll(".lesson-link")) stay(link);
  if (parent !== window) tellHeight();
}

/**
 * Makes a link to another lesson open it embedded too.
 * @param {Element} link
 */
function stay(link) {
  const href = link.getAttribute("href") ?? "";
  link.setAttribute("href", href.includes("?") ? `${href}&embed=1` : `${href}#embed=1`);
}

function tellHeight() {
  let told = 0;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    post(height);
  };
  tell(); // a frame that is out of sight is not drawn, and observers hear nothing
  new ResizeObserver(tell).observe(document.body);
  // a page around that was not listening yet asks once it is
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.type !== ASK) return;
    told = 0;
    tell();
  });
}

/**
 * Tells the height to any page around, in this page's words and in those of learning platforms
 * (LTI). A height is no secret, and the server decides who may frame the page.
 * @param {number} height in pixels
 */
function post(height) {
  parent.postMessage({ type: HEIGHT, height }, "*");
  parent.postMessage(JSON.stringify({ subject: "lti.frameResize", height }), "*");
}
