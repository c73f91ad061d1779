// What a question asks for stays covered until an answer is committed: “?” stands for it on the page.
const Covers = (() => {
  "use strict";
  const NEAR = 1e-3; // of the answer: so close, a number gives it away

  const same = (a, b) => a === b || Math.abs(a - b) <= NEAR * Math.abs(b);

  // covers: { table, column, row (null for any), value, question }. The frame as the page shows it, in
  // which undefined stands for what is covered, and the numbers of the questions that ask for that.
  function lay(frame, covers, every) {
    const [shown, asking] = [{ ...frame }, new Set()];
    for (const { table, column, row, value, question } of covers.filter(({ table }) => table in frame)) {
      const hides = (v, i) => (row === null || i * every === row - 1) && same(v, value);
      const values = shown[table][column];
      const whole = table === "summary";
      if (!(whole ? hides(values) : Array.from(values).some(hides))) continue;
      shown[table] = { ...shown[table], [column]: whole ? undefined : Array.from(values, (v, i) => (hides(v, i) ? undefined : v)) };
      asking.add(question);
    }
    return { frame: shown, asking: [...asking] };
  }

  return { lay };
})();
