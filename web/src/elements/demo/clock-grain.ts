/** Longer than this, in ms, the clock is not watched. */
const patience = 8;

let known: number | undefined;

/**
 * The smallest step of this page's clock, in ms, measured once: browsers make it
 * coarser where a page is not isolated from others.
 */
export function clockGrain(now: () => number = () => performance.now()): number {
  known ??= measured(now);
  return known;
}

export function measured(now: () => number): number {
  const begun = now();
  let [before, least] = [begun, Infinity];
  while (before - begun < patience) {
    const after = now();
    if (after > before) least = Math.min(least, after - before);
    before = after;
  }
  return least;
}
