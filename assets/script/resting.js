// The scene at rest: when the hand rests, who is told, and the way back to the scenes before.
import { Past } from "./scene/past.js";
import { Stage } from "./scene/stage.js";

const REST = 120; // ms without a move, after which the hand rests

/** A stage that tells when the hand rests, and can undo what the hand has done. */
export class Resting extends Stage {
  unsent = false; // Whether the scene has changed since the hand last rested.
  isRun = false; // Whether a run of training has led to the scene that stands.
  #past = new Past();
  #isHeld = false; // Whether a key is down: however often it repeats, that is one change.
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #resting;
  #settle;

  /**
   * @param {Page} page what came with the page
   * @param {View} view what the page hides and locks
   * @param {(work: () => void) => () => void} [later] makes a function that does the work once,
   *   after
   * the next paint, however often it is called until then
   */
  constructor(page, view, later = (work) => work) {
    super(page, view);
    this.#settle = later(() => {
      const isNews = this.unsent;
      this.unsent = false;
      this.tell("rest", isNews);
    });
  }

  /** Draws the first frame, for which nothing is asked of the server. */
  start() {
    this.draw();
    this.#keep();
  }

  /**
   * Draws the scene that the hand has made. The hand goes on until nothing has moved for a while.
   */
  move() {
    this.draw();
    this.unsent = true;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#rested(), REST);
  }

  /** The hand is up, and the scene stands still now. */
  rest() {
    if (!this.#isHeld) this.#keep();
    this.#rested();
  }

  // A pause is no end of a drag or of a run, so that the scene is not kept for undo here.
  #rested() {
    clearTimeout(this.#resting);
    this.#settle();
  }

  // ---- undo and redo ----------------------------------------------------------------------------
  /**
   * The hand is about to change the scene. What a run has done until then is a change of its own.
   */
  keepRun() {
    if (this.isRun) this.#keep();
    this.isRun = false;
  }

  /** A key is down: until `release`, all that it does is one change. */
  hold() {
    this.#isHeld = true;
  }

  /** The key is up. */
  release() {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    this.#keep();
  }

  /** Takes the last change back. */
  undo() {
    this.#go(-1);
  }

  /** Makes the change again that was taken back last. */
  redo() {
    this.#go(1);
  }

  /** Forgets what could be undone, because another step of a lesson begins. */
  forget() {
    this.#past = new Past();
    this.#keep();
  }

  #keep() {
    this.#past.keep(this);
    this.#tellPast();
  }

  #tellPast() {
    this.tell("past", this.#past.has(-1), this.#past.has(1));
  }

  /** @param {number} changes */
  #go(changes) {
    this.tell("stop");
    this.#keep(); // what moves at this moment is a change too
    const there = this.#past.go(changes);
    if (!there) return;
    this.block = there.block;
    this.scene = there.scene;
    this.tell("problem", "");
    this.move();
    this.#rested();
    this.#tellPast();
  }
}
