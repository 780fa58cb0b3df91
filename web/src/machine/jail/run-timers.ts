/** Calls task after so many ms; gives what calls it off. */
export type After = (ms: number, task: () => void) => () => void;

interface Timer {
  left: number;
  since: number;
  task: () => void;
  handle: ReturnType<typeof setTimeout> | undefined;
}

/** Timers of real time by which the kernel watches a run. They stand still while it is paused. */
export class RunTimers {
  readonly #waiting = new Set<Timer>();
  #held = false;

  readonly after: After = (ms, task) => {
    const timer: Timer = { left: ms, since: 0, task, handle: undefined };
    this.#waiting.add(timer);
    if (!this.#held) this.#arm(timer);
    return () => this.#drop(timer);
  };

  hold(): void {
    if (this.#held) return;
    this.#held = true;
    for (const timer of this.#waiting) {
      clearTimeout(timer.handle);
      timer.left = Math.max(0, timer.left - (performance.now() - timer.since));
    }
  }

  goOn(): void {
    if (!this.#held) return;
    this.#held = false;
    for (const timer of this.#waiting) this.#arm(timer);
  }

  /** The run has ended. */
  end(): void {
    for (const timer of [...this.#waiting]) this.#drop(timer);
  }

  #arm(timer: Timer): void {
    timer.since = performance.now();
    timer.handle = setTimeout(() => {
      this.#waiting.delete(timer);
      timer.task();
    }, timer.left);
  }

  #drop(timer: Timer): void {
    clearTimeout(timer.handle);
    this.#waiting.delete(timer);
  }
}
