// The stage: a scene stands on it, a frame is made from the scene, and whoever listens is told.
import { DECIMALS } from "../frame/numbers.js";
import { CHOOSE, unfit } from "../words/unfit.js";
import { lay } from "./covers.js";
import { fits, shows, tablesOf } from "./figures.js";
import { Hearers } from "./hearers.js";
import { make, stepsTaken } from "./made.js";
import { opening, settings } from "./scene.js";
import { formOf, isStill, Still } from "./still.js";

/** The scene of a page, and the frame that is made from it. */
export class Stage extends Hearers {
  #still = new Still();
  /** @type {Cover[]} */
  #covers = [];
  /** @type {ReturnType<typeof make> | null} */
  #made = null;
  /** @type {Pick<Seen, "asking" | "figures"> & Partial<Seen>} */
  #shown = { asking: [], figures: [] }; // The frame with the covers laid, once for each frame.

  /**
   * @param {Page} page what came with the page
   * @param {View} view what the page hides and locks
   */
  constructor(page, view) {
    super();
    this.page = page;
    this.view = view;
    this.figures = page.catalogue.filter(({ name }) => name in page.plots.roots);
    this.block = page.blocks[0];
    this.scene = opening(this.block);
  }

  /**
   * The frame, with the scene that it is made from.
   * @returns {Now}
   */
  now() {
    const { block, scene, page } = this;
    return { ...this.#standing, block, scene, page };
  }

  /**
   * The same as the page shows it: without what an open question asks for.
   * @returns {Seen}
   */
  seen() {
    return { ...this.now(), ...this.#shown };
  }

  /** The scene as the settings of an address. */
  settings() {
    return settings(this.block, this.scene);
  }

  /**
   * Whether the figure of a name can show the scene.
   * @param {string} name
   */
  fits(name) {
    const figure = this.figures.find((each) => each.name === name);
    return figure !== undefined && shows(figure, this.block, this.scene);
  }

  /**
   * What stands in the place of a figure that cannot show the scene; empty for one that can, and
   * for one that cannot show the data set and was not asked for.
   * @param {string} name
   */
  instead(name) {
    const { block, page, view } = this;
    const figure = this.figures.find((each) => each.name === name);
    if (!figure || this.fits(name)) return "";
    if (fits(figure, block)) return CHOOSE;
    if (!view.asks(name)) return "";
    const example = page.datasets.find(({ features, samples }) =>
      fits(figure, { x: Array(features), y: Array(samples) }),
    );
    return unfit(figure, block, example?.title, view.offers("dataset"));
  }

  /**
   * A figure for data sets such as this one that the free lab of a server could open; undefined
   * where the page shows one.
   */
  another() {
    const { server, lesson, catalogue } = this.page;
    const made = catalogue.filter((figure) => figure.features && fits(figure, this.block));
    const isHere = made.some(({ name }) => this.shows(name));
    return server && !lesson && !isHere ? made[0] : undefined;
  }

  /**
   * Whether the figure of a name is on the page now: it can show the data set, and nothing hides
   * it.
   * @param {string} name
   */
  shows(name) {
    return this.fits(name) && !this.view.hides(name);
  }

  /** Whether a frame has been drawn. */
  get isDrawn() {
    return this.#made !== null;
  }

  /** The names of the tables that the page shows. */
  tables() {
    const { block, figures, page, scene, view } = this;
    const { roots } = page.plots;
    const isCard = (/** @type {string} */ name) =>
      !(name in roots) && page.share.all.includes(name);
    const cards = page.catalogue.filter(({ name }) => isCard(name));
    const shown = [...figures, ...cards].filter(
      (part) => shows(part, block, scene) && !view.hides(part.name),
    );
    return tablesOf([...shown, { tables: view.tables ?? [] }], scene.loss_function);
  }

  /** As many steps as training may take here. */
  get mostSteps() {
    const { schema, limits } = this.page;
    const most = schema.settings.steps.bounds?.[1] ?? Infinity;
    return stepsTaken(this.block, most, limits.work);
  }

  // ---- from the scene to the frame -------------------------------------------------------------
  get #standing() {
    this.#made ??= this.#make();
    return this.#made;
  }

  #make() {
    const made = make(this.page, this.block, this.scene, this.tables());
    return { ...made, frame: { ...made.frame, ...this.#still.of(formOf(this.scene)) } };
  }

  /** Makes the frame of the scene and tells it. */
  draw() {
    this.#show(this.#make());
  }

  /**
   * Shows other parts of the page from now on. It is not drawn yet.
   * @param {View} view
   */
  see(view) {
    this.view = view;
  }

  /** Tells the frame again, so that every input shows what stands. */
  redraw() {
    this.#show(this.#standing);
  }

  /** @param {ReturnType<typeof make>} made */
  #show(made) {
    const covers = this.#covers.filter(({ dataset }) => dataset === this.block.name);
    this.#made = made;
    const figures = this.figures.filter(({ name }) => this.shows(name));
    this.#shown = { ...lay(made.frame, covers, made.rows), figures };
    this.tell("frame", this.seen());
  }

  /**
   * Covers what open questions ask for.
   * @param {Cover[]} covers
   */
  cover(covers) {
    this.#covers = covers;
    if (this.#made) this.redraw();
  }

  /** Whether another program that trains from here comes to the same numbers: the server does. */
  get #isCertain() {
    const { decimals } = this.#standing.frame.history_now;
    return decimals[0] >= DECIMALS;
  }

  // ---- numbers from the server -----------------------------------------------------------------
  /** What to ask for: the tables of the page, less those that stand for this form already. */
  wanted() {
    const form = formOf(this.scene);
    const here = this.#still.of(form);
    const tables = this.tables().filter((name) => isStill(name) || this.#isCertain);
    return { form, tables: tables.filter((name) => !(name in here)) };
  }

  /**
   * Takes tables that NumPy made for the scene as it stands.
   * @param {Frame} tables
   * @param {string} form the form that they were asked for
   */
  take(tables, form) {
    this.#still.keep(tables, form);
    if (form !== formOf(this.scene)) return; // the reader's own rows are here now
    const made = this.#standing;
    const taken = this.#isCertain ? tables : this.#still.of(form);
    this.#show({ ...made, frame: { ...made.frame, ...taken } });
  }
}
