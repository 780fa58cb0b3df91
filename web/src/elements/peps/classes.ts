// Numbers in a few classes, for colours and their legend.

export interface Classes {
  /** The class of a value, from 0. */
  of(value: number): number;
  /** The least and the greatest value of each class. */
  bounds: readonly (readonly [number, number])[];
}

export const mostClasses = 5;

/** Classes of equally many different values: few large ones do not push all others together. */
export function classesOf(values: readonly number[]): Classes {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  const count = Math.min(mostClasses, distinct.length);
  const first = Array.from({ length: count }, (_, i) => Math.floor((i * distinct.length) / count));
  const bounds = first.map(
    (at, i) => [distinct[at]!, distinct[(first[i + 1] ?? distinct.length) - 1]!] as const,
  );
  return {
    bounds,
    of: (value) =>
      Math.max(
        0,
        bounds.findLastIndex(([least]) => value >= least),
      ),
  };
}
