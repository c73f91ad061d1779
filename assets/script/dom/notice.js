// The two places for sentences that the page says about itself.
import { byId } from "./element.js";
import { text } from "./write.js";

/**
 * Says below the controls why something cannot be had; an empty sentence clears the place.
 * @param {string} sentence
 */
export const complain = (sentence) => text("problem", sentence);

/**
 * Says sentences above everything else, or takes the notice away if there are none.
 * @param {string[]} sentences
 */
export function note(sentences) {
  byId("notice").textContent = sentences.join(" ");
  byId("notice").hidden = sentences.length === 0;
}
