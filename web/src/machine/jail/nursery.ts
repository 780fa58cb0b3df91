import type { Control } from "../control";
import type { Limits } from "../limits";
import type { Mount } from "../worker-protocol";
import { Descriptors } from "./descriptors";
import { Input, Output } from "./devices";
import type { FileSystem } from "./filesystem";
import { Grants } from "./grants";
import type { Lines } from "./lines";
import type { Park } from "./park";
import type { End } from "./pipe-end";
import type { Compiled, Parts, Process } from "./process";
import { home } from "./root";
import type { RunClock } from "./run-clock";
import { stuckThreads } from "./shared";
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
  clock: RunClock;
  /** What chance comes from; "" for the browser's own. */
  seed: string;
  /** By what the run is held; undefined where memory cannot be shared. */
  control: Control | undefined;
  /** What threads share, for programs that import it. */
  shared: WebAssembly.Memory | undefined;
  /** What the workers read by themselves. */
  mounts?: Mount[];
  /** Where the first process may wait without being deadlocked. */
  park?: Park | undefined;
}

/** Asks a program for its execution trace. */
const traceVariable = "AHIRU_TRACE";

/** A process's number, and its slot in the control memory. */
type Place = Pick<Parts, "pid" | "slot">;

/** Makes processes and starts them. */
export class Nursery {
  /** Whether those that are started from now on record what they do, where the environment says so. */
  traces = true;

  constructor(private readonly heritage: Heritage) {}

  get limits(): Limits {
    return this.heritage.limits;
  }

  get clock(): RunClock {
    return this.heritage.clock;
  }

  get control(): Control | undefined {
    return this.heritage.control;
  }

  get shared(): WebAssembly.Memory | undefined {
    return this.heritage.shared;
  }

  /** Whether the run waits for the page to let it go on. */
  get parked(): boolean {
    return this.heritage.park?.waiting ?? false;
  }

  /** How many threads wait in shared memory for what another has to do. */
  get stuck(): number {
    return stuckThreads(this.heritage.shared, this.heritage.limits.workers + 1);
  }

  get sharedBytes(): number {
    return this.heritage.shared?.buffer.byteLength ?? 0;
  }

  /** What the first process is made of, or one that was asked for; stdout is the pipe for its output. */
  parts(place: Place, parent?: Process, request?: SpawnRequest, stdout?: End): Parts {
    const { pid } = place;
    const { stdin, limits, files, ...console } = this.heritage;
    const grants = new Grants();
    const [out, err] = [console.stdout.join(), console.stderr.join()];
    if (stdout) grants.keep(stdout);
    const input = new Input(pid === 1 ? stdin : new Uint8Array(0));
    const output = stdout ? grants.open(stdout) : new Output(out);
    const descriptors = new Descriptors([input, output, new Output(err)], limits.openFiles);
    const cwd = parent?.cwd ?? home;
    const title = request ? titleOf(pid, request) : "";
    const { function: name = "main", kind = "process" } = request ?? {};
    const lines = [out, err];
    const mayWait = limits.waitingCalls;
    const role = { parent, title, name, kind, cwd };
    return { ...place, ...role, files, descriptors, grants, lines, stdout, mayWait };
  }

  /** Starts it; request is what its parent asked for. */
  start(process: Process, request?: SpawnRequest): void {
    const { program, args, limits, epoch, clock, seed, control, shared, mounts } = this.heritage;
    const { pid, slot, parent, cwd, stdout } = process.parts;
    const terms = {
      args,
      env: this.#environment(pid, request),
      cwd,
      pid,
      ppid: parent?.pid ?? 0,
      memoryBytes: limits.memoryBytes,
      epoch,
      zero: clock.zero,
      pace: clock.pace,
      now: clock.pace.virtual ? clock.now : 0,
      seed,
      ...(control ? { control: { memory: control.memory, slot } } : {}),
      piped: stdout !== undefined,
      ...(shared ? { shared } : {}),
      ...(mounts ? { mounts } : {}),
    };
    void process.start(program, terms, this.heritage.take());
  }

  #environment(pid: number, request?: SpawnRequest): Record<string, string> {
    const env = { ...this.heritage.env };
    if (!this.traces) delete env[traceVariable];
    if (!request) return env;
    const { function: name, args } = request;
    return { ...env, AHIRU_PROC: JSON.stringify({ function: name, args, pid }) };
  }
}

function titleOf(pid: number, { kind, function: name }: SpawnRequest): string {
  return `${kind === "thread" ? "Thread" : "Process"} ${pid} (${name})`;
}
