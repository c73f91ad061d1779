// The tables of a frame, put into the sources that the plots read.
const FEW = 50; // rows that are worth comparing
const MARKS = ["square", "circle"]; // by label

const shown = new Map(); // source to the table that is in it

// A source whose table the frame does not have is emptied.
export function fillSources(sources, frame) {
  for (const source of sources) {
    const table = frame[source.name];
    if (!alike(shown.get(source), table)) fill(source, table);
  }
}

// Whether a table says what another one said: one of a single row, such as a surface, is made anew with
// the same values.
function alike(old, table) {
  if (!old || !table || old === table) return old === table;
  return Object.entries(table).every(([name, v]) => {
    const before = old[name];
    return v === before || (v.length === 1 && before?.length === 1 && Object.is(v[0], before[0]));
  });
}

function fill(source, table) {
  shown.set(source, table);
  const { data } = source;
  const rows = table ? withMarks(source.name, table) : {};
  const n = Object.values(rows)[0]?.length ?? 0;
  for (const name of new Set([...Object.keys(data), ...Object.keys(rows)])) {
    const [values, old] = [rows[name], data[name]];
    if (values === undefined) data[name] = old.length === n ? old : Array(n).fill(Number.NaN);
    else if (isImage(values)) data[name] = [image(values[0], old?.[0])];
    else if (!same(values, old)) data[name] = values; // what stays the same array is not drawn anew
  }
  source.change.emit();
}

// The samples have a mark by their label.
function withMarks(name, table) {
  return name === "samples" ? { ...table, mark: table.y.map((label) => MARKS[label]) } : table;
}

function same(values, old) {
  if (values.length !== old?.length || values.length > FEW) return false;
  return values.every((value, i) => Object.is(value, old[i]));
}

const isImage = (values) => values.length === 1 && values[0]?.shape !== undefined;

let Image = null; // Bokeh draws an image only from its own array class

function image({ flat, shape }, old) {
  Image ??= old?.constructor;
  return new Image(flat, shape);
}
