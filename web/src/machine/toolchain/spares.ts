import type { Machine } from "../machine";
import type { ToolRun } from "../tools";
import type { Plan, Step } from "./planner";
import { Rehearsals } from "./rehearsals";
import { startSpare } from "./spare";
import type { Spare } from "./spare";
import type { FileBytes } from "./work";

/** How long after a build, or a run, the spares of the next are started, in ms. */
const restMs = 150;
/** How long a page may be hidden before its spares are dropped, in ms. */
const hiddenMs = 60_000;
/** Gigabytes of memory below which a device has no spares. */
const leastMemory = 4;

/** A spare, and whether it has parked and still stands. */
interface Waiting extends Spare {
  ready: boolean;
}

/**
 * A compiler and a linker that are started before there is something to
 * build: they have come as far as they can without the program, and wait. The
 * linker has read the packages of the last program by then, which is more than
 * half of its work; a program with other packages gets a fresh one. Once both
 * stand, the tools rehearse.
 */
export class Spares {
  readonly #waiting = new Map<Step["tool"], Waiting>();
  readonly #rehearsals: Rehearsals;
  readonly #possible: boolean;
  /** Of what the next build is expected to be like. */
  #expected: { plan: Plan; files: FileBytes } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isShort = false;
  readonly #onVisibility = () => this.#visibility();
  readonly #forgetRuns: () => void;

  constructor(
    private readonly machine: Machine,
    parks: boolean,
  ) {
    const { deviceMemory = leastMemory } = navigator as { deviceMemory?: number };
    this.#possible = parks && deviceMemory >= leastMemory;
    this.#rehearsals = new Rehearsals(machine);
    this.#forgetRuns = machine.beforeRun(() => this.#makeWay());
    document.addEventListener("visibilitychange", this.#onVisibility);
  }

  /** A build begins: nothing else is to take the processor from it. */
  begin(): void {
    clearTimeout(this.#timer);
    this.#rehearsals.stop();
    this.#isShort = false;
  }

  /** Whether this device has room and time for what nobody has asked for. */
  get willing(): boolean {
    return this.#possible && !this.#isShort;
  }

  /** A spare for this step, which goes on at once; undefined when there is none. */
  take(plan: Plan, step: Step, files: FileBytes, keepAs: string): ToolRun | undefined {
    const spare = this.#waiting.get(step.tool);
    if (!spare?.ready || !spare.fits(step, plan)) return undefined;
    this.#waiting.delete(step.tool);
    spare.run.wake(spare.rest(step, files), keepAs);
    return spare.run;
  }

  /** Has spares for another build of this plan, once the page rests. */
  prepare(plan: Plan, files: FileBytes): void {
    if (!this.#possible || this.#isShort) return;
    this.#expected = { plan, files };
    this.#soon();
  }

  /** A program that builds, which rehearsals are to build. */
  learn(plan: Plan, files: FileBytes): void {
    this.#rehearsals.learn(plan, files, true);
  }

  /** As prepare and learn, for what is not built yet: what a build has told counts for more. */
  suppose(plan: Plan, files: FileBytes): void {
    if (this.#expected) return;
    this.#rehearsals.learn(plan, files, false);
    this.prepare(plan, files);
  }

  /** A tool had not enough memory: the spares give theirs back, until there is another build. */
  short(): void {
    this.drop();
    this.#isShort = true;
  }

  /** Ends them all, and starts no others before the next build. */
  drop(): void {
    this.begin();
    this.#expected = undefined;
    for (const { run } of this.#waiting.values()) run.stop();
    this.#waiting.clear();
  }

  dispose(): void {
    this.drop();
    this.#forgetRuns();
    document.removeEventListener("visibilitychange", this.#onVisibility);
  }

  /** A program starts: its times are not to be those of a machine that does something else as well. */
  #makeWay(): void {
    if (!this.#expected) return;
    this.begin();
    for (const [tool, { ready, run }] of this.#waiting) {
      if (ready) continue;
      this.#waiting.delete(tool);
      run.stop();
    }
    this.#soon();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fill(), restMs);
  }

  #fill(): void {
    if (!this.#expected) return;
    if (this.machine.busy) return this.#soon();
    const { plan, files } = this.#expected;
    for (const step of plan.steps.slice(-2)) {
      if (!this.#stands(step, plan)) this.#start(plan, step, files);
    }
    this.#rehearse();
  }

  /** Rehearses once all that was started stands. */
  #rehearse(): void {
    if (!this.#expected || this.#waiting.size === 0) return;
    if ([...this.#waiting.values()].some(({ ready }) => !ready)) return;
    this.#rehearsals.begin();
  }

  #stands(step: Step, plan: Plan): boolean {
    const spare = this.#waiting.get(step.tool);
    if (spare?.fits(step, plan)) return true;
    spare?.run.stop();
    return false;
  }

  #start(plan: Plan, step: Step, files: FileBytes): void {
    const spare: Waiting = { ...startSpare(this.machine, plan, step, files), ready: false };
    this.#waiting.set(step.tool, spare);
    const gone = () => this.#gone(step.tool, spare);
    spare.run.parked.then(() => {
      spare.ready = true;
      this.#rehearse();
    }, gone);
    spare.run.done.then(gone, gone);
  }

  /** One that ended by itself is not tried again until the next build. */
  #gone(tool: Step["tool"], spare: Waiting): void {
    spare.ready = false;
    if (this.#waiting.get(tool) === spare) this.#waiting.delete(tool);
  }

  #visibility(): void {
    clearTimeout(this.#hiding);
    if (!document.hidden) return;
    this.#rehearsals.stop();
    this.#hiding = setTimeout(() => this.drop(), hiddenMs);
  }
  #hiding: ReturnType<typeof setTimeout> | undefined;
}
