import { SystemError } from "../errors";
import type { ErrorCode } from "../errors";
import { Control } from "../control";
import { toPace } from "../pace";
import type {
  Ending,
  PageMessage,
  RunEvent,
  StopReason,
  StreamName,
  TracePiece,
} from "../protocol";
import { whyFailed, whyRefused, whyStopped, whyUnwritten } from "../sentences";
import type { Fault, Mount } from "../worker-protocol";
import type { FileSystem } from "./filesystem";
import { Lines } from "./lines";
import { Nursery } from "./nursery";
import { Outbox } from "./outbox";
import { OutputStream } from "./output";
import type { Compiled } from "./process";
import { Processes } from "./processes";
import type { Run } from "./processes";
import type { Park } from "./park";
import { give, makeFiles, put } from "./root";
import { RunClock } from "./run-clock";
import { RunTimers } from "./run-timers";
import type { After } from "./run-timers";
import { newShared, smallShared } from "./shared";
import { afterPending } from "./turn";
import type { WarmWorker } from "./workers";

/** A program as the page asks for it to be run. */
export type RunMessage = Extract<PageMessage, { type: "run" | "tool" }>;

/** What a tool has that a program has not. */
export interface Equipment {
  mounts: Mount[];
  /** Where it may wait before it has something to do. */
  park: Park | undefined;
}

/** Exit status of a program that was stopped, as a shell reports SIGKILL. */
const killed = 137;
/** Exit status of a program that broke, as Go's runtime gives it. */
const broken = 2;

/** What a session tells the page. */
export interface Report {
  events(events: RunEvent[]): void;
  /** Whether the run stands still, after it was asked to. */
  paused(paused: boolean): void;
  /** The run is over; files are as it left them. */
  done(ending: Ending, files: FileSystem | undefined): void;
}

/** What a session takes its workers from. */
export interface Host {
  take(): Promise<WarmWorker>;
  /** Whether memory can be shared with workers; known once one is warm. */
  readonly sharing: boolean;
  /** What programs read in /dev/ahiru/caps. */
  caps(limits: RunMessage["limits"]): object;
}

/** One run: its files, its streams, its clock, its processes, its end. */
export class Session implements Run {
  readonly #outbox: Outbox;
  readonly #stdout: OutputStream;
  readonly #stderr: OutputStream;
  readonly #lines: Record<StreamName, Lines>;
  readonly #refusals = new Set<ErrorCode | "workers">();
  #processes: Processes | undefined;
  readonly #timers = new RunTimers();
  #clock: RunClock;
  #holds = false;
  #files: FileSystem | undefined;
  #callOff: () => void = () => {};
  #ended = false;

