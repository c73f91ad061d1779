// Work that can wait until the plots, which the eye is on, are painted.
const FRAMES = 3; // Digits that change more often than every third frame cannot be read.

/**
 * Makes a function that does the work once, some frames later, however often it is called until
 * then.
 * @param {() => void} work
 * @returns {() => void}
 */
export function later(work) {
  // the timer lets that frame be painted first
  return once(work, (go) => afterFrames(FRAMES, () => setTimeout(go)));
}

/**
 * Makes a function that does the work once, so many ms later, however often it is called until
 * then.
 * @param {() => void} work
 * @param {number} ms
 * @returns {() => void}
 */
export function seldom(work, ms) {
  return once(work, (go) => setTimeout(go, ms));
}

/**
 * Makes a function that has the work done, unless that is due already.
 * @param {() => void} work
 * @param {(go: () => void) => void} plan calls what it is given when the time has come
 */
function once(work, plan) {
  let isDue = false;
  const go = () => {
    isDue = false;
    work();
  };
  return () => {
    if (isDue) return;
    isDue = true;
    plan(go);
  };
}

/**
 * @param {number} count
 * @param {() => void} work
 */
function afterFrames(count, work) {
  if (count === 0) work();
  else requestAnimationFrame(() => afterFrames(count - 1, work));
}
