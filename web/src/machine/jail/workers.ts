import { isRecord } from "../check";
import type { KernelMessage } from "../worker-protocol";

/** A worker whose script stands and waits for a program. */
export class WarmWorker {
  constructor(private readonly worker: Worker) {}

  post(message: KernelMessage): void {
    this.worker.postMessage(message);
  }

  listen(hear: (data: unknown) => void): void {
    this.worker.onmessage = (event) => hear(event.data);
  }

  /** Hears of errors that nothing in the worker caught; they are kept off the browser's console. */
  watch(crashed: (words: string) => void): void {
    this.worker.onerror = (event) => {
      event.preventDefault();
      crashed(String(event.message).slice(0, 500));
    };
  }

  terminate(): void {
    this.worker.onmessage = null;
    this.worker.onerror = null;
    this.worker.terminate();
  }
}

/** How long a kind of URL may take to bring up a worker before the next is tried. */
const patienceMs = 10_000;

/**
 * Starts workers ahead of their use. A blob: URL serves everywhere but in
 * WebKitGTK under isolation, where a worker of an opaque origin starts from a
 * data: URL only; what worked once is used from then on.
 */
export class Workers {
  #urls: string[];
  #spare: Promise<WarmWorker> | undefined;

  constructor(script: string) {
    const blob = new Blob([script], { type: "text/javascript" });
    const data = "data:text/javascript;charset=utf-8," + encodeURIComponent(script);
    this.#urls = [URL.createObjectURL(blob), data];
  }

  /** Has a worker ready for the next take; rejects when none can be started. */
  warm(): Promise<WarmWorker> {
    this.#spare ??= this.#begin();
    return this.#spare;
  }

  /** The spare worker, now the caller's. */
  take(): Promise<WarmWorker> {
    const worker = this.warm();
    this.#spare = undefined;
    return worker;
  }

  async #begin(): Promise<WarmWorker> {
    for (;;) {
      const [url] = this.#urls;
      try {
        return await begin(url!);
      } catch (err) {
        if (this.#urls.length === 1) throw err;
        this.#urls.shift();
      }
    }
  }
}

function begin(url: string): Promise<WarmWorker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(url);
    const fail = () => {
      clearTimeout(timer);
      worker.terminate();
      reject(new Error("the browser started no worker"));
    };
    const timer = setTimeout(fail, patienceMs);
    worker.onerror = fail;
    worker.onmessage = (event) => {
      if (!isRecord(event.data) || event.data.type !== "warm") return;
      clearTimeout(timer);
      worker.onerror = null;
      resolve(new WarmWorker(worker));
    };
  });
}
