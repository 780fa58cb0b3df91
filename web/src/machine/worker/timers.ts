import type { Clock } from "./clock";

type Handle = ReturnType<typeof setTimeout>;

/** A timer of Go's: when it is due on the run's clock, and the browser's timer for it. */
interface Timer {
  due: number;
  handle: Handle | undefined;
}

/**
 * Go's timers on the run's clock. wasm_exec.js hands each to the browser; here
 * one is asked again when the browser's time is up, since the run may have been
 * paused meanwhile, and on a virtual clock the browser is not asked at all.
 */
export class Timers {
  readonly #waiting: Map<number, Timer>;
  #nextId = 1;

  constructor(
    private readonly go: GoRuntime,
    private readonly clock: Clock,
  ) {
    this.#waiting = go._scheduledTimeouts as Map<number, Timer>;
    const { gojs } = go.importObject;
    gojs["runtime.scheduleTimeoutEvent"] = (sp) => {
      const at = (sp >>> 0) + 8;
      const id = this.#schedule(go.mem.getUint32(at, true)); // Go asks for 1e9 ms at most
      go.mem.setInt32(at + 8, id, true);
    };
    gojs["runtime.clearTimeoutEvent"] = (sp) => this.#clear(go.mem.getInt32((sp >>> 0) + 8, true));
  }

  /** When the next one is due; null without one. */
  get next(): number | null {
    const dues = [...this.#waiting.values()].map(({ due }) => due);
    return dues.length === 0 ? null : Math.min(...dues);
  }

  /** Rings those that are due: a virtual clock has moved. */
  ring(): void {
    const now = this.clock.now();
    for (const [id, { due }] of [...this.#waiting]) if (due <= now) this.#ring(id);
  }

  #schedule(ms: number): number {
    const id = this.#nextId++;
    const timer: Timer = { due: this.clock.now() + ms, handle: undefined };
    this.#waiting.set(id, timer);
    if (!this.clock.virtual) this.#arm(id, timer);
    return id;
  }

  #arm(id: number, timer: Timer): void {
    const ms = Math.min(this.clock.realUntil(timer.due), longest);
    timer.handle = setTimeout(() => {
      if (this.clock.now() < timer.due) this.#arm(id, timer);
      else this.#ring(id);
    }, Math.ceil(ms));
  }

  /** Has Go look at its timers, and again as long as it has not noticed, as wasm_exec.js does (golang/go#28975). */
  #ring(id: number): void {
    while (this.#waiting.has(id) && !this.go.exited) this.go._resume();
  }

  #clear(id: number): void {
    clearTimeout(this.#waiting.get(id)?.handle);
    this.#waiting.delete(id);
  }
}

/** The longest that browsers wait: 31 bits of milliseconds. */
const longest = 2 ** 31 - 1;
