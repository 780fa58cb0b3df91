/**
 * One clock for the kernel and all workers. Each of them has its own
 * performance.now(), and the origins that browsers name for these are up to a
 * millisecond apart. So a worker, before it takes a program, asks the kernel a
 * few times what time it is there: each answer tells between which two numbers
 * its clock's distance lies, and all of them together leave little room.
 */

/** What the kernel answers: its performance.now(), and where that began, as it believes. */
export interface KernelTime {
  at: number;
  timeOrigin: number;
}

/** How small the room for an error has to be before a worker stops asking, in ms. */
const roomMs = 0.04;
const fewest = 4;
const most = 24;

/** Finds out how far a worker's clock is from the kernel's. */
export class Agreement {
  #lowest = -Infinity;
  #highest = Infinity;
  #believed = NaN;
  #answers = 0;

  constructor(private readonly timeOrigin: number) {}

  /** Takes an answer that was asked for at one time of the worker's and came at another. */
  take({ at, timeOrigin }: KernelTime, asked: number, came: number): void {
    this.#answers++;
    this.#believed = this.timeOrigin - timeOrigin;
    this.#lowest = Math.max(this.#lowest, at - came);
    this.#highest = Math.min(this.#highest, at - asked);
  }

  /** Whether asking again would gain nothing. */
  get settled(): boolean {
    if (this.#answers < fewest) return false;
    return this.#answers >= most || this.room <= roomMs;
  }

  /** How much the distance may be wrong by, both ways together, in ms. */
  get room(): number {
    return Math.max(0, this.#highest - this.#lowest);
  }

  /** What to add to the worker's performance.now() to have the kernel's. */
  get distance(): number {
    const [low, high] = [this.#lowest, this.#highest];
    // The browser's own word is exact where it can be true at all.
    return this.#believed >= low && this.#believed <= high ? this.#believed : (low + high) / 2;
  }
}
