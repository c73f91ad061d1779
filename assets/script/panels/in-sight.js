// While something moves, only what is in sight is written. The rest waits until nothing moves.

/** @type {Set<() => void>} */
const waiting = new Set();

/** @type {Set<Element>} */
const unseen = new Set();

/** @type {IntersectionObserver | undefined} */
let eye;

/**
 * Keeps account of whether an element is in sight; until the browser says that it is not, it is.
 * @param {Element} element
 */
export function watch(element) {
  eye ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) unseen.delete(target);
      else unseen.add(target);
    }
  });
  eye.observe(element);
}

/**
 * Forgets an element that leaves the page.
 * @param {Element} element
 */
export function unwatch(element) {
  eye?.unobserve(element);
  unseen.delete(element);
}

/**
 * Writes an element at once if it is in sight, else when `writeWaiting` is called.
 * @param {Element} element
 * @param {() => void} write
 */
export function whenSeen(element, write) {
  if (unseen.has(element)) waiting.add(write);
  else write();
}

/** Drops what waits, since a newer frame writes the same elements. */
export function dropWaiting() {
  waiting.clear();
}

/** Writes all that waits. */
export function writeWaiting() {
  for (const write of waiting) write();
  waiting.clear();
}
