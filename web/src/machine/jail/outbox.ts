import type { RunEvent } from "../protocol";

/**
 * Events on their way to the page, which asks for more when it has shown the
 * last: the first goes at once, a flood goes in large pieces at the page's
 * own pace, and no timer of this unseen frame is needed.
 */
export class Outbox {
  #waiting: RunEvent[] = [];
  #asked = true;

  constructor(private readonly send: (events: RunEvent[]) => void) {}

  push(event: RunEvent): void {
    const last = this.#waiting.at(-1);
    if (last?.type === "output" && event.type === "output" && together(last, event)) {
      last.text += event.text;
    } else {
      this.#waiting.push(event);
    }
    if (this.#asked) this.flush();
  }

  /** The page has shown what it was sent. */
  more(): void {
    this.#asked = true;
    if (this.#waiting.length > 0) this.flush();
  }

  /** Sends what waits, asked or not. */
  flush(): void {
    if (this.#waiting.length === 0) return;
    this.#asked = false;
    const events = this.#waiting;
    this.#waiting = [];
    this.send(events);
  }
}

type Output = Extract<RunEvent, { type: "output" }>;

/** Within a millisecond of one stream nobody can tell pieces apart. */
function together(a: Output, b: Output): boolean {
  return a.stream === b.stream && b.ms - a.ms < 1;
}
