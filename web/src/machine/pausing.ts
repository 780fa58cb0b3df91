import { Deferred } from "./deferred";
import type { PauseOutcome } from "./run";

/** How long a program may compute without a call of Go's runtime before a pause is given up, in ms. */
const patienceMs = 1000;

/** The page's side of pausing one run. */
export class Pausing {
  #asked: Deferred<PauseOutcome> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor(private readonly post: (type: "pause" | "resume") => void) {}

  pause(): Promise<PauseOutcome> {
    if (this.#ended) return Promise.resolve("ended");
    if (!this.#asked) {
      this.#asked = new Deferred();
      this.#timer = setTimeout(() => this.#giveUp("busy"), patienceMs);
      this.post("pause");
    }
    return this.#asked.promise;
  }

  resume(): void {
    if (this.#asked) this.#giveUp("resumed"); // which a pause that stands does not hear any more
  }

  /** The jail says whether the run stands still. */
  answered(paused: boolean): void {
    if (!this.#asked) return; // it was called off meanwhile
    if (!paused) return this.#giveUp("unshared");
    clearTimeout(this.#timer);
    this.#asked.resolve("paused");
  }

  end(): void {
    this.#ended = true;
    if (this.#asked) this.#settle("ended");
  }

  #giveUp(outcome: PauseOutcome): void {
    this.#settle(outcome);
    this.post("resume");
  }

  #settle(outcome: PauseOutcome): void {
    clearTimeout(this.#timer);
    this.#asked?.resolve(outcome);
    this.#asked = undefined;
  }
}
