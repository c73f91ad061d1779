// The way from one scene to another: what has a size travels there, so that the change is seen.
import { animate, isStill } from "../dom/motion.js";

const DURATION = 450; // ms
const INVITATION = 1600; // ms

/** Moves a store from scene to scene; a new journey, or the hand, ends the one before. */
export class Travel {
  #store;
  #stop = () => {};

  /** @param {import("../store.js").Store} store */
  constructor(store) {
    this.#store = store;
    for (const event of ["pointerdown", "keydown"])
      addEventListener(event, () => this.#arrive(), true);
  }

  #arrive = () => {};

  /**
   * Opens a scene. Weights and threshold travel where the data set stays the same.
   * @param {Record<string, string>} values
   */
  to(values) {
    this.#arrive();
    const poses = isStill() || document.hidden ? null : this.#store.way(values);
    if (!poses) {
      this.#store.show(values);
      return;
    }
    let isThere = false;
    this.#arrive = () => {
      if (isThere) return;
      isThere = true;
      this.#stop();
      this.#store.show(values);
    };
    this.#stop = animate(DURATION, (share) => {
      if (share < 1) this.#store.pose(poses(share));
      else this.#arrive();
    });
  }

  /**
   * Moves one setting out and back, as an invitation to move it.
   * @param {string} name
   */
  invite(name) {
    if (isStill()) return;
    const from = this.#store.scene;
    const reach = this.#store.reach(name);
    if (reach === 0) return;
    const stop = animate(INVITATION, (share) => {
      const out = Math.sin(Math.PI * share) * reach;
      this.#store.pose({ ...from, [name]: share < 1 ? from[name] + out : from[name] });
    });
    this.#arrive = () => {
      stop();
      this.#store.pose(from);
      this.#arrive = () => {};
    };
  }
}
