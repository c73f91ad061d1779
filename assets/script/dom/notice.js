// The two places for sentences that the page says about itself.
import { byId } from "./element.js";
import { text } from "./write.js";

let isKept = false; // whether the sentence below the controls stays until the next press

/**
 * Says below the controls why something cannot be had; an empty sentence clears the place.
 * @param {string} sentence
 */
export function complain(sentence) {
  if (sentence === "" && isKept) return;
  isKept = false;
  text("problem", sentence);
}

/**
 * Says why a box does not take what was typed. A press elsewhere may have ended the typing; what
 * that press changes does not clear the sentence.
 * @param {string} sentence
 */
export function refuse(sentence) {
  complain(sentence);
  isKept = sentence !== "";
}

/** From now on the next press lets a sentence go. */
export function hearPresses() {
  const release = () => {
    isKept = false;
  };
  for (const press of ["pointerdown", "keydown"]) addEventListener(press, release, true);
}

/**
 * Says sentences above everything else, or takes the notice away if there are none.
 * @param {string[]} sentences
 */
export function note(sentences) {
  byId("notice").textContent = sentences.join(" ");
  byId("notice").hidden = sentences.length === 0;
}
