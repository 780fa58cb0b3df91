/**
 * What may still call into Go without Go doing anything: answers that are on
 * their way, and functions that the program gave to the browser by itself.
 * When there is nothing of either and no timer, an idle program is deadlocked.
 */
export class Callbacks {
  /** Answers on their way to the program. */
  due = 0;
  /** Answers on their way to Go's tracer. */
  dueToTracer = 0;
  /** Functions that Go made for JavaScript and that system calls did not take. */
  foreign = 0;
  readonly #made = new WeakSet<object>();

  /** Go made a function that JavaScript can call. */
  made(callback: object): void {
    this.#made.add(callback);
    this.foreign++;
  }

  /** A system call took it: it will be called once, with the answer. */
  taken(callback: unknown, byTracer: boolean): void {
    if (byTracer) this.dueToTracer++;
    else this.due++;
    if (typeof callback === "function" && this.#made.delete(callback)) this.foreign--;
  }

  /** The answer is there. */
  answered(byTracer: boolean): void {
    if (byTracer) this.dueToTracer--;
    else this.due--;
  }
}
