import {
  fastest,
  isClock,
  isSeed,
  longestSeed,
  slowest,
  type ClockChoice,
} from "../../machine/pace";

export { fastest, longestSeed, slowest, type ClockChoice };

/** The clock and the seed that a run goes by. */
export interface Time {
  readonly clock: ClockChoice;
  readonly seed: string;
}

/** Their keys in links; flags have keys with a dash. */
export const timeKeys: readonly string[] = ["clock", "seed"];

/** Sentences for whoever sets what there is not. */
export interface TimeFaults {
  noClock(given: string): string;
  noSeed: string;
}

/** What the reader chose for the next run. */
export class TimeChoice implements Time {
  private chosenClock: ClockChoice = "real";
  private chosenSeed = "";

  constructor(private readonly faults: () => TimeFaults) {}

  get clock(): ClockChoice {
    return this.chosenClock;
  }

  /** Throws a TypeError for what is no clock; the one there was stays. */
  set clock(clock: ClockChoice) {
    if (!isClock(clock)) throw new TypeError(this.faults().noClock(shortly(clock)));
    this.chosenClock = clock;
  }

  get seed(): string {
    return this.chosenSeed;
  }

  /** Throws a TypeError for what is no seed; the one there was stays. */
  set seed(seed: string) {
    if (!isSeed(seed)) throw new TypeError(this.faults().noSeed);
    this.chosenSeed = seed;
  }

  /** Takes what a link carries, and the defaults for what it does not; a sentence when something in it is none. */
  adopt(record: Readonly<Record<string, string>>): string {
    const clock = clockOf(record.clock ?? "real");
    const seed = record.seed ?? "";
    this.chosenClock = clock ?? "real";
    this.chosenSeed = isSeed(seed) ? seed : "";
    if (clock === null) return this.faults().noClock(shortly(record.clock));
    return isSeed(seed) ? "" : this.faults().noSeed;
  }

  get isDefault(): boolean {
    return Object.keys(this.shared()).length === 0;
  }

  /** What a link must carry to repeat the choice. */
  shared(): Record<string, string> {
    const real = this.chosenClock === "real" || this.chosenClock === 1;
    return {
      ...(real ? {} : { clock: String(this.chosenClock) }),
      ...(this.chosenSeed === "" ? {} : { seed: this.chosenSeed }),
    };
  }
}

/** The clock that a text names: real, virtual, or a factor in plain digits; null when it is none. */
export function clockOf(text: string): ClockChoice | null {
  const plain = /^\d{1,2}(\.\d{1,6})?$/.test(text);
  const clock = plain ? Number(text) : text;
  return isClock(clock) ? clock : null;
}

/** Whether a clock goes as the real one does. */
export const isReal = (clock: ClockChoice): boolean => clock === "real" || clock === 1;

function shortly(value: unknown): string {
  const text = String(typeof value === "object" ? "object" : value);
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
