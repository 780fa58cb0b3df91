import type { Machine } from "../machine";
import type { Plan } from "./planner";
import { startSpare } from "./spare";
import { outcomeOf } from "./work";
import type { FileBytes } from "./work";

/** How many builds, with those of the reader, it takes until one more gains next to nothing. */
const enough = 6;
/** How many it takes for a program with other packages, after those. */
const enoughAnew = 3;

/**
 * Builds of the last program whose outcome nobody wants. A browser runs new
 * code slowly at first and makes better of the functions that it meets often,
 * for all workers that run the same module: a build takes a third of the time
 * of the second one by the sixth. What the first edits of a reader would pay
 * is paid while they read.
 */
export class Rehearsals {
  #done = 0;
  #piece: { plan: Plan; files: FileBytes } | undefined;
  #going: AbortController | undefined;

  constructor(private readonly machine: Machine) {}

  /** What is to be built; wasBuilt says that it just was, which is as good as a rehearsal. */
  learn(plan: Plan, files: FileBytes, wasBuilt: boolean): void {
    const known = this.#piece?.plan.packages.join() === plan.packages.join();
    if (!known) this.#done = Math.min(this.#done, enough - enoughAnew);
    this.#piece = { plan, files };
    if (wasBuilt) this.#done++;
  }

  /** Rehearses, one build after the other, until there were enough. */
  begin(): void {
    if (!this.#piece || this.#going) return;
    const { plan, files } = this.#piece;
    const going = (this.#going = new AbortController());
    const over = () => this.#going === going && this.stop();
    this.#rehearse(plan, files, going.signal).then(over, over); // stopped, or the frame was lost
  }

  stop(): void {
    this.#going?.abort();
    this.#going = undefined;
  }

  async #rehearse(plan: Plan, files: FileBytes, signal: AbortSignal): Promise<void> {
    while (this.#done < enough) {
      if (!(await this.#build(plan, { ...files }, signal))) return;
      this.#done++;
    }
  }

  /** One build; false when a tool refuses. */
  async #build(plan: Plan, files: FileBytes, signal: AbortSignal): Promise<boolean> {
    for (const step of plan.steps) {
      signal.throwIfAborted();
      const { run, rest } = startSpare(this.machine, plan, step, files);
      const outcome = outcomeOf(run, signal);
      run.parked.then(
        () => run.wake(rest(step, files)),
        () => {}, // outcome tells
      );
      const { exitCode, made } = await outcome;
      if (exitCode !== 0 || !made) return false;
      files[step.makes] = made;
    }
    return true;
  }
}
