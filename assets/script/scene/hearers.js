// Who is told what happens to the scene of a page.

/**
 * What is told, and the values that come with it.
 * @typedef {object} Events
 * @property {[seen: Seen]} frame what is seen now
 * @property {[sentence: string]} problem what is wrong with the last change, empty if nothing is
 * @property {[]} stop training that runs by itself has to end
 * @property {[isNews: boolean]} rest the hand rests, and whether the scene is another than at the
 *   last rest
 * @property {[name: string]} missing a data set that is asked for is not here
 * @property {[now: Now]} level there are no best weights
 * @property {[isBefore: boolean, isAfter: boolean]} past whether there is a change to undo, and one
 *   to redo
 */

/** Keeps the functions that listen, and calls them. */
export class Hearers {
  /** @type {Map<keyof Events, ((...values: any) => void)[]>} */
  #all = new Map();

  /**
   * Has a function called at every event of a kind.
   * @template {keyof Events} Event
   * @param {Event} event
   * @param {(...values: Events[Event]) => void} hear
   */
  on(event, hear) {
    this.#all.set(event, [...(this.#all.get(event) ?? []), hear]);
  }

  /**
   * Calls every function that listens for an event, in the order in which they came.
   * @template {keyof Events} Event
   * @param {Event} event
   * @param {Events[Event]} values
   */
  tell(event, ...values) {
    for (const hear of this.#all.get(event) ?? []) hear(...values);
  }
}
