import type { Callbacks } from "./callbacks";

/** What the companion file leaves while it records a trace. */
interface Companion {
  ahiruStopTrace?: () => void;
}

/**
 * Sees when a program can never go on, and has Go say so: the event with id 0
 * makes its scheduler look, as Go's own runner for Node does.
 *
 * A program that is traced is never without a timer, the tracer's. But the
 * tracer sets it anew only after it has written, so while its write waits for
 * an answer, the timers are the program's own. Without any, the trace is
 * stopped first: Go knows no deadlock while it has a timer.
 */
export class Idle {
  #told = false;
  #stopped = false;

  constructor(
    private readonly go: GoRuntime,
    private readonly callbacks: Callbacks,
  ) {}

  /** To be called whenever Go has nothing left to do and waits. */
  check(): void {
    const { due, dueToTracer, foreign } = this.callbacks;
    if (this.#told || this.go.exited || due > 0 || this.go._scheduledTimeouts.size > 0) return;
    const stopTrace = (globalThis as Companion).ahiruStopTrace;
    if (foreign > (stopTrace ? 1 : 0)) return;
    if (dueToTracer === 0) this.#tell();
    else if (stopTrace) this.#stop(stopTrace);
  }

  #tell(): void {
    this.#told = true;
    this.go._pendingEvent = { id: 0 };
    this.go._resume();
  }

  #stop(stopTrace: () => void): void {
    if (this.#stopped) return;
    this.#stopped = true;
    stopTrace();
  }
}
