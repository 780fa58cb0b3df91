import { Deferred } from "../deferred";
import { SystemError } from "../errors";
import type { ErrorCode } from "../errors";
import { toWorkerMessage } from "../worker-protocol";
import type { CallValue, StartMessage, WorkerMessage } from "../worker-protocol";
import { perform } from "./calls";
import { Changes } from "./changes";
import type { Descriptors } from "./descriptors";
import type { FileSystem } from "./filesystem";
import { Grants } from "./grants";
import { Inbox } from "./inbox";
import { LastWords } from "./last-words";
import type { LineWriter } from "./lines";
import type { End } from "./pipe-end";
import type { Exit } from "./spawn";
import type { Supervisor } from "./supervisor";
import { afterPending } from "./turn";
import type { WarmWorker } from "./workers";

/** A program, compiled, with the bytes for a worker that cannot be sent a module. */
export interface Compiled {
  module: WebAssembly.Module;
  /** Whether it imports the memory that threads share. */
  shares: boolean;
  bytes: ArrayBuffer;
}

/** What a program is started with, its files apart. */
export type Terms = Omit<StartMessage, "type" | "module" | "entries">;

/** What a process is made of. */
export interface Parts {
  pid: number;
  /** Its slot in the control memory; 0 where there is none. */
  slot: number;
  parent: Process | undefined;
  /** What it is called on the console, such as "Process 3 (square)"; "" for the first. */
  title: string;
  /** The function that it was started with, "main" for the first, and as what. */
  name: string;
  kind: "process" | "thread";
  /** Its folder at first. */
  cwd: string;
  files: FileSystem;
  descriptors: Descriptors;
  grants: Grants;
  /** Its ways to the console. */
  lines: LineWriter[];
  /** The end of a pipe that its standard output is; undefined for the console. */
  stdout: End | undefined;
  /** How many of its reads may wait at once, and how many of its writes. */
  mayWait: number;
}

