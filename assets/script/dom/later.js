// Work that can wait until the plots, which the eye is on, are painted.
const FRAMES = 3; // from one writing of the numbers to the next: digits need not come more often

// A function that does the work once, some frames later, however often it is called until then.
export function later(work) {
  let due = false;
  const go = () => {
    due = false;
    work();
  };
  return () => {
    if (due) return;
    due = true;
    let left = FRAMES;
    const wait = () => {
      left -= 1;
      if (left >= 0) requestAnimationFrame(wait);
      else setTimeout(go);
    };
    wait();
  };
}
