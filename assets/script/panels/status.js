// The sentence that is spoken when nothing has moved for a while.
import { byId } from "../dom/element.js";
import { attributes, text } from "../dom/write.js";
import { status } from "../words/sentences.js";

const PAUSE = 400; // ms of rest before it is spoken

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;

/**
 * Speaks about what stands on the page once it has stood still; while training runs, a slow machine
 * may pause for longer between two steps, and nothing is said.
 * @param {() => Now} now what the page shows at the moment of speaking: a question may have opened
 */
export function speak(now) {
  const at = /** @type {HTMLElement} */ (byId("status"));
  const say = () => {
    if (document.body.dataset.running) {
      pause = setTimeout(say, PAUSE);
      return;
    }
    const { frame, data, scene, path } = now();
    text("status", status(frame.summary, data, scene, path.length - 1));
    attributes(at, { "aria-busy": false });
  };
  clearTimeout(pause);
  attributes(at, { "aria-busy": true });
  pause = setTimeout(say, PAUSE);
}
