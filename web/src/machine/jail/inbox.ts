import { ackBytes, ackEvery, kernelWindow } from "../worker-protocol";

/**
 * Counts what arrives from one worker and says how far the kernel has read.
 * It says so only after a turn of the event loop: an honest worker, which
 * waits for that, can never have more than its window ahead, so one that has
 * is forging messages, and the page's thread is freed of it.
 */
export class Inbox {
  #received = 0;
  #unread = 0;
  #bytes = 0;
  #turning = false;

  constructor(
    private readonly turn: (task: () => void) => void,
    private readonly ack: (received: number) => void,
  ) {}

  /** Notes one message; false when the worker cannot be honest. */
  note(bytes: number): boolean {
    this.#received++;
    this.#unread++;
    this.#bytes += bytes;
    if ((this.#unread >= ackEvery || this.#bytes >= ackBytes) && !this.#turning) {
      this.#turning = true;
      this.turn(() => this.#answer());
    }
    return this.#unread <= kernelWindow;
  }

  #answer(): void {
    this.#turning = false;
    this.#unread = this.#bytes = 0;
    this.ack(this.#received);
  }
}
