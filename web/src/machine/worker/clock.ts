import { Agreement } from "../clock";
import type { KernelTime } from "../clock";

const nsPerMs = 1e6;
const wordSize = 2 ** 32;

/** The run's clock, as a worker reads it. */
export class Clock {
  #distance = 0;
  #began = 0;

  /** What there is between this worker's clock and the kernel's is known. */
  agree(agreement: Agreement): void {
    this.#distance = agreement.distance;
  }

  /** Milliseconds on the kernel's clock. */
  kernelTime(): number {
    return performance.now() + this.#distance;
  }

  /** Begins to count at a time of the kernel's clock, now when it is null; gives that time. */
  begin(zero: number | null): number {
    this.#began = zero === null ? performance.now() : zero - this.#distance;
    return this.#began + this.#distance;
  }

  /** Milliseconds since the run began. */
  now(): number {
    return Math.max(0, performance.now() - this.#began);
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
export function useClock(go: GoRuntime, clock: Clock, epoch: number): void {
  const { gojs } = go.importObject;
  gojs["runtime.nanotime1"] = (sp) => {
    const ns = (clock.now() + 1) * nsPerMs; // Go takes 0 for a clock that does not go
    setInt64(go.mem, (sp >>> 0) + 8, ns);
  };
  gojs["runtime.walltime"] = (sp) => {
    const ms = epoch + clock.kernelTime();
    setInt64(go.mem, (sp >>> 0) + 8, ms / 1000);
    go.mem.setInt32((sp >>> 0) + 16, (ms % 1000) * nsPerMs, true);
  };
}

/** Writes the whole part of a number that is not negative. */
function setInt64(mem: DataView, at: number, value: number): void {
  mem.setUint32(at, value, true);
  mem.setUint32(at + 4, Math.floor(value / wordSize), true);
}
