// What a question asks for stays covered until an answer is committed: “?” stands for it on the page.
const NEAR = 1e-3; // of the answer: a number that is so close gives it away

const same = (a, b) => a === b || Math.abs(a - b) <= NEAR * Math.abs(b);

// covers: { table, column, row (null for any), value, question }. The frame as the page shows it, in
// which undefined stands for what is covered, and the numbers of the questions that ask for that.
export function lay(frame, covers, every) {
  const [shown, asking] = [{ ...frame }, new Set()];
  for (const cover of covers) {
    const { table, column, question } = cover;
    const values = shown[table]?.[column];
    if (values === undefined) continue;
    const covered = table === "summary" ? coverOne(cover, values) : coverMany(cover, values, every);
    if (Object.is(covered, values)) continue;
    shown[table] = { ...shown[table], [column]: covered };
    asking.add(question);
  }
  return { frame: shown, asking: [...asking] };
}

const coverOne = ({ value }, given) => (same(given, value) ? undefined : given);

function coverMany({ row, value }, values, every) {
  const hides = (v, i) => (row === null || i * every === row - 1) && same(v, value);
  if (!Array.from(values).some(hides)) return values;
  return Array.from(values, (v, i) => (hides(v, i) ? undefined : v));
}
