import type { JailMessage, PageMessage } from "../protocol";
import type { Compiled } from "./process";
import { Session } from "./session";
import type { RunMessage } from "./session";
import type { Workers } from "./workers";

/** Answers the page: keeps its programs compiled and runs one at a time. */
export class Kernel {
  readonly #programs = new Map<string, Compiled>();
  #session: { run: number; session: Session } | undefined;

  constructor(
    private readonly workers: Workers,
    private readonly post: (message: JailMessage) => void,
  ) {}

  /** Tells the page when a program could start at once. */
  async open(): Promise<void> {
    try {
      await this.workers.warm();
      this.post({ type: "ready" });
    } catch (err) {
      this.post({ type: "broken", reason: words(err) });
    }
  }

  hear(message: PageMessage): void {
    switch (message.type) {
      case "load":
        return void this.#load(message.id, message.wasm);
      case "run":
        return this.#run(message);
      case "more":
        return this.#running(message.run)?.more();
      case "stop":
        return this.#running(message.run)?.stop("stop");
    }
  }

  async #load(id: string, bytes: ArrayBuffer): Promise<void> {
    try {
      this.#programs.set(id, { module: await WebAssembly.compile(bytes), bytes });
      this.post({ type: "loaded", id });
    } catch (err) {
      this.post({ type: "unusable", id, reason: words(err) });
    }
  }

  #run(message: RunMessage): void {
    const { run, wasm } = message;
    const session = new Session(message, {
      events: (events) => this.post({ type: "events", run, events }),
      done: (ending) => {
        this.#session = undefined;
        this.post({ type: "done", run, ...ending });
        this.workers.warm().catch(() => {}); // the next run will say so
      },
    });
    this.#session = { run, session };
    const program = this.#programs.get(wasm);
    if (program) void session.start(program, this.workers.take());
    else session.failed("start", `no program ${wasm} was loaded`);
  }

  #running(run: number): Session | undefined {
    return this.#session?.run === run ? this.#session.session : undefined;
  }
}

function words(err: unknown): string {
  return err instanceof Error ? err.message : String(err);
}
