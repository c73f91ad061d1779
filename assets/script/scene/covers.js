// What a question asks for stays covered until an answer is committed: “?” stands for it on the page.
const NEAR = 1e-3; // A number that is so close to the answer, relative to it, gives the answer away.

/**
 * The frame as the page shows it, in which undefined stands for what is covered, and the numbers of
 * the questions that ask for that.
 * @param {Frame} frame
 * @param {Cover[]} covers
 * @param {number} every of so many samples one is a row of the table samples
 * @returns {{ frame: Frame, asking: number[] }}
 */
export function lay(frame, covers, every) {
  const shown = { ...frame };
  const asking = new Set();
  for (const cover of covers) {
    const { table, column, question } = cover;
    const values = shown[table]?.[column];
    if (values === undefined) continue;
    const covered = coverIn(cover, values, every);
    if (Object.is(covered, values)) continue;
    shown[table] = { ...shown[table], [column]: covered };
    asking.add(question);
  }
  return { frame: shown, asking: [...asking] };
}

/**
 * The values of a column with the covered ones undefined; the same object if none is covered. In the
 * table summary a column is one value.
 * @param {Cover} cover
 * @param {any} values
 * @param {number} every
 */
function coverIn({ table, row, value }, values, every) {
  if (table === "summary") return isNear(values, value) ? undefined : values;
  const apart = table === "samples" ? every : 1;
  /** @type {(given: any, i: number) => boolean} */
  const hides = (given, i) => (row === null || i * apart === row - 1) && isNear(given, value);
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
