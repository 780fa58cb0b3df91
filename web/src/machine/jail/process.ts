import { SystemError } from "../errors";
import type { ErrorCode } from "../errors";
import { toWorkerMessage } from "../worker-protocol";
import type { CallValue, Entry, Fault, StartMessage, WorkerMessage } from "../worker-protocol";
import { perform } from "./calls";
import type { Descriptors } from "./descriptors";
import type { FileSystem } from "./filesystem";
import { DirectoryNode, LinkNode } from "./nodes";
import type { Node } from "./nodes";
import { Inbox } from "./inbox";
import { afterPending } from "./turn";
import type { WarmWorker } from "./workers";

/** What a process tells the run it belongs to. ms is the program's own clock, as it claims. */
export interface Supervisor {
  started(): void;
  /** A time the program claims, made one that can be true. */
  clock(ms: number): number;
  /** A system call that failed for want of something that is limited. */
  refused(code: ErrorCode): void;
  exited(code: number, ms: number): void;
  failed(fault: Fault, words: string): void;
  /** The worker threw what nothing in it caught: its script cannot be relied on any more. */
  crashed(words: string): void;
  overstepped(reason: "memory" | "messages"): void;
}

/** A program, compiled, with the bytes for a worker that cannot be sent a module. */
export interface Compiled {
  module: WebAssembly.Module;
  bytes: ArrayBuffer;
}

/** What a program is started with, its files apart. */
export type Terms = Omit<StartMessage, "type" | "module" | "entries">;

/** One program running in one worker. Every message of the worker may be forged. */
export class Process {
  #changes: Entry[] = [];
  #inbox: Inbox;
  #over = false;

  constructor(
    private readonly worker: WarmWorker,
    private readonly files: FileSystem,
    private readonly descriptors: Descriptors,
    private readonly supervisor: Supervisor,
  ) {
    files.changed = (path, node) => this.#changes.push(entryOf(path, node));
    this.#inbox = new Inbox(afterPending, (received) =>
      this.worker.post({ type: "ack", received }),
    );
  }

  start(program: Compiled, terms: Terms): void {
    const entries = [...this.files.entries()].map(([path, node]) => entryOf(path, node));
    const message = { ...terms, type: "start" as const, entries };
    const withBytes = () => this.worker.post({ ...message, module: program.bytes });
    this.worker.listen((data) => {
      if (this.#over) return;
      const said = toWorkerMessage(data);
      if (!this.#inbox.note(sizeOf(said))) this.supervisor.overstepped("messages");
      else if (said?.type === "unreadable") withBytes();
      else if (said) this.#hear(said);
    });
    this.worker.watch((words) => this.#over || this.supervisor.crashed(words));
    try {
      this.worker.post({ ...message, module: program.module });
    } catch {
      withBytes(); // this browser clones no modules
    }
  }

  /** Ends the worker, whatever it is doing. */
  kill(): void {
    this.#over = true;
    this.worker.terminate();
    this.descriptors.closeAll();
  }

  #hear(said: WorkerMessage): void {
    switch (said.type) {
      case "started":
        return this.supervisor.started();
      case "write":
        return this.#write(said.fd, said.bytes, said.ms);
      case "call":
        return void this.#call(said.id, said.name, said.args, said.ms);
      case "limit":
        return this.supervisor.overstepped(said.reason);
      case "exit":
        return this.supervisor.exited(said.code, said.ms);
      case "fault":
        return this.supervisor.failed(said.fault, said.words);
    }
  }

  #write(fd: number, bytes: Uint8Array, ms: number): void {
    try {
      void this.descriptors.get(fd).write(bytes, null, this.supervisor.clock(ms));
    } catch {
      return; // closed by the program: what it prints there is lost, as anywhere
    }
  }

  async #call(id: number, name: string, args: unknown[], claimed: number): Promise<void> {
    const { files, descriptors } = this;
    const ms = this.supervisor.clock(claimed);
    let answer: { value?: CallValue; error?: ErrorCode };
    try {
      answer = { value: await perform(name, args, { files, descriptors, ms }) };
    } catch (err) {
      const { code } = err as SystemError;
      this.supervisor.refused(code);
      answer = { error: code };
    }
    if (this.#over) return;
    this.worker.post({ type: "reply", id, ...answer, changes: this.#changes });
    this.#changes = [];
  }
}

/** What the worker's own map of the files is told of an entry. */
function entryOf(path: string, node: Node | undefined): Entry {
  if (node instanceof LinkNode) return [path, "l" + node.target];
  return [path, node === undefined ? "" : node instanceof DirectoryNode ? "d" : "f"];
}

function sizeOf(said: WorkerMessage | undefined): number {
  if (said?.type === "write") return said.bytes.length;
  if (said?.type !== "call") return 0;
  return said.args.reduce<number>((n, arg) => n + (arg instanceof Uint8Array ? arg.length : 0), 0);
}
