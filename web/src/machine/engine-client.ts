// The page's end of a running engine: calls out, answers in.

import type { FromWorker, ToWorker } from "./engine-messages";

/** What an engine needs of its worker; a Worker has it. */
export interface Port {
  postMessage(message: ToWorker, transfer: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

interface Pending {
  resolve(json: string): void;
  reject(error: Error): void;
  tell?: (json: string) => void;
}

/** What may come beside a call's argument. */
export interface Beside<P> {
  /** Bytes that JSON would swell. They are transferred: the page has them no longer. */
  files?: Uint8Array<ArrayBuffer>[];
  /** Hears of progress until the call is answered. */
  onProgress?: (progress: P) => void;
}

export class Engine {
  /** The names of the functions that the program offers. */
  names: readonly string[] = [];

  #port: Port;
  #calls = new Map<number, Pending>();
  #last = 0;
  #ready: Pending | undefined;
  #end = ""; // the sentence that says why it ended, "" while it runs

  constructor(port: Port) {
    this.#port = port;
    port.onmessage = ({ data }) => this.#receive(data);
    port.onerror = (event) => {
      event.preventDefault();
      this.terminate(`The program failed: ${event.message || "the browser does not say why"}.`);
    };
  }

  /** Whether calls can still be answered. */
  get running(): boolean {
    return this.#end === "";
  }

  /** Hands the program over (it is transferred) and waits until it is ready. */
  start(wasm: ArrayBuffer): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#end) return reject(new Error(this.#end));
      this.#ready = { resolve: () => resolve(), reject };
      this.#port.postMessage({ type: "start", wasm }, [wasm]);
    });
  }

  /**
   * Calls a function of the program: one JSON crossing each way. Rejects with
   * an Error that says what the program said, or that it has ended.
   */
  async call<T, P = unknown>(name: string, argument: unknown, beside: Beside<P> = {}): Promise<T> {
    if (this.#end) throw new Error(this.#end);
    const id = ++this.#last;
    const { files, onProgress } = beside;
    const json = await new Promise<string>((resolve, reject) => {
      const tell = onProgress && ((json: string) => onProgress(JSON.parse(json) as P));
      this.#calls.set(id, { resolve, reject, ...(tell ? { tell } : {}) });
      const call = { type: "call" as const, id, name, argument: JSON.stringify(argument) };
      if (files)
        this.#port.postMessage({ ...call, files }, [...new Set(files.map((f) => f.buffer))]);
      else this.#port.postMessage(call, []);
    });
    return JSON.parse(json) as T;
  }

  /** Ends the program, whatever it does; calls without an answer are rejected. */
  terminate(why = "The program was stopped."): void {
    if (this.#end) return;
    this.#end = why;
    this.#port.terminate();
    const error = new Error(why);
    this.#ready?.reject(error);
    for (const pending of this.#calls.values()) pending.reject(error);
    this.#calls.clear();
  }

  #receive(message: FromWorker) {
    switch (message.type) {
      case "ready":
        this.names = message.names;
        this.#ready?.resolve("");
        break;
      case "answer":
        this.#take(message.id)?.resolve(message.json);
        break;
      case "told":
        this.#calls.get(message.id)?.tell?.(message.json);
        break;
      case "refusal":
        this.#take(message.id)?.reject(new Error(message.message));
        break;
      case "ended":
        this.terminate(message.message);
    }
  }

  #take(id: number): Pending | undefined {
    const pending = this.#calls.get(id);
    this.#calls.delete(id);
    return pending;
  }
}
