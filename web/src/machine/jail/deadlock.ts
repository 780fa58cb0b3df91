import { allWait } from "../sentences";
import type { Process } from "./process";
import { afterPending } from "./turn";
import { Waits } from "./waits";

/** How long a process may take to report a deadlock before the next is told, in ms. */
const reportMs = 1000;

/** The processes that are there, by number, lowest first. */
type Live = ReadonlyMap<number, Process>;

/** Watches the processes of a run, and has each say so when none of them can go on. */
export class Deadlock {
  readonly #waits = new Waits();
  readonly #traced = new Set<Process>();
  #found = false;

  constructor(
    private readonly live: Live,
    private readonly say: (sentence: string) => void,
  ) {}

  joined(process: Process): void {
    this.#waits.join(process.pid);
  }

  left(process: Process): void {
    this.#waits.leave(process.pid);
    this.#traced.delete(process);
    this.#lookSoon();
  }

  heard(process: Process): void {
    this.#waits.heard(process.pid);
  }

  answered(process: Process): void {
    this.#waits.answered(process.pid);
  }

  waits(process: Process, answers: number, traced: boolean): void {
    this.#waits.waits(process.pid, answers);
    if (traced) this.#traced.add(process);
    else this.#traced.delete(process);
    this.#lookSoon();
  }

  /** Looks when the answers have been sent that follow from what just happened. */
  #lookSoon(): void {
    if (this.#waits.deadlocked) afterPending(() => this.#look());
  }

  #look(): void {
    if (this.#found || !this.#waits.deadlocked) return;
    const traced = [...this.#traced];
    this.#traced.clear();
    for (const each of traced) {
      this.#waits.heard(each.pid); // its tracer's timers hide what else it waits for
      each.tellDeadlock();
    }
    if (traced.length > 0) return;
    this.#found = true;
    for (const each of this.live.values()) each.freeze();
    if (this.live.size > 1) this.say(allWait(this.live.size));
    void this.#report();
  }

  /** Has one after the other say that it is deadlocked, so that no report stands inside another. */
  async #report(): Promise<void> {
    for (const process of [...this.live.values()].reverse()) {
      if (!this.live.has(process.pid)) continue;
      process.tellDeadlock();
      const late = new Promise((done) => setTimeout(done, reportMs));
      await Promise.race([process.exit.promise, late]);
    }
  }
}