/** One program running in one worker. Every message of the worker may be forged. */
export class Process {
  /** Bytes that Go's memory takes, as it says. */
  memory = 0;
  cwd: string;
  /** Its worker's program is instantiated; rejects with a sentence when that cannot be. */
  readonly stood = new Deferred<void>();
  hasStood = false;
  /** It ended by itself. */
  exited = false;
  readonly exit = new Deferred<Exit>();
  readonly changes: Changes;
  readonly lastWords = new LastWords();
  #worker: WarmWorker | undefined;
  #inbox: Inbox;
  #over = false;
  #frozen = false;
  /** How many calls that others may keep waiting are under way. */
  readonly #waiting = new Map([
    ["read", 0],
    ["write", 0],
  ]);

  constructor(
    readonly parts: Parts,
    private readonly supervisor: Supervisor,
  ) {
    this.cwd = parts.cwd;
    this.changes = new Changes(parts.files);
    this.#inbox = new Inbox(afterPending, (received) =>
      this.#worker?.post({ type: "ack", received }),
    );
  }

  get pid(): number {
    return this.parts.pid;
  }

  get grants(): Grants {
    return this.parts.grants;
  }

  /** Starts the program as soon as the worker is warm. */
  async start(program: Compiled, terms: Terms, warm: Promise<WarmWorker>): Promise<void> {
    try {
      const worker = await warm;
      if (this.#over) return worker.terminate();
      this.#worker = worker;
      this.#begin(worker, program, terms);
    } catch (err) {
      this.supervisor.failed(this, "start", String(err));
    }
  }

  #begin(worker: WarmWorker, program: Compiled, terms: Terms): void {
    const message = { ...terms, type: "start" as const, entries: this.changes.all() };
    let withBytes: (() => void) | undefined = () => {
      withBytes = undefined;
      worker.post({ ...message, module: program.bytes });
    };
    worker.listen((data) => {
      if (this.#over) return;
      const said = toWorkerMessage(data);
      if (!this.#inbox.note(sizeOf(said))) this.supervisor.overstepped(this, "messages");
      else if (said?.type === "unreadable") {
        // A program that runs was read: what says otherwise then is forged.
        if (!this.hasStood) withBytes?.();
      } else if (said) this.#hear(said);
    });
    worker.watch((words) => this.#over || this.supervisor.crashed(this, words));
    try {
      worker.post({ ...message, module: program.module });
    } catch {
      withBytes(); // this browser clones no modules
    }
  }

  /** Ends the worker, whatever it is doing, and lets go of all that it held. */
  close(): void {
    this.#over = true;
    this.#worker?.terminate();
    this.parts.descriptors.closeAll();
    this.grants.dropAll();
    this.changes.forget();
    for (const writer of this.parts.lines) writer.leave();
  }

  /** Answers nothing any more. */
  freeze(): void {
    this.#frozen = true;
  }

  /** Has it stop if the run is to be held; one that does not wait for a message stops by itself. */
  hold(): void {
    this.#worker?.post({ type: "hold" });
  }

  /** Has it record no more of what it does. */
  untrace(): void {
    this.#worker?.post({ type: "untrace" });
  }

  /** A virtual clock has come to a time that it waits for. */
  advance(now: number): void {
    this.#worker?.post({ type: "advance", now });
  }

  /** Has Go say that it waits for what will not come. */
  tellDeadlock(): void {
    this.#worker?.post({ type: "deadlock" });
  }

  #hear(said: WorkerMessage): void {
    const { supervisor } = this;
    if (said.type !== "waiting" && said.type !== "held") supervisor.heard(this);
    switch (said.type) {
      case "started":
        this.hasStood = true;
        return supervisor.started(this, said.at);
      case "memory":
        this.memory = Math.max(this.memory, said.bytes);
        return supervisor.grew(this);
      case "untold":
        return supervisor.untold(this, said.bytes);
      case "waiting":
        return supervisor.waits(this, said);
      case "held":
        return supervisor.held();
      case "blocked":
        return supervisor.blocked(this, said.count);
      case "write":
        return this.#write(said.fd, said.bytes, said.ms);
      case "call":
        return void this.#call(said.id, said.name, said.args, said.ms);
      case "limit":
        return supervisor.overstepped(this, said.reason);
      case "exit":
        this.exited = true;
        return supervisor.exited(this, said.code & 0xff, said.ms); // as a shell would see it
      case "fault":
        return supervisor.failed(this, said.fault, said.words);
    }
  }

  #write(fd: 1 | 2, bytes: Uint8Array<ArrayBuffer>, claimed: number): void {
    if (fd === 2) this.lastWords.hear(bytes);
    const ms = this.supervisor.clock(claimed);
    try {
      const written = this.parts.descriptors.get(fd).write(bytes, null, ms);
      if (typeof written !== "number") written.catch(() => {}); // a pipe that broke meanwhile
    } catch {
      return; // closed by the program: what it prints there is lost, as anywhere
    }
  }

  /** Does a call and counts it while it waits: what waits takes memory that is not the program's. */
  async #counted(name: string, call: () => Promise<CallValue>): Promise<CallValue> {
    const waiting = this.#waiting.get(name);
    if (waiting === undefined) return call();
    if (waiting >= this.parts.mayWait) throw new SystemError("ENOBUFS");
    this.#waiting.set(name, waiting + 1);
    try {
      return await call();
    } finally {
      this.#waiting.set(name, this.#waiting.get(name)! - 1);
    }
  }

  async #call(id: number, name: string, args: unknown[], claimed: number): Promise<void> {
    const { files, descriptors } = this.parts;
    const caller = {
      files,
      descriptors,
      ms: this.supervisor.clock(claimed),
      special: (path: string, flags: number) => this.supervisor.special(this, path, flags),
      moved: (to: string) => void (this.cwd = to),
    };
    let answer: { value?: CallValue; error?: ErrorCode };
    try {
      answer = { value: await this.#counted(name, () => perform(name, args, caller)) };
    } catch (err) {
      const { code } = err as SystemError;
      this.supervisor.refused(code);
      answer = { error: code };
    }
    if (this.#over || this.#frozen) return;
    const now = this.supervisor.virtualNow;
    this.#worker?.post({ type: "reply", id, ...answer, changes: this.changes.take(), now });
    this.supervisor.answered(this);
  }
}

function sizeOf(said: WorkerMessage | undefined): number {
  if (said?.type === "write") return said.bytes.length;
  if (said?.type !== "call") return 0;
  return said.args.reduce<number>((n, arg) => n + (arg instanceof Uint8Array ? arg.length : 0), 0);
}
