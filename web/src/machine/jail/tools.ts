import type { Ending, JailMessage, MountedFile, PageMessage } from "../protocol";
import type { Mount } from "../worker-protocol";
import type { FileSystem } from "./filesystem";
import { Park } from "./park";
import type { Compiled } from "./process";
import { placeOf } from "./root";
import { Session } from "./session";
import type { Host } from "./session";

type ToolMessage = Extract<PageMessage, { type: "tool" }>;

/** What tools need of the kernel. */
export interface Shop {
  host: Host;
  post(message: JailMessage, transfer?: Transferable[]): void;
  program(id: string): Compiled | undefined;
  /** Compiles and keeps what a tool has made; the page is told. */
  keep(id: string, bytes: ArrayBuffer): Promise<void>;
  /** A tool has ended. */
  rest(): void;
}

/**
 * The compiler and the linker at work, each in a session of its own: a file
 * system, a worker and limits that nothing else in the frame can reach, and
 * files that are mounted for reading.
 */
export class Tools {
  readonly #running = new Map<number, Session>();
  readonly #asked = new Map<number, ToolMessage>();
  readonly #mounts = new Map<string, Uint8Array>();

  constructor(private readonly shop: Shop) {}

  /** Keeps files that later tools read. */
  mount(bytes: ArrayBuffer, files: readonly MountedFile[]): void {
    for (const [path, from, size] of files) {
      this.#mounts.set(path, new Uint8Array(bytes, from, size));
    }
  }

  unmount(): void {
    this.#mounts.clear();
  }

  /** Gives a parked tool what it waits for: files, and what becomes of the one that it makes. */
  wake(run: number, files: Record<string, Uint8Array>, keepAs: string): void {
    const message = this.#asked.get(run);
    if (!message) return;
    message.keepAs = keepAs;
    this.#running.get(run)?.wake(files);
  }

  /** The session of a run that is a tool's. */
  find(run: number): Session | undefined {
    return this.#running.get(run);
  }

  start(message: ToolMessage): void {
    const { run } = message;
    const park = message.parks ? new Park(() => this.#parked(run)) : undefined;
    const session = new Session(
      message,
      {
        paused: () => {}, // nobody asks a tool to
        events: (events) => this.shop.post({ type: "events", run, events }),
        done: (ending, files) => void this.#done(message, ending, files),
      },
      { mounts: this.#chosen(message.mounts), park },
    );
    this.#running.set(run, session);
    this.#asked.set(run, message);
    const program = this.shop.program(message.wasm);
    if (program) void session.start(program, this.shop.host);
    else session.failed("start", `no program ${message.wasm} was loaded`);
  }

  #chosen(paths: readonly string[]): Mount[] {
    const chosen: Mount[] = [];
    for (const path of paths) {
      const bytes = this.#mounts.get(path);
      if (bytes) chosen.push([path, bytes]);
    }
    return chosen;
  }

  #parked(run: number): void {
    this.#running.get(run)?.parked();
    this.shop.post({ type: "parked", run });
  }

  async #done(message: ToolMessage, ending: Ending, files: FileSystem | undefined): Promise<void> {
    const { run, makes, keepAs } = message;
    this.#asked.delete(run);
    const memory = this.#running.get(run)?.memory ?? 0;
    this.#running.delete(run);
    const made = ending.exitCode === 0 ? contents(files, makes) : undefined;
    if (made && keepAs !== "") {
      this.shop.post({ type: "made", run, size: made.length, bytes: null, memory });
      await this.shop.keep(keepAs, made.buffer);
    } else if (made) {
      this.shop.post({ type: "made", run, size: made.length, bytes: made, memory }, [made.buffer]);
    }
    this.shop.post({ type: "done", run, ...ending });
    this.shop.rest();
  }
}

/** A copy of a file; undefined when there is none of that name. */
function contents(
  files: FileSystem | undefined,
  name: string,
): Uint8Array<ArrayBuffer> | undefined {
  try {
    const node = files?.file(placeOf(name));
    return node?.read(node.size, 0);
  } catch {
    return undefined;
  }
}
