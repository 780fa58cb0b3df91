/** A piece of work for several who wait: it is given up when none of them waits any more. */
export class SharedTask<T> {
  readonly #end = new AbortController();
  readonly #result: Promise<T>;
  #waiting = 0;

  constructor(work: (signal: AbortSignal) => Promise<T>) {
    this.#result = work(this.#end.signal);
    this.#result.catch(() => {});
  }

  /** Nobody waits any more, or the work is done: who comes now begins anew. */
  get over(): boolean {
    return this.#end.signal.aborted;
  }

  /** Gives the work up, whoever waits. */
  end(): void {
    this.#end.abort();
  }

  /** The result; rejects with the signal's reason when that is aborted first. */
  async join(signal: AbortSignal | undefined): Promise<T> {
    signal?.throwIfAborted();
    this.#waiting++;
    try {
      return await Promise.race([this.#result, aborted(signal)]);
    } finally {
      this.#waiting--;
      if (this.#waiting === 0) this.#end.abort(); // nothing, once the work is done
    }
  }
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
}
