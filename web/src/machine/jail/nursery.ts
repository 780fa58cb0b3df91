import type { Limits } from "../limits";
import { Descriptors } from "./descriptors";
import { Input, Output } from "./devices";
import type { FileSystem } from "./filesystem";
import { Grants } from "./grants";
import type { Lines } from "./lines";
import type { End } from "./pipe-end";
import type { Compiled, Parts, Process } from "./process";
import { home } from "./root";
import type { SpawnRequest } from "./spawn";
import type { WarmWorker } from "./workers";

/** What all processes of a run have in common. */
export interface Heritage {
  program: Compiled;
  args: string[];
  env: Record<string, string>;
  stdin: Uint8Array;
  limits: Limits;
  files: FileSystem;
  /** The console's two streams. */
  stdout: Lines;
  stderr: Lines;
  /** A worker for the next process. */
  take(): Promise<WarmWorker>;
  /** Unix time in ms at which the kernel's clock showed 0. */
  epoch: number;
  /** The kernel's time at which the run's clock began; null before the first process has begun it. */
  zero(): number | null;
  /** What threads share, for programs that import it. */
  shared: WebAssembly.Memory | undefined;
}

/** Of these the first process alone has the use. */
const firstOnly = ["AHIRU_TRACE"];

/** Makes processes and starts them. */
export class Nursery {
  constructor(private readonly heritage: Heritage) {}

  get limits(): Limits {
    return this.heritage.limits;
  }

  get sharedBytes(): number {
    return this.heritage.shared?.buffer.byteLength ?? 0;
  }

  /** What the first process is made of, or one that was asked for; stdout is the pipe for its output. */
  parts(pid: number, parent?: Process, request?: SpawnRequest, stdout?: End): Parts {
    const { stdin, limits, files, ...console } = this.heritage;
    const grants = new Grants();
    const [out, err] = [console.stdout.join(), console.stderr.join()];
    if (stdout) grants.keep(stdout);
    const input = new Input(pid === 1 ? stdin : new Uint8Array(0));
    const output = stdout ? grants.open(stdout) : new Output(out);
    const descriptors = new Descriptors([input, output, new Output(err)], limits.openFiles);
    const cwd = parent?.cwd ?? home;
    const title = request ? titleOf(pid, request) : "";
    const lines = [out, err];
    const mayWait = limits.waitingCalls;
    return { pid, parent, title, cwd, files, descriptors, grants, lines, stdout, mayWait };
  }

  /** Starts it; request is what its parent asked for. */
  start(process: Process, request?: SpawnRequest): void {
    const { program, args, limits, epoch, zero, shared } = this.heritage;
    const { pid, parent, cwd, stdout } = process.parts;
    const terms = {
      args,
      env: request ? childEnvironment(this.heritage.env, request, pid) : this.heritage.env,
      cwd,
      pid,
      ppid: parent?.pid ?? 0,
      memoryBytes: limits.memoryBytes,
      epoch,
      zero: zero(),
      piped: stdout !== undefined,
      ...(shared ? { shared } : {}),
    };
    void process.start(program, terms, this.heritage.take());
  }
}

function titleOf(pid: number, { kind, function: name }: SpawnRequest): string {
  return `${kind === "thread" ? "Thread" : "Process"} ${pid} (${name})`;
}

function childEnvironment(
  env: Record<string, string>,
  request: SpawnRequest,
  pid: number,
): Record<string, string> {
  const { function: name, args } = request;
  const kept = Object.entries(env).filter(([key]) => !firstOnly.includes(key));
  const orders = JSON.stringify({ function: name, args, pid });
  return { ...Object.fromEntries(kept), AHIRU_PROC: orders };
}
