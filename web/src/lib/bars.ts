/** One bar on a scale from 0 to 1: where it starts and how long it is. */
export interface Bar {
  start: number;
  length: number;
}

/**
 * Bars for values on one scale that includes zero; a negative value goes to
 * the left of it. A value that is not finite gets no length.
 */
export function bars(values: number[]): Bar[] {
  const finite = values.filter(Number.isFinite);
  const low = Math.min(0, ...finite);
  const high = Math.max(0, ...finite);
  const place = (value: number) => (high === low ? 0 : (value - low) / (high - low));
  return values.map((value) => {
    if (!Number.isFinite(value)) return { start: place(0), length: 0 };
    const ends = [place(0), place(value)] as const;
    return { start: Math.min(...ends), length: Math.abs(ends[1] - ends[0]) };
  });
}

/** How many times the smallest each value is; null where that says nothing (zero, negative, alone). */
export function ratios(values: number[]): (number | null)[] {
  const smallest = Math.min(...values);
  const sensible = values.length > 1 && smallest > 0 && values.every(Number.isFinite);
  return values.map((value) => (sensible ? value / smallest : null));
}
