import { isRecord } from "../check";
import { sharedMark } from "../worker-protocol";
import type { KernelMessage } from "../worker-protocol";

/** Bytes from which handing a buffer over is cheaper than copying it. */
const transferBytes = 16 << 10;

/** A worker whose script stands and waits for a program. */
export class WarmWorker {
  constructor(private readonly worker: Worker) {}

  post(message: KernelMessage): void {
    this.worker.postMessage(message, handedOver(message));
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

/** What was read for a program is nobody else's: every handle gives it in a buffer of its own. */
function handedOver(message: KernelMessage): Transferable[] {
  if (message.type !== "reply" || !(message.value instanceof Uint8Array)) return [];
  const { buffer, byteLength } = message.value as Uint8Array<ArrayBuffer>;
  return byteLength >= transferBytes && byteLength === buffer.byteLength ? [buffer] : [];
}

/** How long a kind of URL may take to bring up a worker before the next is tried. */
const patienceMs = 10_000;

/** A worker that stands, and whether the memory that was tried has come back from it with the mark. */
export interface Warmed {
  worker: WarmWorker;
  shares: boolean;
}

/**
 * Brings up a worker: answers it with the time until it is warm, the first
 * time along with a memory that it is to leave its mark in.
 */
export function bringUp(url: string, trial: WebAssembly.Memory | undefined): Promise<Warmed> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(url);
    let memory = trial;
    const fail = () => {
      clearTimeout(timer);
      worker.terminate();
      reject(new Error("the browser started no worker"));
    };
    const timer = setTimeout(fail, patienceMs);
    worker.onerror = fail;
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!isRecord(data)) return;
      if (data.type === "tick") {
        answer(worker, memory);
        memory = undefined;
      }
      if (data.type !== "warm") return;
      clearTimeout(timer);
      worker.onerror = null;
      const shares = trial !== undefined && new Int32Array(trial.buffer)[0] === sharedMark;
      resolve({ worker: new WarmWorker(worker), shares });
    };
  });
}

function answer(worker: Worker, memory: WebAssembly.Memory | undefined): void {
  const tock = { type: "tock", at: performance.now(), timeOrigin: performance.timeOrigin };
  try {
    worker.postMessage(memory ? { ...tock, memory } : tock);
  } catch {
    worker.postMessage(tock); // it can be made here, but not shared
  }
}
