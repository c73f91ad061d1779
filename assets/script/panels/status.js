// The sentence that is spoken when nothing has moved for a while.
import { byId } from "../dom/element.js";
import { attributes, text } from "../dom/write.js";
import { status } from "../words/sentences.js";

const PAUSE = 400; // ms of rest before it speaks
let quiet; // the timer of the pause

export function speak({ frame, data, scene, path }) {
  clearTimeout(quiet);
  attributes(byId("status"), { "aria-busy": true });
  quiet = setTimeout(() => {
    text("status", status(frame.summary, data, scene, path.length - 1));
    attributes(byId("status"), { "aria-busy": false });
  }, PAUSE);
}
