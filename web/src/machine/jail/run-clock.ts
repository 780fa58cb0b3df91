import type { Control } from "../control";
import type { Pace } from "../pace";

/** How much faster than the real one a virtual clock may go by a program's own looks at it. */
const mostByLooks = 100;

/**
 * The clock of one run, as the kernel keeps it: what its programs read, and
 * the real time that they have had, pauses left out of both.
 */
export class RunClock {
  readonly #asked = performance.now();
  #zero: number | null = null;
  #latest = 0;
  #virtual = 0;
  #paused = 0;
  #wentOn = 0;
  #stopped: number | null = null;

  constructor(
    readonly pace: Pace,
    private readonly control?: Control,
  ) {}

  /** The kernel's time at which it began; null before that. */
  get zero(): number | null {
    return this.#zero;
  }

  /** The first process is instantiated, at that time of the kernel's. */
  begin(at: number): void {
    this.#zero ??= Math.max(this.#asked, Math.min(at, performance.now()));
  }

  /** Real milliseconds that the run has had. */
  get spent(): number {
    return this.#zero === null ? 0 : this.#since(this.#zero);
  }

  /** The run's clock, in ms. */
  get now(): number {
    return this.pace.virtual ? this.#virtual : this.spent * this.pace.factor;
  }

  /** A time of the run's clock that a program claims, made one that can be true. */
  claim(ms: number): number {
    const real = this.#since(this.#zero ?? this.#asked) + 1; // clocks agree to a fraction
    const { virtual, factor } = this.pace;
    const possible = virtual ? this.#virtual + real * mostByLooks : real * factor;
    this.#latest = Math.max(this.#latest, Math.min(ms, possible));
    return this.#latest;
  }

  /** Real milliseconds from the beginning to a time that a program claims. */
  realUntil(ms: number): number {
    return this.pace.virtual ? this.spent : this.claim(ms) / this.pace.factor;
  }

  /** Moves a virtual clock on; it never goes back. */
  advance(to: number): void {
    this.#virtual = Math.max(this.#virtual, to);
    if (this.control) this.control.now = this.#virtual;
  }

  /** Nothing runs any more since that time of the kernel's. */
  stop(at: number): void {
    this.#stopped ??= Math.min(at, performance.now());
  }

  /** It is about to go on. */
  goOn(): void {
    if (this.#stopped === null) return;
    this.#wentOn = performance.now();
    this.#paused = this.#pausedBefore(this.#stopped) + this.#wentOn - this.#stopped;
    this.#stopped = null;
    if (!this.control) return;
    this.control.paused = this.#paused;
    this.control.wentOn = this.#wentOn;
  }

  /** With what the first worker to go on had to wait until it could, which is no more than has passed since. */
  #pausedBefore(now: number): number {
    const more = (this.control?.paused ?? 0) - this.#paused;
    return this.#paused + Math.min(Math.max(more || 0, 0), Math.max(0, now - this.#wentOn));
  }

  #since(began: number): number {
    const now = this.#stopped ?? performance.now();
    return Math.max(0, now - began - this.#pausedBefore(now));
  }
}
