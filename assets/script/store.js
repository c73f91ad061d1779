// The store: a scene goes in, a frame comes out, and whoever listens is told. It knows no page.
import { compute } from "./frame/compute.js";
import { short } from "./frame/numbers.js";
import { settingsAt } from "./frame/settings.js";
import { lay } from "./scene/covers.js";
import { fits } from "./scene/figures.js";
import { derive, stepsTaken, train } from "./scene/form.js";
import { withMoves } from "./scene/inputs.js";
import { open } from "./scene/read.js";
import { change, isWeight, names, opening, settings } from "./scene/scene.js";

const REST = 120; // ms without a move, after which the hand rests
const ALWAYS = ["samples", "summary", "optimum"]; // tables that every page reads
const STILL = ["loss_curve", "squared_curve", "surface"]; // tables that no weight changes
const KEPT = ["unit", "loss", "cost_fp", "cost_fn"]; // settings that another data set leaves alone

// page: what came with the page; view: what it hides and locks; later(work): a function that does the
// work once, after the next paint, however often it is called until then.
export class Store {
  #page;
  #view;
  #hearers = {};
  #covers = [];
  #shown = {}; // the frame with the covers laid, once for each frame
  #resting; // the timer that says that the hand rests
  #still = { form: "", tables: {} }; // NumPy's tables that no weight changes, for one form