  constructor(
    private readonly message: RunMessage,
    private readonly report: Report,
    private readonly equipment?: Equipment,
  ) {
    this.#outbox = new Outbox((events) => report.events(events));
    const emit = (stream: StreamName, text: string, ms: number) =>
      this.#outbox.push({ type: "output", stream, text, ms });
    this.#stdout = new OutputStream("stdout", message.limits.outputBytes, emit);
    this.#stderr = new OutputStream("stderr", message.limits.outputBytes, emit);
    const { after } = this.#timers;
    this.#lines = {
      stdout: new Lines(this.#stdout, after),
      stderr: new Lines(this.#stderr, after),
    };
    this.#clock = new RunClock(toPace(message.clock));
  }

  /** Starts the program as soon as a worker is warm. */
  async start(program: Compiled, host: Host): Promise<void> {
    const first = host.take();
    let worker: WarmWorker | undefined;
    try {
      worker = await first;
      if (this.#ended) return worker.terminate();
      const control = makeControl(host);
      this.#clock = new RunClock(toPace(this.message.clock), control);
      this.#processes = new Processes(this.#nursery(program, host, first, control), this);
      this.#limitTime();
      this.#processes.begin();
      if (this.#holds) this.hold();
    } catch (err) {
      worker?.terminate();
      this.failed("start", String(err));
    }
  }

  /** The page has shown the last events. */
  more(): void {
    this.#outbox.more();
  }

  /** The run waits in its park, for as long as it takes. */
  parked(): void {
    this.#callOff();
  }

  /** Gives a parked run more files and lets it go on. Its time begins to count now. */
  wake(files: Record<string, Uint8Array>): void {
    const { park } = this.equipment ?? {};
    if (this.#ended || !this.#files || !park) return;
    try {
      for (const [name, bytes] of Object.entries(files)) give(this.#files, name, bytes);
    } catch (err) {
      return this.failed("start", String(err));
    }
    this.#limitTime();
    park.open();
  }

  /** Puts a file of the run, whole, in the place of what is there: whoever watches it sees one change. */
  write(name: string, bytes: Uint8Array): void {
    if (this.#ended || !this.#files) return;
    try {
      put(this.#files, name, bytes);
    } catch (err) {
      this.say(whyUnwritten(name, err instanceof SystemError ? err.code : "EIO"));
    }
  }

  /** Ends a process that was started by another. */
  kill(pid: number): void {
    this.#processes?.kill(pid);
  }

  /** Ends the run; what the program printed before still arrives. */
  stop(reason: StopReason): void {
    afterPending(() => this.overstepped(reason));
  }

  /** Pauses the run as soon as all that runs allows it; the page gives up by itself. */
  hold(): void {
    this.#holds = true;
    if (this.#processes?.hold() === false) this.report.paused(false);
  }

  letGo(): void {
    if (!this.#holds) return;
    this.#holds = false;
    this.#clock.goOn();
    this.#timers.goOn();
    this.#processes?.letGo();
  }

  held(since: number): void {
    this.#clock.stop(since);
    this.#timers.hold();
    this.report.paused(true);
  }

  /** Records no more of what its processes do. */
  untrace(): void {
    this.#processes?.untrace();
  }

  traced(piece: TracePiece): void {
    this.#outbox.push({ type: "trace", ...piece });
  }

  /** The most memory that the run has taken, in bytes. */
  get memory(): number {
    return this.#processes?.peak ?? 0;
  }

  get after(): After {
    return this.#timers.after;
  }

  began(at: number): void {
    this.#clock.begin(at);
  }

  clock(claimed: number): number {
    return this.#clock.claim(claimed);
  }

  refused(code: ErrorCode | "workers"): void {
    this.#refusals.add(code);
  }

  say(sentence: string): void {
    this.#stderr.say(sentence, this.#clock.now);
  }

  exited(code: number, ms: number): void {
    const clockMs = this.clock(ms);
    const wallMs = this.#clock.realUntil(clockMs);
    this.#finish({ exitCode: code, wallMs, clockMs, reason: null });
  }

  failed(fault: Fault, words: string): void {
    this.#finish({ exitCode: broken, ...this.#times, reason: null }, whyFailed(fault, words));
  }

  overstepped(reason: StopReason): void {
    const why = whyStopped(reason, this.message.limits, this.#processes?.stuck);
    this.#finish({ exitCode: killed, ...this.#times, reason }, why);
  }

  get #times(): Pick<Ending, "wallMs" | "clockMs"> {
    return { wallMs: this.#clock.spent, clockMs: this.#clock.now };
  }

  #nursery(
    program: Compiled,
    host: Host,
    first: ReturnType<Host["take"]>,
    control: Control | undefined,
  ): Nursery {
    const { args, env, stdin, limits, files, seed } = this.message;
    const waiting = [first];
    this.#files = makeFiles(limits, files, {
      report: (report) => this.#outbox.push(report),
      caps: JSON.stringify(host.caps(limits)),
      park: this.equipment?.park,
    });
    return new Nursery({
      ...this.equipment,
      program,
      args,
      env,
      stdin,
      limits,
      files: this.#files,
      ...this.#lines,
      take: () => waiting.pop() ?? host.take(),
      epoch: Date.now() - performance.now(),
      clock: this.#clock,
      seed,
      control,
      shared: program.shares && host.sharing ? newShared() : undefined,
    });
  }

  #limitTime(): void {
    this.#callOff();
    this.#callOff = this.#timers.after(this.message.limits.wallMs, () => this.stop("time"));
  }

  #finish(ending: Ending, sentence?: string): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#timers.end();
    this.#processes?.end();
    for (const each of Object.values(this.#lines)) each.close();
    this.#stdout.end();
    this.#stderr.end();
    const refusals = [...this.#refusals].map((code) => whyRefused(code, this.message.limits));
    for (const words of [...refusals, sentence]) {
      if (words) this.#stderr.say(words, ending.clockMs);
    }
    this.#outbox.flush();
    this.report.done(ending, this.#files);
  }
}

/** By what a run is held, where memory can be shared. */
function makeControl(host: Host): Control | undefined {
  const memory = host.sharing ? smallShared() : undefined;
  return memory && new Control(memory);
}
