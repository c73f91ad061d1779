// Which figures can show a data set.

// A figure says how many features it can show, and of how many samples at most; null is no limit. The
// product of two features adds none.
export function fits({ features, most }, block) {
  const [d, n] = [block.x.length, block.y.length];
  return (features?.includes(d) ?? true) && n <= (most ?? Infinity);
}
