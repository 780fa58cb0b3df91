import type { ErrorCode } from "../errors";
import type { Ending, PageMessage, RunEvent, StopReason, StreamName } from "../protocol";
import { whyFailed, whyRefused, whyStopped } from "../sentences";
import type { Fault } from "../worker-protocol";
import { Lines } from "./lines";
import { Nursery } from "./nursery";
import { Outbox } from "./outbox";
import { OutputStream } from "./output";
import type { Compiled } from "./process";
import { Processes } from "./processes";
import type { Run } from "./processes";
import { makeFiles } from "./root";
import { newShared } from "./shared";
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
  #asked = 0;
  /** The kernel's time at which the run's clock began. */
  #zero: number | null = null;
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
    this.#lines = { stdout: new Lines(this.#stdout), stderr: new Lines(this.#stderr) };
  }

  /** Starts the program as soon as a worker is warm. */
  async start(program: Compiled, host: Host): Promise<void> {
    const first = host.take();
    let worker: WarmWorker | undefined;
    try {
      worker = await first;
      if (this.#ended) return worker.terminate();
      this.#processes = new Processes(this.#nursery(program, host, first), this);
      this.#startClock();
      this.#processes.begin();
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

  began(at: number): void {
    this.#zero ??= Math.max(this.#asked, Math.min(at, performance.now()));
  }

  clock(claimed: number): number {
    const possible = performance.now() - (this.#zero ?? this.#asked) + 1; // clocks agree to a fraction
    this.#latest = Math.max(this.#latest, Math.min(claimed, possible));
    return this.#latest;
  }

  refused(code: ErrorCode | "workers"): void {
    this.#refusals.add(code);
  }

  say(sentence: string): void {
    this.#stderr.say(sentence, this.#elapsed());
  }

  exited(code: number, ms: number): void {
    this.#finish({ exitCode: code, wallMs: this.clock(ms), reason: null });
  }

  failed(fault: Fault, words: string): void {
    const ending = { exitCode: broken, wallMs: this.#elapsed(), reason: null };
    this.#finish(ending, whyFailed(fault, words));
  }

  overstepped(reason: StopReason): void {
    const ending = { exitCode: killed, wallMs: this.#elapsed(), reason };
    this.#finish(ending, whyStopped(reason, this.message.limits));
  }

  #nursery(program: Compiled, host: Host, first: ReturnType<Host["take"]>): Nursery {
    const { args, env, stdin, limits, files } = this.message;
    const waiting = [first];
    return new Nursery({
      program,
      args,
      env,
      stdin,
      limits,
      files: makeFiles(limits, files, {
        report: (report) => this.#outbox.push(report),
        trace: (bytes) => this.#outbox.push({ type: "trace", bytes }),
        caps: JSON.stringify(host.caps(limits)),
      }),
      ...this.#lines,
      take: () => waiting.pop() ?? host.take(),
      epoch: Date.now() - performance.now(),
      zero: () => this.#zero,
      shared: program.shares && host.sharing ? newShared() : undefined,
    });
  }

  #startClock(): void {
    this.#asked = performance.now();
    this.#timer = setTimeout(() => this.stop("time"), this.message.limits.wallMs);
  }

  #elapsed(): number {
    return this.#zero === null ? 0 : performance.now() - this.#zero;
  }

  #finish(ending: Ending, sentence?: string): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#processes?.end();
    for (const each of Object.values(this.#lines)) each.close();
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
