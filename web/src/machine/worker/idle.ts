import type { Callbacks } from "./callbacks";

/** What the companion file leaves while it records a trace. */
interface Companion {
  ahiruStopTrace?: () => void;
}

/** How long a traced program must have asked for nothing before its trace is given up, in ms. */
const quietMs = 5000;
/** The tracer wakes ten times a second; a longer time between two looks was spent computing. */
const breathMs = 500;

/**
 * Sees when a program can never go on, and has Go say so: the event with id 0
 * makes its scheduler look, as Go's own runner for Node does.
 *
 * A traced program always has timers, the tracer's own, and nothing tells
 * them from its own. So one that only wakes and asks for nothing is parted
 * from its trace after a while; if no timer is left then, it is deadlocked.
 */
export class Idle {
  #told = false;
  #stopped = false;
  #asked = 0;
  #looked = 0;
  #quietSince = 0;

  constructor(
    private readonly go: GoRuntime,
    private readonly callbacks: Callbacks,
    private readonly now: () => number,
  ) {}

  /** To be called whenever Go has nothing left to do and waits. */
  check(): void {
    const { due, foreign } = this.callbacks;
    const stopTrace = (globalThis as Companion).ahiruStopTrace;
    if (this.#told || this.go.exited || due > 0 || foreign > (stopTrace ? 1 : 0)) return;
    if (this.go._scheduledTimeouts.size === 0) this.#tell();
    else if (stopTrace && !this.#stopped && this.#isQuiet()) this.#stop(stopTrace);
  }

  #tell(): void {
    this.#told = true;
    this.go._pendingEvent = { id: 0 };
    this.go._resume();
  }

  #stop(stopTrace: () => void): void {
    this.#stopped = true;
    stopTrace();
  }

  #isQuiet(): boolean {
    const now = this.now();
    const busy = this.callbacks.asked > this.#asked || now - this.#looked > breathMs;
    this.#asked = this.callbacks.asked;
    this.#looked = now;
    if (busy) this.#quietSince = now;
    return now - this.#quietSince > quietMs;
  }
}
