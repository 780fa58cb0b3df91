import { Agreement } from "../clock";
import type { KernelTime } from "../clock";
import type { Control } from "../control";
import { virtualEpoch } from "../pace";
import type { Pace } from "../pace";

const nsPerMs = 1e6;
const wordSize = 2 ** 32;

/**
 * How often Go may read a virtual clock that does not move. Whoever reads on is
 * waiting for it to move, in a loop that never sleeps: from then on each look
 * takes lookMs. Both are counted, so that a run repeats.
 */
const patientLooks = 1_000_000;
const lookMs = 0.001;

/** What a run's clock goes by, as a worker is told at the start. */
export interface Terms {
  /** The kernel's time at which the run's clock began; null when this process begins it. */
  zero: number | null;
  /** Unix time in ms at which the kernel's clock showed 0. */
  epoch: number;
  pace: Pace;
  /** A virtual clock's time. */
  now: number;
}

/** The run's clock, as a worker reads it. */
export class Clock {
  #distance = 0;
  #began = 0;
  #pace: Pace = { virtual: false, factor: 1 };
  #dayZero = 0;
  #latest = 0;
  #looks = 0;
  #control: Control | undefined;

  /** What there is between this worker's clock and the kernel's is known. */
  agree(agreement: Agreement): void {
    this.#distance = agreement.distance;
  }

  get virtual(): boolean {
    return this.#pace.virtual;
  }

  /** Milliseconds on the kernel's clock. */
  kernelTime(): number {
    return performance.now() + this.#distance;
  }

  /** Begins to count; gives the kernel's time at which the run's clock began. */
  begin({ zero, epoch, pace, now }: Terms, control?: Control): number {
    this.#began = zero === null ? performance.now() : zero - this.#distance;
    const began = this.#began + this.#distance;
    this.#pace = pace;
    this.#control = control;
    this.#latest = now;
    this.#dayZero = pace.virtual ? virtualEpoch : epoch + began;
    return began;
  }

  /** Milliseconds since the run began. It never goes back. */
  now(): number {
    const { virtual, factor } = this.#pace;
    if (!virtual) {
      const real = performance.now() - this.#began - (this.#control?.paused ?? 0);
      this.#latest = Math.max(this.#latest, real * factor);
    }
    return this.#latest;
  }

  /** The time as Go reads it. */
  look(): number {
    if (this.#pace.virtual && ++this.#looks > patientLooks) this.#latest += lookMs;
    return this.now();
  }

  /** Unix time in ms at a time of the run's. */
  day(ms: number): number {
    return this.#dayZero + ms;
  }

  /** The virtual clock has come to that time. */
  advance(to: number): void {
    if (!this.#pace.virtual || to <= this.#latest) return;
    this.#latest = to;
    this.#looks = 0;
  }

  /** How many real milliseconds there are until that time of a clock that is not virtual. */
  realUntil(ms: number): number {
    return Math.max(0, (ms - this.now()) / this.#pace.factor);
  }
}

/** Asks the kernel for the time until the clocks agree. */
export class Handshake {
  #agreement = new Agreement(performance.timeOrigin);
  #asked = 0;

  constructor(
    private readonly ask: () => void,
    private readonly agreed: (agreement: Agreement) => void,
  ) {}

  tick(): void {
    this.#asked = performance.now();
    this.ask();
  }

  tock(time: KernelTime): void {
    this.#agreement.take(time, this.#asked, performance.now());
    if (this.#agreement.settled) this.agreed(this.#agreement);
    else this.tick();
  }
}

/** Has Go read the run's clock: nanoseconds since it began, and the time of day at that moment. */
export function useClock(go: GoRuntime, clock: Clock): void {
  const { gojs } = go.importObject;
  gojs["runtime.nanotime1"] = (sp) => {
    const ns = (clock.look() + 1) * nsPerMs; // Go takes 0 for a clock that does not go
    setInt64(go.mem, (sp >>> 0) + 8, ns);
  };
  gojs["runtime.walltime"] = (sp) => {
    const ms = clock.day(clock.look());
    setInt64(go.mem, (sp >>> 0) + 8, ms / 1000);
    go.mem.setInt32((sp >>> 0) + 16, (ms % 1000) * nsPerMs, true);
  };
}

/** Writes the whole part of a number that is not negative. */
function setInt64(mem: DataView, at: number, value: number): void {
  mem.setUint32(at, value, true);
  mem.setUint32(at + 4, Math.floor(value / wordSize), true);
}
