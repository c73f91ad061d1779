// The ends of axes, from the columns of a table.
const ROOM = 0.08; // of a range, left free on both sides
const LOG_ROOM = 1.2; // times the ends, on a logarithmic axis

// rule: [low column, width column], or [[columns], options], as RANGES of a figure says.
export function ends(table, [columns, option]) {
  if (typeof columns === "string") {
    const [low] = table[columns];
    return { start: low, end: low + table[option][0] };
  }
  const { include_zero, log } = option ?? {};
  const all = columns.flatMap((name) => [...table[name]]);
  const values = all.filter((v) => Number.isFinite(v) && (!log || v > 0));
  if (include_zero) values.push(0);
  const [low, high] = values.length > 0 ? extent(values) : [log ? 1 : 0, 1];
  if (log) return { start: low / LOG_ROOM, end: Math.max(high, 10 * low) * LOG_ROOM };
  const room = ROOM * (high - low || 1);
  return { start: low - room, end: high + room };
}

const extent = (values) => [Math.min(...values), Math.max(...values)];
