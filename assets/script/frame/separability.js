// Whether a boundary separates the classes.

// "no", "quasi" or "complete" on one feature; on more, what the data set says of itself.
export function separability({ x, y, separable }) {
  if (y.every((v) => v === y[0])) return "complete";
  if (x.length > 1) return separable ?? "unknown";
  for (const toward of [1, -1]) {
    const ends = { 0: [Infinity, -Infinity], 1: [Infinity, -Infinity] };
    x[0].forEach((v, i) => {
      const end = ends[y[i]];
      end[0] = Math.min(end[0], toward * v);
      end[1] = Math.max(end[1], toward * v);
    });
    if (ends[0][1] < ends[1][0]) return "complete";
    if (ends[0][1] === ends[1][0] && ends[0][0] !== ends[1][1]) return "quasi";
  }
  return "no";
}
