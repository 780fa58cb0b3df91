import type { ErrorCode } from "../errors";
import type { Ending, PageMessage, RunEvent, StopReason, StreamName } from "../protocol";
import { whyFailed, whyRefused, whyStopped } from "../sentences";
import type { Fault } from "../worker-protocol";
import { Descriptors } from "./descriptors";
import { Input, Output } from "./devices";
import type { FileSystem } from "./filesystem";
import { Outbox } from "./outbox";
import { OutputStream } from "./output";
import { Process } from "./process";
import type { Compiled, Supervisor } from "./process";
import { home, makeFiles } from "./root";
import { afterPending } from "./turn";
import type { WarmWorker } from "./workers";

export type RunMessage = Extract<PageMessage, { type: "run" }>;

/** Exit status of a program that was stopped, as a shell reports SIGKILL. */
const killed = 137;
/** Exit status of a program that broke, as Go's runtime gives it. */
const broken = 2;

/** What a session tells the page. */
export interface Report {
  events(events: RunEvent[]): void;
  done(ending: Ending): void;
}

/** One run: its files, its streams, its clock, its process, its end. */
export class Session implements Supervisor {
  readonly #outbox: Outbox;
  readonly #stdout: OutputStream;
  readonly #stderr: OutputStream;
  readonly #refusals = new Set<ErrorCode>();
  #process: Process | undefined;
  #asked = 0;
  #began: number | undefined;
  #latest = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor(
    private readonly message: RunMessage,
    private readonly report: Report,
  ) {
    this.#outbox = new Outbox((events) => report.events(events));
    const emit = (stream: StreamName, text: string, ms: number) =>
      this.#outbox.push({ type: "output", stream, text, ms });
    this.#stdout = new OutputStream("stdout", message.limits.outputBytes, emit);
    this.#stderr = new OutputStream("stderr", message.limits.outputBytes, emit);
  }

  /** Starts the program as soon as the worker is warm. */
  async start(program: Compiled, warm: Promise<WarmWorker>): Promise<void> {
    let worker: WarmWorker | undefined;
    try {
      worker = await warm;
      if (this.#ended) return worker.terminate();
      const files = this.#files();
      this.#process = new Process(worker, files, this.#descriptors(), this);
      this.#startClock();
      const { args, env, limits } = this.message;
      const { memoryBytes } = limits;
      this.#process.start(program, { args, env, cwd: home, pid: 1, memoryBytes });
    } catch (err) {
      worker?.terminate();
      this.failed("start", String(err));
    }
  }

  /** The page has shown the last events. */
  more(): void {
    this.#outbox.more();
  }

  /** Ends the run; what the program printed before still arrives. */
  stop(reason: StopReason): void {
    afterPending(() => this.overstepped(reason));
  }

  started(): void {
    this.#began ??= performance.now();
  }

  clock(claimed: number): number {
    const possible = performance.now() - this.#asked + 1; // it began after it was asked to
    this.#latest = Math.max(this.#latest, Math.min(claimed, possible));
    return this.#latest;
  }

  refused(code: ErrorCode): void {
    this.#refusals.add(code);
  }

  exited(code: number, ms: number): void {
    this.#finish({ exitCode: code & 0xff, wallMs: this.clock(ms), reason: null });
  }

  crashed(words: string): void {
    afterPending(() => this.failed("trap", words));
  }

  failed(fault: Fault, words: string): void {
    const ending = { exitCode: broken, wallMs: this.#elapsed(), reason: null };
    this.#finish(ending, whyFailed(fault, words));
  }

  overstepped(reason: StopReason): void {
    const ending = { exitCode: killed, wallMs: this.#elapsed(), reason };
    this.#finish(ending, whyStopped(reason, this.message.limits));
  }

  #files(): FileSystem {
    const { limits, files } = this.message;
    return makeFiles(limits, files, {
      figure: (figure) => this.#outbox.push({ type: "figure", figure }),
      trace: (bytes) => this.#outbox.push({ type: "trace", bytes }),
    });
  }

  #descriptors(): Descriptors {
    const { stdin, limits } = this.message;
    const streams = [new Input(stdin), new Output(this.#stdout), new Output(this.#stderr)] as const;
    return new Descriptors(streams, limits.openFiles);
  }

  #startClock(): void {
    this.#asked = performance.now();
    this.#timer = setTimeout(() => this.stop("time"), this.message.limits.wallMs);
  }

  #elapsed(): number {
    return this.#began === undefined ? 0 : performance.now() - this.#began;
  }

  #finish(ending: Ending, sentence?: string): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#process?.kill();
    this.#stdout.end();
    this.#stderr.end();
    const refusals = [...this.#refusals].map((code) => whyRefused(code, this.message.limits));
    for (const words of [...refusals, sentence]) {
      if (words) this.#stderr.say(words, ending.wallMs);
    }
    this.#outbox.flush();
    this.report.done(ending);
  }
}
