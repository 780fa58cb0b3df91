import type { Control } from "../control";
import { doing } from "../control";
import type { Process } from "./process";
import type { RunClock } from "./run-clock";
import type { After } from "./run-timers";
import type { Waits } from "./waits";

type Live = ReadonlyMap<number, Process>;

/** How long, in real ms, one that computes may keep a virtual clock still for which others wait. */
export const patienceMs = 3000;
/** By how much it goes on at a time from then on, and how often: as the real clock does. */
export const strideMs = 20;

/**
 * Moves a virtual clock: when no process of the run can go on by itself, to the
 * next moment for which one waits, by a timer of Go's or in shared memory. And
 * beside a process that computes for long, so that a time limit reaches it too.
 */
export class VirtualTime {
  readonly #shared: Int32Array | undefined;
  #moves = 0;
  #strides = false;
  #watching = false;

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
  moves(live: Live, waits: Waits): boolean {
    const next = this.#next(live, waits);
    if (next === Infinity) return false;
    this.#moves++;
    this.#strides = false;
    this.#goTo(next, live, waits);
    return true;
  }

  /** Some wait and some do not: looks after a while whether the clock stands for good. */
  watch(live: Live, waits: Waits, after: After): void {
    if (this.#watching || this.#next(live, waits) === Infinity) return;
    this.#watching = true;
    const before = this.#moves;
    after(this.#strides ? strideMs : patienceMs, () => {
      this.#watching = false;
      this.#strides = before === this.#moves;
      if (this.#strides) this.#goTo(this.clock.now + strideMs, live, waits);
      this.watch(live, waits, after);
    });
  }

  #goTo(time: number, live: Live, waits: Waits): void {
    this.clock.advance(time);
    const { now } = this.clock;
    for (const process of live.values()) {
      if (this.#due(process, waits) > now) continue;
      if (this.blocked(process)) this.#wake(process);
      else {
        waits.heard(process.pid);
        process.advance(now);
      }
    }
  }

  #next(live: Live, waits: Waits): number {
    return Math.min(...[...live.values()].map((process) => this.#due(process, waits)));
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
