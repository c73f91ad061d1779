// What a question asks for stays covered until an answer is committed: “?” stands for it on the
// page.
// A number that is so close to the answer, relative to it, gives the answer away.
const NEAR = 1e-3;

/**
 * The frame as the page shows it, in which undefined stands for what is covered, and the numbers of
 * the questions that ask for that.
 * @param {Frame} frame
 * @param {Cover[]} covers
 * @param {number[]} rows the samples, counted from 0, that are the rows of the table samples
 * @returns {{ frame: Frame, asking: number[] }}
 */
export function lay(frame, covers, rows) {
  const shown = { ...frame };
  const asking = new Set();
  for (const cover of covers) {
    const { table, column, question } = cover;
    const values = shown[table]?.[column];
    if (values === undefined) continue;
    const covered = coverIn(cover, values, rows);
    if (Object.is(covered, values)) continue;
    shown[table] = { ...shown[table], [column]: covered };
    asking.add(question);
  }
  return { frame: shown, asking: [...asking] };
}

/**
 * The values of a column with the covered ones undefined; the same object if none is covered. In
 * the table summary a column is one value.
 * @param {Cover} cover
 * @param {any} values
 * @param {number[]} rows
 */
function coverIn({ table, row, value }, values, rows) {
  if (table === "summary") return isNear(values, value) ? undefined : values;
  /** @param {number} i */
  const sample = (i) => (table === "samples" ? rows[i] : i);
  /** @type {(given: any, i: number) => boolean} */
  const hides = (given, i) => (row === null || sample(i) === row - 1) && isNear(given, value);
  const all = Array.from(values);
  return all.some(hides) ? all.map((given, i) => (hides(given, i) ? undefined : given)) : values;
}

/**
 * Whether a value gives an answer away.
 * @param {any} given
 * @param {any} answer
 */
function isNear(given, answer) {
  return given === answer || Math.abs(given - answer) <= NEAR * Math.abs(answer);
}