  constructor(page, view, later = (work) => work) {
    this.#page = page;
    this.#view = view;
    this.figures = page.figures.filter(({ name }) => name in page.plots.roots);
    this.blocks = new Map(page.blocks.map((block) => [block.name, block]));
    this.unsent = false; // whether the scene has changed since the hand last rested
    this.settle = later(() => this.#settle());
  }

  // Events: frame (what is seen now), problem (a sentence, empty when there is none), stop (training by
  // itself ends), rest (whether the scene is another than at the last rest), missing (name of a data
  // set that is not here), level (there are no best weights).
  on(event, hear) {
    this.#hearers[event] = [...(this.#hearers[event] ?? []), hear];
  }

  #tell(event, ...values) {
    for (const hear of this.#hearers[event] ?? []) hear(...values);
  }

  // ---- what stands on the page --------------------------------------------------------------------
  // The frame, with the scene that it was made from.
  now() {
    const { frame, data, block, scene, every, path } = this;
    return { frame, data, block, scene, every, path, page: this.#page };
  }

  // The same as the page shows it: without what an open question asks for.
  seen() {
    return { ...this.now(), ...this.#shown };
  }

  // The scene as the settings of an address.
  settings() {
    return settings(this.block, this.scene);
  }

  // Names of the tables that the page shows, and only those.
  tables() {
    const shown = this.figures.filter(({ name }) => this.fits(name) && !this.#view.hides(name));
    const named = new Set([...ALWAYS, ...shown.flatMap((each) => each.tables)]);
    if (this.scene.loss !== "squared") named.delete("squared_curve");
    return [...named];
  }

  fits(name) {
    return fits(
      this.figures.find((each) => each.name === name),
      this.block,
    );
  }

  // As many steps as training may take here.
  get mostSteps() {
    const { bounds, limits } = this.#page;
    return stepsTaken(this.block, bounds.steps[1], limits.work);
  }

  // ---- the frame ----------------------------------------------------------------------------------
  #compute() {
    const { block, scene } = this;
    const { limits, bounds } = this.#page;
    const data = derive(block, scene);
    const start = names(block, scene).map((name) => scene[name]);
    const path = train(data, start, scene, { work: limits.work, furthest: bounds.w0[1] });
    const every = Math.ceil(data.y.length / limits.dots);
    Object.assign(this, { data, path, every });
    const made = compute(data, settingsAt(scene, path), this.tables(), every);
    return this.#still.form === this.#form() ? { ...made, ...this.#still.tables } : made;
  }

  #draw(frame = this.#compute()) {
    this.frame = frame;
    const covers = this.#covers.filter(({ dataset }) => dataset === this.block.name);
    this.#shown = lay(frame, covers, this.every);
    this.#tell("frame", this.seen());
  }

  // What the tables that no weight changes are made from.
  #form() {
    const { dataset, standardise, interaction, moved, unit, loss } = this.scene;
    return JSON.stringify([dataset, standardise, interaction, moved, unit, loss]);
  }

  // covers: what open questions ask for, each of one data set.
  cover(covers) {
    this.#covers = covers;
    if (this.frame) this.#draw(this.frame);
  }

  // ---- NumPy's numbers ----------------------------------------------------------------------------
  // What to ask the server for: the tables of the page, less those that stand for this form already.
  wanted() {
    const form = this.#form();
    const here = form === this.#still.form ? this.#still.tables : {};
    return { form, tables: this.tables().filter((name) => !(name in here)) };
  }

  // Tables that NumPy made for the scene as it stands, in the form that they were asked for.
  take(tables, form) {
    const brought = STILL.filter((name) => name in tables).map((name) => [name, tables[name]]);
    if (brought.length > 0) this.#still = { form, tables: Object.fromEntries(brought) };
    this.#draw({ ...this.frame, ...tables });
  }

  // ---- from the hand to the scene -----------------------------------------------------------------
  // Takes values by their names; the hand goes on until nothing has moved for a while.
  set(changes) {
    this.#tell("problem", "");
    const taken = Object.entries(changes).filter(([name]) => !this.#view.locks(name));
    if (taken.length === 0) return this.#tell("problem", "This is locked here.");
    const values = Object.fromEntries(
      taken.map(([name, value]) => [name, this.#held(name, value)]),
    );
    const { cost_fp, cost_fn } = { ...this.scene, ...values };
    if (cost_fp === 0 && cost_fn === 0) {
      this.#draw(this.frame);
      return this.#tell("problem", "The costs cannot be both 0: no decision would matter then.");
    }
    if (Object.keys(values).some(isWeight)) this.#tell("stop");
    const force = this.path.at(-1);
    this.scene = change(this.block, this.scene, withMoves(this, values), force);
    this.#changed();
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.rest(), REST);
  }

  // The hand is up: the scene stands still now.
  rest() {
    clearTimeout(this.#resting);
    this.settle();
  }

  #settle() {
    const news = this.unsent;
    this.unsent = false;
    this.#tell("rest", news);
  }

  #changed() {
    this.#draw();
    this.unsent = true;
  }

  // A value as the address holds it; steps as far as training goes here.
  #held(name, value) {
    if (name === "steps") return Math.min(value, this.mostSteps);
    return typeof value === "number" ? short(value) : value;
  }

  // row: of the table samples, or null for no sample.
  select(row) {
    this.scene = { ...this.scene, sample: row === null ? 0 : row * this.every + 1 };
    if (this.#view.offers("x")) this.#tell("stop");
    this.#changed();
    this.rest();
  }

  // The weights of the lowest loss, or the reason why there are none.
  fit() {
    const all = names(this.block, this.scene);
    if (all.some((name) => this.#view.locks(name)))
      return this.#tell("problem", "The weights are locked here.");
    const best = all.map((name) => this.frame.optimum[name][0]);
    if (!best.every(Number.isFinite)) return this.#tell("level", this.now());
    this.set(Object.fromEntries(all.map((name, j) => [name, short(best[j])])));
    this.rest();
  }

  // What is locked stays as it is, also when the rest goes back to its opening.
  reset() {
    const kept = Object.entries(this.settings()).filter(([name]) => this.#view.locks(name));
    const { scene } = this.#page;
    const base = scene.dataset === this.block.name ? scene : { dataset: this.block.name };
    this.show({ ...base, ...Object.fromEntries(kept) });
  }

  // ---- whole scenes -------------------------------------------------------------------------------
  // Opens the scene of an address; returns a sentence for whatever could not be taken. One that names
  // a data set is whole, else it changes the scene that the page opens with.
  open(values) {
    const { scene, blocks, bounds } = this.#page;
    const asked = "dataset" in values ? values : { ...scene, ...values };
    const name = String(asked.dataset ?? blocks[0].name);
    const known = this.blocks.has(name);
    this.block = this.blocks.get(known ? name : scene.dataset) ?? blocks[0];
    const opened = open(this.block, { ...asked, dataset: this.block.name }, bounds);
    this.scene = opened.scene;
    const missing = known ? [] : [`There is no data set “${name.slice(0, 40)}” on this page.`];
    return [...missing, ...opened.problems];
  }

  // Opens a scene on a page that stands already.
  show(values) {
    const problems = this.open(values);
    this.#tell("problem", problems.join(" "));
    this.#tell("stop");
    this.#changed();
    this.rest();
  }

  // The first frame; nothing is asked of the server for it.
  start() {
    this.#draw();
  }

  // A data set that is not here is asked for: whoever brings it adds its block.
  openDataset(name) {
    this.#tell("stop");
    const block = this.blocks.get(name);
    if (!block) return this.#tell("missing", name);
    const kept = KEPT.filter((key) => this.scene[key] !== undefined);
    this.block = block;
    this.scene = {
      ...opening(block),
      ...Object.fromEntries(kept.map((key) => [key, this.scene[key]])),
    };
    this.#changed();
    this.rest();
  }

  add(block) {
    this.blocks.set(block.name, block);
  }
}
