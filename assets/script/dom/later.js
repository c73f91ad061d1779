// Work that can wait until the plots, which the eye is on, are painted.
const FRAMES = 3; // Digits that change more often than every third frame cannot be read.

/**
 * Makes a function that does the work once, some frames later, however often it is called until then.
 * @param {() => void} work
 * @returns {() => void}
 */
export function later(work) {
  let isDue = false;
  const go = () => {
    isDue = false;
    work();
  };
  return () => {
    if (isDue) return;
    isDue = true;
    afterFrames(FRAMES, () => setTimeout(go)); // the timer lets that frame be painted first
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
