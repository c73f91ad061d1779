// The buttons that take training to another step at once.

/**
 * The text of a button, what a screen reader says instead, which begins with the text so that who
 * speaks to the page can name the button, and the step where it leads to.
 * @typedef {{ text: string, label: string, from: (step: number) => number }} Leap
 */

/**
 * @param {string} text
 * @param {Leap["from"]} from
 * @param {string} [label]
 * @returns {Leap}
 */
const leap = (text, from, label = text) => ({ text, label, from });

/** Each button by its id. */
export const LEAPS = {
  back: leap("Step back", (step) => Math.max(0, step - 1), "Step back: one step less"),
  step: leap("Step", (step) => step + 1, "Step: one more"),
  ten: leap("10 steps", (step) => step + 10),
  hundred: leap("100 steps", (step) => step + 100),
  tenfold: leap("× 10 steps", (step) => Math.max(10, step * 10), "× 10 steps: ten times as many"),
  restart: leap("Restart", () => 0, "Restart: back to the start of training"),
};
