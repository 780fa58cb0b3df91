/** The middle (median) and the ends of several measurements; null of none. */
export function spreadOf(values: readonly number[]) {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(half)] ?? 0, sorted[Math.ceil(half)] ?? 0];
  return { low: sorted[0] ?? 0, middle: (low + high) / 2, high: sorted.at(-1) ?? 0 };
}
