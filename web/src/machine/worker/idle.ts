import type { Callbacks } from "./callbacks";
import type { Clock } from "./clock";
import { timersLinked, type Linked } from "./own-timers";
import type { Timers } from "./timers";

/** What the companion file leaves while it records a trace. */
interface Companion {
  /** Stops the trace, or tells whether a goroutine sleeps; null where that cannot be said. */
  ahiruTrace?: (what: "stop" | "sleeps") => unknown;
}

/** How long a traced program must have asked for nothing before it is looked at closely, in ms. */
const soonMs = 250;
/** And before its trace is given up where nobody knows whether it waits for a timer. */
const quietMs = 5000;
/** The tracer wakes ten times a second; a longer time between two looks was spent computing. */
const breathMs = 500;
/** How long a program must have waited for the kernel before the kernel is told, in ms. */
const waitMs = 50;

/**
 * Sees when a program can never go on, and has Go say so: the event with id 0
 * makes its scheduler look, as Go's own runner for Node does. Whether calls
 * that the kernel has not answered will ever be, only the kernel knows: it is
 * told that the program waits for nothing else. On a virtual clock it is told
 * at once, and of the next timer too: it moves the clock when all wait.
 *
 * A traced program always has timers, the tracer's own, and nothing tells
 * them from its own. So one that only wakes and asks for nothing is parted
 * from its trace; if no timer is left then, it is deadlocked. That is soon
 * where time.Sleep is all that it can wait with, and no goroutine sleeps. One
 * that has other timers might wait for one of them, so it is given a while.
 */
export class Idle {
  #told = false;
  #stopped = false;
  #unwanted = false;
  #asked = 0;
  #due = 0;
  #looked = 0;
  #quietSince = 0;
  #looks = 0;
  #watching = false;
  #linked: Linked | undefined;
  /** What the companion said last of sleepers, and when. */
  #sleeps: { told: unknown; at: number } = { told: null, at: -Infinity };

  constructor(
    private readonly go: GoRuntime,
    private readonly callbacks: Callbacks,
    private readonly clock: Pick<Clock, "now" | "virtual">,
    private readonly timers: Pick<Timers, "next">,
    private readonly waiting: (traced: boolean) => void,
  ) {}

  /** To be called whenever Go has nothing left to do and waits. */
  check(): void {
    this.#looks++;
    this.#dropUnwanted();
    if (!this.#onlyKernel()) return this.#letTimePass();
    const alone = this.callbacks.due === 0;
    if (this.go._scheduledTimeouts.size === 0) {
      if (alone) this.#tell();
      else if (this.clock.virtual) this.waiting(false);
      else this.#watch();
    } else if (this.#trace && this.#isQuiet()) {
      if (alone) this.#giveUpTrace();
      else this.waiting(true);
    } else if (this.clock.virtual) this.waiting(false);
  }

  /** Nobody wants the program's trace any more. */
  untrace(): void {
    this.#unwanted = true;
    this.#dropUnwanted();
  }

  /** The kernel will answer nothing any more. */
  deadlock(): void {
    if (!this.#onlyKernel()) return;
    if (this.go._scheduledTimeouts.size === 0) this.#tell();
    else this.#giveUpTrace();
  }

  /** Whether nothing but timers and the kernel's answers can wake the program. */
  #onlyKernel(): boolean {
    const { due, calls, foreign } = this.callbacks;
    if (this.#told || this.go.exited || due > calls) return false;
    return foreign <= (this.#companion.ahiruTrace ? 1 : 0);
  }

  get #companion(): Companion {
    return globalThis as Companion;
  }

  /** What parts the program from its trace, while it has one. */
  get #trace(): Companion["ahiruTrace"] {
    return this.#stopped ? undefined : this.#companion.ahiruTrace;
  }

  #tell(): void {
    this.#told = true;
    this.go._pendingEvent = { id: 0 };
    this.go._resume();
  }

  /** A program that is told early may not have begun its trace yet. */
  #dropUnwanted(): void {
    if (this.#unwanted && !this.go.exited && this.#trace) this.#giveUpTrace();
  }

  #giveUpTrace(): void {
    const trace = this.#trace;
    this.#stopped = true;
    trace?.("stop");
  }

  /** Tells the kernel when the program has done nothing for a while; one timer serves all looks. */
  #watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    const looks = this.#looks;
    setTimeout(() => {
      this.#watching = false;
      if (!this.#onlyKernel() || this.go._scheduledTimeouts.size > 0) return;
      if (looks === this.#looks) this.waiting(false);
      else this.#watch();
    }, waitMs);
  }

  /**
   * A program that the browser may call at any time cannot be said to wait for
   * its timers alone: on a virtual clock they then take the time they take.
   */
  #letTimePass(): void {
    const { due, calls, foreign } = this.callbacks;
    const { next } = this.timers;
    if (!this.clock.virtual || foreign === 0 || due > calls || next === null) return;
    const looks = this.#looks;
    const late = () => looks === this.#looks && !this.go.exited && this.waiting(false);
    setTimeout(late, next - this.clock.now());
  }

  #isQuiet(): boolean {
    const now = this.clock.now();
    const { asked, due } = this.callbacks;
    const moved = asked > this.#asked || due !== this.#due; // it asked for something, or got an answer
    const busy = moved || now - this.#looked > breathMs;
    [this.#asked, this.#due] = [asked, due];
    this.#looked = now;
    if (busy) this.#quietSince = now;
    const quiet = now - this.#quietSince;
    return quiet > soonMs && (this.#hasNoTimer(now) ?? quiet > quietMs);
  }

  /** Whether the program, which is idle, has no timer of its own; undefined where nobody can say. */
  #hasNoTimer(now: number): boolean | undefined {
    this.#linked ??= timersLinked(this.go.mem.buffer);
    if (this.#linked.timer) return undefined;
    if (!this.#linked.sleep) return true;
    if (now - this.#sleeps.at > soonMs) {
      this.#sleeps.at = now; // the question makes the program idle once more
      this.#sleeps.told = this.#trace?.("sleeps");
    }
    const { told } = this.#sleeps;
    return typeof told === "boolean" ? !told : undefined;
  }
}
