import type { JailMessage, PageMessage } from "../protocol";
import { importsShared } from "../worker/shared-imports";
import type { Compiled } from "./process";
import { Session } from "./session";
import type { RunMessage } from "./session";
import { Tools } from "./tools";
import type { Workers } from "./workers";

/** Answers the page: keeps its programs compiled and runs one at a time. */
export class Kernel {
  readonly #programs = new Map<string, Compiled>();
  #session: { run: number; session: Session } | undefined;
  readonly #tools: Tools;

  constructor(
    private readonly workers: Workers,
    private readonly post: (message: JailMessage, transfer?: Transferable[]) => void,
  ) {
    this.#tools = new Tools({
      host: workers,
      post,
      program: (id) => this.#programs.get(id),
      keep: (id, bytes) => this.#load(id, bytes),
      rest: () => this.#rest(),
    });
  }

  /** Tells the page when a program could start at once. */
  async open(): Promise<void> {
    try {
      await this.workers.warm();
      this.post({ type: "ready", shares: this.workers.sharing });
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
      case "pause":
        return this.#running(message.run)?.hold();
      case "resume":
        return this.#running(message.run)?.letGo();
      case "untrace":
        return this.#running(message.run)?.untrace();
      case "write":
        return this.#running(message.run)?.write(message.name, message.bytes);
      case "kill":
        return this.#running(message.run)?.kill(message.pid);
      case "stop":
        return this.#running(message.run)?.stop("stop");
      case "forget":
        return void this.#programs.delete(message.id);
      case "mount":
        return this.#tools.mount(message.bytes, message.files);
      case "unmount":
        return this.#tools.unmount();
      case "tool":
        this.workers.keep(toolWorkers);
        return this.#tools.start(message);
      case "wake":
        return this.#tools.wake(message.run, message.files, message.keepAs);
    }
  }

  async #load(id: string, bytes: ArrayBuffer): Promise<void> {
    try {
      const module = await WebAssembly.compile(bytes);
      this.#programs.set(id, { module, bytes, shares: importsShared(module) });
      if (mentions(bytes, "/dev/ahiru/spawn")) this.workers.keep(spareWorkers());
      this.post({ type: "loaded", id });
    } catch (err) {
      this.post({ type: "unusable", id, reason: words(err) });
    }
  }

  #run(message: RunMessage): void {
    const { run, wasm } = message;
    const session = new Session(message, {
      events: (events) => this.post({ type: "events", run, events }),
      paused: (paused) => this.post({ type: "paused", run, paused }),
      done: (ending) => {
        this.#session = undefined;
        this.post({ type: "done", run, ...ending });
        this.#rest();
      },
    });
    this.#session = { run, session };
    const program = this.#programs.get(wasm);
    this.workers.work();
    if (program) void session.start(program, this.workers);
    else session.failed("start", `no program ${wasm} was loaded`);
  }

  #rest(): void {
    if (!this.#session) this.workers.rest();
  }

  #running(run: number): Session | undefined {
    if (this.#session?.run === run) return this.#session.session;
    return this.#tools.find(run);
  }
}

/** How many workers are kept warm once there are tools: for each of the two, and for what they make. */
const toolWorkers = 3;

/** How many workers are kept warm for programs that start processes: a few for each core. */
function spareWorkers(): number {
  return Math.max(4, Math.min(2 * navigator.hardwareConcurrency, 16));
}

/** Whether the bytes hold that text: a program that opens a special file names it. */
function mentions(bytes: ArrayBuffer, text: string): boolean {
  const all = new Uint8Array(bytes);
  const wanted = new TextEncoder().encode(text);
  const [first] = wanted;
  for (let at = all.indexOf(first!); at >= 0; at = all.indexOf(first!, at + 1)) {
    if (wanted.every((byte, i) => all[at + i] === byte)) return true;
  }
  return false;
}

function words(err: unknown): string {
  return err instanceof Error ? err.message : String(err);
}
