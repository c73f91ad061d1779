// The tables of a frame, put into the sources that the plots read.
const FEW = 50; // rows that are worth comparing
const MARKS = ["square", "circle"]; // by label

/**
 * A ColumnDataSource of BokehJS.
 * @typedef {{ name: string, data: Record<string, any>, change: { emit(): void } }} Source
 */

/**
 * The table that is in a source.
 * @type {WeakMap<Source, Table | undefined>}
 */
const shown = new WeakMap();

/**
 * Puts each table of a frame into the source of its name, and empties a source whose table the
 * frame does not have. A column that stays the same keeps its array, and what reads it is not drawn
 * anew.
 * @param {Source[]} sources
 * @param {Frame} frame
 */
export function fillSources(sources, frame) {
  for (const source of sources) {
    const table = frame[source.name];
    if (!alike(shown.get(source), table)) fill(source, table);
  }
}

/**
 * Whether a table has the columns of another one, or single values that equal its values: a table
 * of one row, such as that of the surface, is often made anew with the same values.
 * @param {Table | undefined} old
 * @param {Table | undefined} table
 */
function alike(old, table) {
  if (!old || !table || old === table) return old === table;
  return Object.entries(table).every(([name, v]) => {
    const before = old[name];
    return v === before || (v.length === 1 && before?.length === 1 && Object.is(v[0], before[0]));
  });
}

/**
 * @param {Source} source
 * @param {Table | undefined} table
 */
function fill(source, table) {
  shown.set(source, table);
  const { data } = source;
  const rows = table ? withMarks(source.name, table) : {};
  const n = Object.values(rows)[0]?.length ?? 0;
  for (const name of new Set([...Object.keys(data), ...Object.keys(rows)])) {
    const values = rows[name];
    const old = data[name];
    if (values === undefined) data[name] = old.length === n ? old : Array(n).fill(Number.NaN);
    else if (isImage(values)) data[name] = [image(values[0], old?.[0])];
    else if (!same(values, old)) data[name] = values;
  }
  source.change.emit();
}

/**
 * The samples get a mark by their label.
 * @param {string} name
 * @param {Table} table
 * @returns {Table}
 */
function withMarks(name, table) {
  if (name !== "samples") return table;
  return { ...table, mark: table.y.map((/** @type {number} */ label) => MARKS[label]) };
}

/**
 * @param {Column} values
 * @param {Column | undefined} old
 */
function same(values, old) {
  if (values.length !== old?.length || values.length > FEW) return false;
  for (let i = 0; i < values.length; i++) if (!Object.is(values[i], old[i])) return false;
  return true;
}

// ---- images ------------------------------------------------------------------------------------
/** @param {Column} values */
const isImage = (values) => values.length === 1 && values[0]?.shape !== undefined;

/**
 * The array class of BokehJS, from which alone it draws images; the first image in a source shows
 * it.
 * @type {any}
 */
let NDArray = null;

/**
 * @param {ImageColumn} image
 * @param {any} old what stands in its place
 */
function image({ flat, shape }, old) {
  NDArray ??= old?.constructor;
  return new NDArray(flat, shape);
}
