// Other ways to turn to the next step: arrow keys, a swipe on the text, and the browser's own
// buttons.
const SWIPE = 60; // pixels sideways
const HAS_KEYS =
  "input, textarea, select, [role=slider], [role=grid], [role=radiogroup], dialog, .scroll";

/**
 * @param {{ walk: HTMLElement, turn(by: number): void, jump(to: number): void }} hear turn goes so
 *   many steps on; jump shows a step that the browser has gone to
 */
export function bindTurns({ walk, turn, jump }) {
  addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const isElsewhere = event.target instanceof Element && event.target.closest(HAS_KEYS);
    if (!by || isElsewhere || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    event.preventDefault();
    turn(by);
  });
  /** @type {{ x: number, y: number } | null} */
  let began = null;
  walk.addEventListener("touchstart", ({ touches, target }) => {
    const isHandle = target instanceof Element && target.closest(HAS_KEYS);
    const [{ clientX: x, clientY: y }] = touches;
    began = isHandle || touches.length > 1 ? null : { x, y };
  });
  walk.addEventListener("touchend", ({ changedTouches }) => {
    if (!began) return;
    const [{ clientX, clientY }] = changedTouches;
    const [dx, dy] = [clientX - began.x, clientY - began.y];
    if (Math.abs(dx) > SWIPE && Math.abs(dx) > 2 * Math.abs(dy)) turn(dx < 0 ? 1 : -1);
    began = null;
  });
  addEventListener("popstate", ({ state }) => {
    if (state?.step) jump(state.step);
  });
}
