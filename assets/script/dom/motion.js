// Motion that takes a while, for readers who have not asked for less of it.
const STILL = "(prefers-reduced-motion: reduce)";

/** Whether the reader has asked for less motion. */
export const isStill = () => matchMedia(STILL).matches;

/**
 * Calls a function in every frame with the share of the way, from 0 to 1, slower at both ends.
 * @param {number} duration in ms
 * @param {(share: number) => void} move
 * @returns {() => void} ends it where it is
 */
export function animate(duration, move) {
  let isOver = false;
  /** @type {number | undefined} */
  let began;
  /** @param {number} now */
  const frame = (now) => {
    if (isOver) return;
    began ??= now;
    const share = Math.min((now - began) / duration, 1);
    move(share * share * (3 - 2 * share));
    if (share < 1) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  return () => {
    isOver = true;
  };
}
