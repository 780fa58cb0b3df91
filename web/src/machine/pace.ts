/**
 * How a run's time goes and what its chance comes from. Pure and small: pages
 * read it before they load the machine.
 */

/** real, virtual, or how many times as fast as the real clock: 1 is real. */
export type ClockChoice = "real" | "virtual" | number;

/** How fast a clock may go, as a factor. */
export const slowest = 0.01;
export const fastest = 10;

/** The longest seed, in UTF-16 units. */
export const longestSeed = 200;

/** A run's clock as the machine goes by it. */
export interface Pace {
  virtual: boolean;
  /** How many times as fast as the real clock; 1 for a virtual one. */
  factor: number;
}

/**
 * What the time of day is on a virtual clock when a run begins: as on the Go
 * playground, 2009-11-10 23:00:00 UTC, so that a run that prints it repeats.
 */
export const virtualEpoch = Date.UTC(2009, 10, 10, 23);

export function isClock(v: unknown): v is ClockChoice {
  return v === "real" || v === "virtual" || (typeof v === "number" && v >= slowest && v <= fastest);
}

export function isSeed(v: unknown): v is string {
  return typeof v === "string" && v.length <= longestSeed;
}

/** The pace of a clock; anything that is no clock is the real one. */
export function toPace(clock: unknown): Pace {
  if (!isClock(clock)) return { virtual: false, factor: 1 };
  return { virtual: clock === "virtual", factor: typeof clock === "number" ? clock : 1 };
}
