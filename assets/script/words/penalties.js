// The penalties in a formula.
import { group, mn, mo, plus, squared, times } from "./mathml.js";
import { given, log, within } from "./terms.js";

/**
 * What each penalty that is on adds to the mean loss: its strength times the sizes of the
 * coefficients, or half of it times their squares. In bits it is divided by ln 2, like the loss.
 * @param {number[]} w the coefficients
 * @param {Scene} scene
 * @returns {string[]}
 */
export function penaltyTerms(w, { l1, l2, unit, loss_function: loss }) {
  const bits = unit === "bits" && loss !== "squared" ? mo("/") + log("nats") + mn("2") : "";
  const sizes = plus(...w.map((v) => mo("|") + given(v) + mo("|")));
  const squares = plus(...w.map((v) => squared(within(v, given(v)))));
  const first = l1 > 0 ? [times(given(l1), group(sizes)) + bits] : [];
  const second = l2 > 0 ? [times(given(l2) + mo("/") + mn("2"), group(squares)) + bits] : [];
  return [...first, ...second];
}
