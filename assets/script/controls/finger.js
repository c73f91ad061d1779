// A finger on a slider: whether it drags the thumb or scrolls the page shows only when it moves.
const DRAG = 8; // pixels sideways that make a drag

/**
 * Calls `take` whenever the hand has moved a slider. A browser moves the thumb as soon as a finger
 * touches the slider; that waits until the finger moves sideways or goes up, and is taken back if
 * the browser finds that the finger scrolls the page.
 * @param {HTMLInputElement} slider
 * @param {() => void} take
 */
export function hearMoves(slider, take) {
  /**
   * Where a finger went down, and the value then; null once the finger drags.
   * @type {{ x: number, value: string } | null}
   */
  let touch = null;
  const decide = () => {
    const isMoved = touch !== null && slider.value !== touch.value;
    touch = null;
    if (isMoved) take();
  };
  slider.addEventListener("pointerdown", ({ pointerType, clientX }) => {
    touch = pointerType === "touch" ? { x: clientX, value: slider.value } : null;
  });
  slider.addEventListener("pointermove", ({ clientX }) => {
    if (touch && Math.abs(clientX - touch.x) > DRAG) decide();
  });
  slider.addEventListener("pointerup", decide);
  slider.addEventListener("pointercancel", () => {
    if (touch) slider.value = touch.value;
    touch = null;
  });
  slider.addEventListener("input", () => {
    if (!touch) take();
  });
}
