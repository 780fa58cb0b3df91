// From nothing to a map: which phase it is in, and the promise of its end.

import type { Engine } from "../../machine/engine";
import { load, type Sources } from "./load";
import type { Citations } from "./model";
import type { Phase } from "./phases";
import type { Plan } from "./plan";

export interface LoadingHost {
  /** Where facts and engine are. */
  sources(): Sources;
  /** The facts have come; the picture has not. */
  takeFacts(citations: Citations): void;
  /** The engine has placed the PEPs and can be asked more. */
  takeEngine(engine: Engine): void;
  /** Draws; false when the browser cannot. */
  draw(plan: Plan): Promise<boolean>;
  requestUpdate(): void;
}

export class Loading {
  phase: Phase = { name: "loading", bytes: 0 };
  /** Settled when the map can be used; rejects with an Error that is a sentence. */
  ready: Promise<void>;

  #host: LoadingHost;
  #abort = new AbortController();
  #settle!: { resolve(): void; reject(error: Error): void };

  constructor(host: LoadingHost) {
    this.#host = host;
    this.ready = this.#promise();
  }

  #promise(): Promise<void> {
    const ready = new Promise<void>((resolve, reject) => (this.#settle = { resolve, reject }));
    ready.catch(() => {}); // the page shows it, whether anybody waits or not
    return ready;
  }

  start(): void {
    this.#abort = new AbortController();
    void this.#run(this.#abort.signal);
  }

  stop(): void {
    this.#abort.abort();
  }

  /** The reader does not want to wait for the picture: lists remain. */
  giveUp = (): void => {
    if (this.phase.name !== "placing") return;
    this.#abort.abort();
    this.#enter({ name: "stopped" });
    this.#settle.reject(new Error("The layout was given up."));
  };

  retry = (): void => {
    this.ready = this.#promise();
    this.start();
  };

  /** Another map has taken the place of what was loaded, or was just being loaded. */
  adopted(drawn: boolean): void {
    this.#abort.abort();
    this.#settle.resolve();
    this.#enter({ name: drawn ? "ready" : "plain" });
  }

  async #run(signal: AbortSignal) {
    this.#enter({ name: "loading", bytes: 0 });
    try {
      const loaded = await load(this.#host.sources(), this, signal);
      if (signal.aborted) return loaded?.engine.terminate();
      if (loaded) this.#host.takeEngine(loaded.engine);
      const drawn = loaded === null || (await this.#host.draw(loaded.plan));
      if (signal.aborted) return;
      this.#enter({ name: loaded === null ? "empty" : drawn ? "ready" : "plain" });
      this.#settle.resolve();
    } catch (thrown) {
      if (signal.aborted) return;
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      this.#enter({ name: "failed", reason: error.message });
      this.#settle.reject(error);
    }
  }

  #enter(phase: Phase) {
    this.phase = phase;
    this.#host.requestUpdate();
  }

  onBytes = (bytes: number) => this.#enter({ name: "loading", bytes });

  onPlacing = (part: number) => {
    if (!this.#abort.signal.aborted) this.#enter({ name: "placing", part });
  };

  onFacts = (citations: Citations) => this.#host.takeFacts(citations);
}
