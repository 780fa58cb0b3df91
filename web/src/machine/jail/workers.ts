import { defaultLimits } from "../limits";
import type { Limits } from "../limits";
import { smallShared } from "./shared";
import { bringUp } from "./warm-worker";
import type { WarmWorker } from "./warm-worker";

export type { WarmWorker } from "./warm-worker";

/** How long the frame may be busy before a spare worker is started all the same, in ms. */
const idleMs = 500;

/**
 * Starts workers ahead of their use. A blob: URL serves everywhere but in
 * WebKitGTK under isolation, where a worker of an opaque origin starts from a
 * data: URL only; what worked once is used from then on.
 */
export class Workers {
  readonly #urls: string[];
  readonly #spares: Promise<WarmWorker>[] = [];
  #wanted = 1;
  #filling = false;
  #resting = true;
  #sharing: boolean | undefined;

  constructor(script: string) {
    const blob = new Blob([script], { type: "text/javascript" });
    const data = "data:text/javascript;charset=utf-8," + encodeURIComponent(script);
    this.#urls = [URL.createObjectURL(blob), data];
  }

  /** Whether memory can be shared with workers; known once one was warm. */
  get sharing(): boolean {
    return this.#sharing ?? false;
  }

  /** How many workers stand ready, or are about to. */
  get spares(): number {
    return this.#spares.length;
  }

  caps(limits: Limits = defaultLimits): object {
    return {
      shared: this.sharing,
      isolated: crossOriginIsolated,
      workers: limits.workers,
      cores: navigator.hardwareConcurrency,
    };
  }

  /** Has a worker ready for the next take; rejects when none can be started. */
  warm(): Promise<WarmWorker> {
    const [first] = this.#spares;
    if (first) return first;
    const worker = this.#begin();
    this.#spares.push(worker);
    worker.catch(() => this.#spares.splice(this.#spares.indexOf(worker), 1));
    return worker;
  }

  /** A worker, now the caller's. */
  take(): Promise<WarmWorker> {
    const worker = this.warm();
    this.#spares.shift();
    return worker;
  }

  /** Has at least so many workers ready from now on, whenever the frame rests. */
  keep(wanted: number): void {
    this.#wanted = Math.max(this.#wanted, wanted);
    if (this.#resting) this.#fill();
  }

  /** A run begins: nothing is to be started beside it. */
  work(): void {
    this.#resting = false;
  }

  /** No run goes on: workers that were taken are replaced, one after the other. */
  rest(): void {
    this.#resting = true;
    this.#fill();
  }

  #fill(): void {
    if (this.#filling) return;
    this.#filling = true;
    whenIdle(async () => {
      this.#filling = false;
      if (!this.#resting || this.#spares.length >= this.#wanted) return;
      const worker = this.#begin();
      this.#spares.push(worker);
      try {
        await worker;
        if (this.#resting) this.#fill();
      } catch {
        this.#spares.splice(this.#spares.indexOf(worker), 1); // whoever needs one will hear why
      }
    });
  }

  async #begin(): Promise<WarmWorker> {
    for (;;) {
      const [url] = this.#urls;
      const trial = this.#sharing === undefined ? smallShared() : undefined;
      try {
        const { worker, shares } = await bringUp(url!, trial);
        this.#sharing ??= shares;
        return worker;
      } catch (err) {
        if (this.#urls.length === 1) throw err;
        if (this.#urls[0] === url) this.#urls.shift();
      }
    }
  }
}

function whenIdle(task: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(task, { timeout: idleMs });
  else setTimeout(task, idleMs);
}
