// The way from one scene to another: what has a size travels there, so that the change is seen.
import { animate, isStill } from "../dom/motion.js";

const DURATION = 450; // ms
const PATIENCE = 900; // ms after which a control moves by itself, unless the hand comes first
const INVITATION = 1600; // ms

/** Moves a store from scene to scene; a new journey, or the hand, ends the one before. */
export class Travel {
  #store;
  /** Ends the journey that is under way where it leads. */
  #arrive = () => {};
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting; // for the hand, before a control invites it

  /** @param {import("../store.js").Store} store */
  constructor(store) {
    this.#store = store;
    for (const event of ["pointerdown", "keydown"]) addEventListener(event, () => this.end(), true);
  }

  /** Ends whatever moves or is about to move by itself. */
  end() {
    clearTimeout(this.#waiting);
    const arrive = this.#arrive;
    this.#arrive = () => {};
    arrive();
  }

  /**
   * Opens a scene. Weights and threshold travel where the data set stays the same.
   * @param {Record<string, string>} values
   */
  to(values) {
    this.end();
    const poses = isStill() || document.hidden ? null : this.#store.way(values);
    if (!poses) {
      this.#store.show(values);
      return;
    }
    const stop = animate(DURATION, (share) => {
      if (share < 1) this.#store.pose(poses(share));
      else this.end();
    });
    this.#arrive = () => {
      stop();
      this.#store.show(values);
    };
  }

  /**
   * Moves one setting out and back after a while, as an invitation to move it.
   * @param {string} name
   */
  invite(name) {
    if (isStill()) return;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#beckon(name), PATIENCE);
  }

  /** @param {string} name */
  #beckon(name) {
    const from = this.#store.scene;
    const reach = this.#store.reach(name);
    if (reach === 0) return;
    const stop = animate(INVITATION, (share) => {
      const out = Math.sin(Math.PI * share) * reach;
      if (share < 1) this.#store.pose({ ...from, [name]: from[name] + out });
      else this.end();
    });
    this.#arrive = () => {
      stop();
      this.#store.pose(from);
    };
  }
}
