import { Deferred } from "./deferred";
import { toLimits } from "./limits";
import type { Limits } from "./limits";
import type { JailMessage, PageMessage, StopReason } from "./protocol";
import { Gathering } from "./run";
import type { RunResult } from "./run";

export interface ToolOptions {
  /** The id given to load(). */
  wasm: string;
  /** Without the program's name. */
  args: string[];
  env: Record<string, string>;
  files: Record<string, Uint8Array>;
  /** Paths of mounted files that it reads. */
  mounts: string[];
  /** The file that is wanted of it, in its working folder. */
  makes: string;
  /** Have the jail load that file as the program of this id, instead of handing it out. */
  keepAs?: string;
  /** It is started ahead: it parks, and wake() gives it the rest. */
  parks?: boolean;
  limits?: Partial<Limits>;
}

export interface ToolResult extends RunResult {
  /** Size of what it made; -1 when it made nothing. */
  size: number;
  /** What it made, unless the jail keeps it. */
  made: Uint8Array | null;
  /** The most memory that it took, in bytes; 0 when it made nothing. */
  memory: number;
  /** Why the machine ended it, null when it ended by itself. */
  reason: StopReason | null;
}

/** A tool that was started. */
export interface ToolRun {
  /** Resolves when it has parked; rejects when it ends before that. */
  parked: Promise<void>;
  /** Lets a parked one go on, with these files too; keepAs is as in ToolOptions. */
  wake(files: Record<string, Uint8Array>, keepAs?: string): void;
  /** Rejects when the tool could not be handed over, or the frame was lost. */
  done: Promise<ToolResult>;
  stop(): void;
}

/** Tools run on the real clock, with the browser's chance. */
const plain = { clock: "real", seed: "" } as const;

/** One tool at work, as the page knows it. */
class Work {
  readonly parked = new Deferred<void>();
  readonly done = new Deferred<ToolResult>();
  readonly gathering = new Gathering({});
  size = -1;
  memory = 0;
  made: Uint8Array | null = null;
}

/** The page's end of the tools that run in the jail beside the one program. */
export class Tools {
  readonly #works = new Map<number, Work>();

  /** expect is told of each program that a tool is to make. */
  constructor(
    private readonly post: (message: PageMessage) => void,
    private readonly expect: (id: string) => void,
  ) {}

  start(run: number, options: ToolOptions): ToolRun {
    const { wasm, args, limits, keepAs = "", parks = false, ...rest } = options;
    const work = new Work();
    this.#works.set(run, work);
    this.expect(keepAs);
    const program = { wasm, args: [wasm, ...args], stdin: new Uint8Array(0), ...plain };
    const terms = { ...rest, keepAs, parks, limits: toLimits(limits) };
    this.post({ type: "tool", run, ...program, ...terms });
    return {
      parked: work.parked.promise,
      wake: (files, keepAs = "") => {
        this.expect(keepAs);
        this.post({ type: "wake", run, files, keepAs });
      },
      done: work.done.promise,
      stop: () => this.post({ type: "stop", run }),
    };
  }

  /** Takes a message if it is about a tool. */
  hear(message: Extract<JailMessage, { run: number }>): boolean {
    const work = this.#works.get(message.run);
    if (!work) return false;
    switch (message.type) {
      case "events":
        message.events.forEach((event) => work.gathering.take(event));
        this.post({ type: "more", run: message.run });
        break;
      case "parked":
        work.parked.resolve();
        break;
      case "made":
        work.size = message.size;
        work.memory = message.memory;
        work.made = message.bytes;
        break;
      case "done":
        this.#works.delete(message.run);
        work.gathering.end(message);
        work.parked.reject(new Error("The tool ended before it parked."));
        void work.gathering.result.promise.then((result) => {
          const { size, made, memory } = work;
          work.done.resolve({ ...result, size, made, memory, reason: message.reason });
        });
    }
    return true;
  }

  /** The frame is gone, and all tools with it. */
  abandon(why: Error): void {
    for (const work of this.#works.values()) {
      work.parked.reject(why);
      work.done.reject(why);
    }
    this.#works.clear();
  }
}
