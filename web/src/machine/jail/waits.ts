/** What the kernel knows of one process's waiting. */
interface State {
  /** Answers that were sent to it. */
  answers: number;
  waiting: boolean;
  /** When its next timer is due on a virtual clock; null without one. */
  until: number | null;
}

/**
 * Sees when the processes of a run wait for one another and nothing else can
 * wake any of them. A process says that it waits: it has no timer, nothing to
 * do, and only calls that the kernel has not answered, after so many answers.
 * That stays true until the kernel sends it another or it is heard again. On a
 * virtual clock it may have a timer: nothing but the clock's moving wakes that.
 */
export class Waits {
  readonly #states = new Map<number, State>();

  /** A process was asked for; until it says otherwise it is busy. */
  join(pid: number): void {
    this.#states.set(pid, { answers: 0, waiting: false, until: null });
  }

  leave(pid: number): void {
    this.#states.delete(pid);
  }

  /** The kernel sent the process an answer: it goes on. */
  answered(pid: number): void {
    const state = this.#states.get(pid);
    if (!state) return;
    state.answers++;
    state.waiting = false;
  }

  /** The process did something. */
  heard(pid: number): void {
    const state = this.#states.get(pid);
    if (state) state.waiting = false;
  }

  /** The process waits, having had so many answers; fewer than were sent, and it is about to go on. */
  waits(pid: number, answers: number, until: number | null = null): void {
    const state = this.#states.get(pid);
    if (!state) return;
    state.waiting = answers === state.answers;
    state.until = until;
  }

  /** When a process that waits has a timer due; null for one that has none or does not wait. */
  until(pid: number): number | null {
    const state = this.#states.get(pid);
    return state?.waiting ? state.until : null;
  }

  /** Whether there are processes and all of them wait, or are blocked as far as the caller knows. */
  all(blocked: (pid: number) => boolean = () => false): boolean {
    const states = [...this.#states];
    return states.length > 0 && states.every(([pid, { waiting }]) => waiting || blocked(pid));
  }
}
