import { allWait } from "../sentences";
import type { Blocks } from "./blocks";
import type { Process } from "./process";
import type { After } from "./run-timers";
import { afterPending } from "./turn";
import type { VirtualTime } from "./virtual-time";
import { Waits } from "./waits";

/** The number of the process with which the run ends. */
const firstPid = 1;
/** How long a process may take to report a deadlock before the next is told, in ms. */
const reportMs = 1000;

/** The processes that are there, by number, lowest first. */
type Live = ReadonlyMap<number, Process>;

/** What the watch over a run's processes works with. */
export interface Watch {
  say(sentence: string): void;
  after: After;
  /** Whether the run is paused: nothing is decided meanwhile. */
  paused(): boolean;
  /** Moves the clock of a run whose clock is virtual. */
  time: VirtualTime | undefined;
  blocks: Blocks;
  /** Whether a process records what it does. */
  traces(process: Process): boolean;
  /** Has all record no more. */
  untrace(): void;
  /** Ends the run whose first process can say nothing any more. */
  end(): void;
}

/**
 * Watches the processes of a run for the moment in which none can go on by
 * itself. On a virtual clock that is when time moves to the next timer;
 * without one, it is a deadlock, and each process is to say so that can: one
 * that is blocked in shared memory hears nothing.
 */
export class Deadlock {
  readonly #waits = new Waits();
  readonly #traced = new Set<Process>();
  #found = false;

  constructor(
    private readonly live: Live,
    private readonly watch: Watch,
  ) {}

  joined(process: Process): void {
    this.#waits.join(process.pid);
  }

  left(process: Process): void {
    this.#waits.leave(process.pid);
    this.watch.blocks.leave(process);
    this.#traced.delete(process);
    this.lookSoon();
  }

  heard(process: Process): void {
    this.#waits.heard(process.pid);
    this.watch.blocks.leave(process);
  }

  blocked(process: Process, count: number): void {
    this.watch.blocks.told(process, count);
    this.lookSoon();
  }

  answered(process: Process): void {
    this.#waits.answered(process.pid);
  }

  waits(process: Process, answers: number, traced: boolean, until: number | null): void {
    this.#waits.waits(process.pid, answers, traced ? null : until);
    if (traced) this.#traced.add(process);
    else this.#traced.delete(process);
    this.lookSoon();
  }

  /** Looks when the answers have been sent that follow from what just happened. */
  lookSoon(): void {
    const { time, after } = this.watch;
    if (this.#allWait()) afterPending(() => this.#look());
    else time?.watch(this.live, this.#waits, after);
  }

  #allWait(): boolean {
    const { time } = this.watch;
    if (!time) return this.#allForEver();
    return !time.waking && this.#waits.all((pid) => time.blocked(this.live.get(pid)));
  }

  #allForEver(): boolean {
    return this.#waits.all((pid) => this.watch.blocks.forEver(this.live.get(pid)));
  }

  #look(): void {
    if (this.#found || this.watch.paused() || !this.#allWait()) return;
    if (this.watch.time?.moves(this.live, this.#waits)) return;
    if (!this.#allForEver()) return;
    if (this.#endTraces()) return;
    const traced = [...this.#traced];
    this.#traced.clear();
    for (const each of traced) {
      this.#waits.heard(each.pid); // its tracer's timers hide what else it waits for
      each.tellDeadlock();
    }
    if (traced.length > 0) return;
    this.#found = true;
    for (const each of this.live.values()) each.freeze();
    const all = [...this.live.values()];
    const mute = new Set(all.filter((each) => this.watch.blocks.forEver(each)));
    if (all.length > 1 || mute.size > 0) this.watch.say(allWait(all.length, mute.size));
    void this.#report(all, mute);
  }

  /**
   * Who is blocked in shared memory has recorded what it waits for and cannot
   * tell before it goes on. So those are woken, for that alone.
   */
  #endTraces(): boolean {
    const { blocks, traces } = this.watch;
    const mute = [...this.live.values()].filter((each) => traces(each) && blocks.forEver(each));
    if (mute.length === 0) return false;
    this.watch.untrace();
    blocks.wake(mute);
    for (const each of [...mute, ...this.#traced]) this.heard(each);
    this.#traced.clear();
    return true;
  }

  /** Has one after the other say that it is deadlocked, so that no report stands inside another. */
  async #report(all: Process[], mute: ReadonlySet<Process>): Promise<void> {
    for (const process of all.reverse()) {
      if (!this.live.has(process.pid) || mute.has(process)) continue;
      process.tellDeadlock();
      const late = new Promise<void>((done) => this.watch.after(reportMs, done));
      await Promise.race([process.exit.promise, late]);
    }
    const first = this.live.get(firstPid);
    if (first && mute.has(first)) this.watch.end();
  }
}
