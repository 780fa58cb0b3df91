import { doing } from "../control";
import type { Control } from "../control";
import type { Process } from "./process";
import { overWord } from "./shared";

/**
 * Knows who waits for ever in shared memory, from where no message comes. Each
 * said so before it blocked, behind all that it had to say before that, and
 * its slot and the word it waits at tell whether it still stands there: one
 * that was woken is counted until it goes on.
 */
export class Blocks {
  /** For the how manieth time each blocks, by its own word. */
  readonly #told = new Map<Process, number>();
  readonly #shared: Int32Array | undefined;

  constructor(
    private readonly control: Control | undefined,
    shared: WebAssembly.Memory | undefined,
  ) {
    this.#shared = shared && new Int32Array(shared.buffer);
  }

  told(process: Process, count: number): void {
    this.#told.set(process, count);
  }

  /** It did something else, or has ended. */
  leave(process: Process): void {
    this.#told.delete(process);
  }

  /** Whether nothing but another process of the run can make it go on, and none has. */
  forEver(process: Process | undefined): boolean {
    if (!process || !this.control) return false;
    const count = this.#told.get(process);
    const slot = this.control.slot(process.parts.slot);
    const stands = count === slot.count && slot.state === doing.blocked && slot.until === Infinity;
    return stands && this.control.wakes === 0 && this.#holds(slot.at, slot.value);
  }

  /**
   * Wakes those that wait for ever. Package shm parks the goroutine then, so
   * that the others of its process run: what they have recorded is told.
   */
  wake(processes: Process[]): void {
    const { control } = this;
    if (!control || !this.#shared) return;
    Atomics.store(this.#shared, overWord, 1);
    for (const { parts } of processes) {
      control.woken(Atomics.notify(this.#shared, control.slot(parts.slot).at >>> 2));
    }
  }

  #holds(at: number, value: number): boolean {
    const word = at >>> 2;
    if (!this.#shared || word >= this.#shared.length) return false; // it wrote there itself
    return Atomics.load(this.#shared, word) === value;
  }
}
