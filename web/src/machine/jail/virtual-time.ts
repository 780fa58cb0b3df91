import type { Control } from "../control";
import { doing } from "../control";
import type { Process } from "./process";
import type { RunClock } from "./run-clock";
import type { Waits } from "./waits";

/**
 * Moves a virtual clock: when no process of the run can go on by itself, to the
 * next moment for which one waits, by a timer of Go's or in shared memory.
 */
export class VirtualTime {
  readonly #shared: Int32Array | undefined;

  constructor(
    private readonly clock: RunClock,
    private readonly control: Control | undefined,
    shared: WebAssembly.Memory | undefined,
  ) {
    this.#shared = shared && new Int32Array(shared.buffer);
  }

  /** A process says what time it has: its own looks may have moved its clock. */
  heard(ms: number): void {
    this.clock.advance(this.clock.claim(ms));
  }

  /** Whether a thread was woken in shared memory and has not gone on yet. */
  get waking(): boolean {
    return (this.control?.wakes ?? 0) > 0;
  }

  /** Whether a process waits in shared memory. */
  blocked(process: Process | undefined): boolean {
    if (!process || !this.control) return false;
    return this.control.slot(process.parts.slot).state === doing.blocked;
  }

  /** Moves the clock on and wakes who waited for that time; false when nobody waits for any. */
  moves(live: ReadonlyMap<number, Process>, waits: Waits): boolean {
    const dues = [...live.values()].map((process) => [process, this.#due(process, waits)] as const);
    const next = Math.min(...dues.map(([, due]) => due));
    if (next === Infinity) return false;
    this.clock.advance(next);
    const { now } = this.clock;
    for (const [process, due] of dues) {
      if (due > now) continue;
      if (this.blocked(process)) this.#wake(process);
      else {
        waits.heard(process.pid);
        process.advance(now);
      }
    }
    return true;
  }

  #due(process: Process, waits: Waits): number {
    const due = this.blocked(process)
      ? this.control!.slot(process.parts.slot).until
      : waits.until(process.pid);
    return due !== null && due >= 0 ? due : Infinity; // NaN, too, can stand in the memory
  }

  /** Wakes all that wait at that word: for those whose time has not come it is a wake-up for nothing. */
  #wake(process: Process): void {
    const word = this.control!.slot(process.parts.slot).at >>> 2;
    if (!this.#shared || word >= this.#shared.length) return; // it wrote there itself
    this.control!.woken(Atomics.notify(this.#shared, word));
  }
}
