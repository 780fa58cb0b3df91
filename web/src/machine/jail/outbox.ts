import type { RunEvent } from "../protocol";

/** How often parts of traces go at once, in ms: those of many processes, or of one that floods, go together. */
const traceMs = 10;

/**
 * Events on their way to the page, which asks for more when it has shown the
 * last: the first goes at once, a flood goes in large pieces at the page's
 * own pace, and no timer of this unseen frame is needed. Parts of a trace do
 * not wait for what was printed to be shown.
 */
export class Outbox {
  #waiting: RunEvent[] = [];
  #asked = true;
  #traced = -Infinity;

  constructor(private readonly send: (events: RunEvent[]) => void) {}

  push(event: RunEvent): void {
    const last = this.#waiting.at(-1);
    if (last?.type === "output" && event.type === "output" && together(last, event)) {
      last.text += event.text;
    } else {
      this.#waiting.push(event);
    }
    if (this.#asked || (event.type === "trace" && this.#mayHurry())) this.flush();
  }

  #mayHurry(): boolean {
    const now = performance.now();
    const may = now - this.#traced >= traceMs;
    if (may) this.#traced = now;
    return may;
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
