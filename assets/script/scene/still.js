// The tables from NumPy that no weight changes: they stand for as long as the scene keeps its form.
const STILL = ["loss_curve", "loss_other", "losses", "squash", "surface", "surface_other"];

/**
 * What the tables that no weight changes are made from, as text.
 * @param {Scene} scene
 */
export function formOf(scene) {
  const { dataset, standardise, interaction, moved, unit, loss_function, l1, l2 } = scene;
  return JSON.stringify([dataset, standardise, interaction, moved, unit, loss_function, l1, l2]);
}

/**
 * Whether no weight changes a table.
 * @param {string} name
 */
export const isStill = (name) => STILL.includes(name);

/** The tables of the last form that the server has answered for. */
export class Still {
  #form = "";
  /** @type {Frame} */
  #tables = {};

  /**
   * The tables that stand for a form.
   * @param {string} form
   * @returns {Frame}
   */
  of(form) {
    return form === this.#form ? this.#tables : {};
  }

  /**
   * Keeps those of an answer's tables that no weight changes.
   * @param {Frame} tables
   * @param {string} form
   */
  keep(tables, form) {
    const brought = STILL.filter((name) => name in tables).map((name) => [name, tables[name]]);
    if (brought.length === 0) return;
    this.#tables = { ...this.of(form), ...Object.fromEntries(brought) };
    this.#form = form;
  }
}
