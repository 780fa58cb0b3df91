/**
 * What may still call into Go without Go doing anything: answers that are on
 * their way, and functions that the program gave to the browser by itself.
 * When there is nothing of either and no timer, an idle program is deadlocked.
 */
export class Callbacks {
  /** Answers on their way. */
  due = 0;
  /** Those of them that the kernel has to give. */
  calls = 0;
  /** Answers that the kernel has given so far. */
  answers = 0;
  /** What the program has asked of the system so far, the tracer apart. */
  asked = 0;
  /** Functions that Go made for JavaScript and that system calls did not take. */
  foreign = 0;
  readonly #made = new WeakSet<object>();

  /** Go made a function that JavaScript can call. */
  made(callback: object): void {
    this.#made.add(callback);
    this.foreign++;
  }

  /** A system call took it: it will be called once, with the answer. */
  taken(callback: unknown): void {
    this.due++;
    this.asked++;
    if (typeof callback === "function" && this.#made.delete(callback)) this.foreign--;
  }

  /** The answer is there. */
  answered(): void {
    this.due--;
  }
}
