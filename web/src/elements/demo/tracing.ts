import type { Engine } from "../../machine/engine";
import type { TracePiece } from "../../machine/index";
import { emptyModel, type Model } from "../timeline/model";
import type { Condition } from "../timeline/element";
import { languageOf, stringsOf } from "../timeline/strings";
import type { Totals } from "../timeline/totals";
import type { TimeWindow } from "../timeline/window";
import { traceFile, type TraceStream } from "./trace-file";

/** What a run needs to be traced. */
export interface Traced {
  env: Record<string, string>;
  trace(piece: TracePiece): void;
  /** Ends the recording while the program goes on: set by whoever has begun the run. */
  stop: () => void;
}

/** How much the reader has read: events that it keeps, and those after them. */
interface Read {
  events: number;
  missing: number;
}

type Reader = Awaited<ReturnType<StartReader>>;

/** Starts the reader of traces; tests put their own in its place. */
export type StartReader = () => Promise<Pick<Engine, "call" | "running" | "terminate">>;

/** How often a model is asked for while the program runs, in ms: several processes write by turns. */
const liveMs = 30;

/** A large model takes its time: the reader spends at most one part of so many on it while the program runs. */
const parts = 4;

/** The most that is read of a file, in bytes: what the reader keeps of it takes several times as much. */
const largestFile = 64 * 2 ** 20;

/** A trace is told of ten times a second; by itself it would be once. */
const environment = {
  AHIRU_TRACE: "/dev/ahiru/trace",
  GODEBUG: "traceadvanceperiod=100000000",
};

/**
 * One lesson's traces: hands what a run writes to the reader, in order, and
 * asks it for the model meanwhile and at the end.
 */
export class Tracing {
  model: Model = emptyModel;
  live = false;
  condition: Condition = { kind: "idle" };
  /** The last trace as a file: as the program wrote it, or an archive of one for each of its processes. */
  bytes: Uint8Array<ArrayBuffer>[] = [];
  /** How long the last runs took with a trace and without, in ms, when their commands were the same. */
  cost: { traced: number; plain: number } | null = null;
  /** Whether the last run was traced. */
  on = false;
  /** The name of the file that is drawn in place of a run; "" when none is. */
  file = "";

  private reader: ReturnType<StartReader> | undefined;
  private work: Promise<void> = Promise.resolve();
  /** When the model is to be asked for again while the program runs. */
  private again = 0;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  /** How many events have been read. */
  private known = 0;
  private run = 0;
  private begun = false;
  private readonly streams = new Map<number, TraceStream>();
  private ran: { command: string; ms: number } | null = null;
  private plain: { command: string; ms: number } | null = null;

  constructor(
    private readonly start: StartReader,
    private readonly language: () => string,
    private readonly changed: () => void,
  ) {}

  /** Loads the reader ahead of the first traced run. */
  prepare(): void {
    this.open().catch(() => {}); // it has been told
  }

  /** A run begins; null when it is not to be traced. */
  begin(wanted: boolean): Traced | null {
    this.forget();
    this.begun = true;
    this.on = this.live = wanted;
    if (!wanted) return null;
    const { run } = this;
    this.queue(run, (reader) => reader.call("begin", { lang: this.language() }));
    const traced: Traced = {
      env: environment,
      trace: (piece) => this.take(run, piece, () => traced.stop()),
      stop: () => {},
    };
    return traced;
  }

  /** The run has ended; what is still to be read is read. */
  end(command: string, ms: number): void {
    if (!this.begun) return; // it was stopped before its program had started
    this.begun = false;
    if (!this.on) {
      this.plain = { command, ms };
      return;
    }
    const { run, plain } = this;
    this.ran = { command, ms };
    if (plain?.command === command) this.cost = { traced: ms, plain: plain.ms };
    this.queue(run, async (reader) => {
      for (const { pid, over } of this.streams.values()) {
        if (!over) await reader.call("feed", { worker: pid, last: true }); // the jail itself broke off
      }
      await this.look(run, reader);
    });
    void this.work.then(() => {
      if (run === this.run) this.close();
      this.changed();
    });
  }

  /** Settles when all that has been written until now is read. */
  get read(): Promise<void> {
    return this.work;
  }

  /** The same command was run without a trace while what was traced stays drawn. */
  measured(command: string, ms: number): void {
    this.plain = { command, ms };
    if (this.ran?.command === command) this.cost = { traced: this.ran.ms, plain: ms };
  }

  /** Draws a trace that was recorded elsewhere. It is read as a run's own is, and goes nowhere else. */
  openFile(file: File): void {
    this.forget();
    const words = stringsOf(languageOf(this.language()));
    if (file.size > largestFile) {
      return this.tell({
        kind: "failed",
        reason: words.tooLarge(file.name, largestFile / 2 ** 20),
      });
    }
    const { run } = this;
    this.queue(run, async (reader) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const files = [new Uint8Array(bytes)];
      await reader.call("open", { lang: this.language() }, { files });
      if (run !== this.run) return;
      [this.file, this.bytes] = [file.name, [bytes]];
      await this.look(run, reader);
      if (this.model.lanes.length === 0) throw new Error(words.nothingInFile(file.name));
      this.tell({ kind: "idle" });
    });
  }

  /** What all did in a stretch of the last run. */
  readonly totals = async ({ from, to }: TimeWindow): Promise<Totals> =>
    (await this.open()).call<Totals>("totals", { from, to });

  /** A run is wanted: what the last one left is gone. */
  forget(): void {
    this.run++;
    this.model = emptyModel;
    this.bytes = [];
    this.file = "";
    this.condition = { kind: "idle" };
    this.streams.clear();
    this.cost = null;
    this.on = this.live = this.begun = false;
    this.again = this.known = 0;
    clearTimeout(this.waiting);
    this.waiting = undefined;
  }

  /** The run could not be carried through: nothing more will come. */
  giveUp(): void {
    this.begun = this.live = false;
  }

  dispose(): void {
    this.run++;
    this.reader?.then(
      (reader) => reader.terminate(),
      () => {},
    );
    this.reader = undefined;
  }

  /** Everything has been read. */
  private close(): void {
    this.live = false;
    this.bytes = traceFile([...this.streams.values()]);
  }

  private take(run: number, piece: TracePiece, stop: () => void): void {
    if (run !== this.run) return;
    const { pid: worker, name, kind, last, cut, lost, dead } = piece;
    const bytes = new Uint8Array(piece.bytes);
    const stream = this.streamOf(piece);
    stream.bytes.push(bytes);
    stream.over = last;
    this.queue(run, async (reader) => {
      const files = [new Uint8Array(bytes)];
      const about = { worker, name, kind, last, cut, lost, dead };
      const { events, missing } = await reader.call<Read>("feed", about, { files });
      if (missing > 0) stop();
      const known = events + missing;
      if (run !== this.run || known === this.known) return;
      this.known = known;
      await this.lookSoon(run, reader);
    });
  }

  /** Asks for the model, now or as soon as its turn comes. */
  private async lookSoon(run: number, reader: Reader): Promise<void> {
    const early = this.again - performance.now();
    if (early <= 0) return this.look(run, reader);
    this.waiting ??= setTimeout(() => {
      this.waiting = undefined;
      if (this.live) this.queue(run, (reader) => this.look(run, reader));
    }, early);
  }

  private streamOf({ pid, name }: TracePiece): TraceStream {
    let stream = this.streams.get(pid);
    if (!stream) this.streams.set(pid, (stream = { pid, name, bytes: [], over: false }));
    return stream;
  }

  private async look(run: number, reader: Reader): Promise<void> {
    const begun = performance.now();
    const model = await reader.call<Model>("model", {});
    const took = performance.now() - begun;
    this.again = begun + Math.max(liveMs, parts * took);
    if (run !== this.run) return;
    this.model = model;
    this.changed();
  }

  /** Does a thing after those before it, unless another run has begun. */
  private queue(run: number, act: (reader: Reader) => Promise<unknown>): void {
    this.work = this.work
      .then(async () => {
        if (run === this.run) await act(await this.open());
      })
      .catch((problem: unknown) => this.tell({ kind: "failed", reason: wordsOf(problem) }));
  }

  /** The reader, started when first wanted, and again when it has ended. */
  private async open(): ReturnType<StartReader> {
    this.reader ??= this.load();
    const reader = await this.reader;
    if (reader.running) return reader;
    this.reader = undefined;
    return this.open();
  }

  private async load(): ReturnType<StartReader> {
    this.tell({ kind: "loading" });
    try {
      const reader = await this.start();
      this.tell({ kind: "idle" });
      return reader;
    } catch (problem) {
      this.reader = undefined;
      this.tell({ kind: "failed", reason: wordsOf(problem) });
      throw problem;
    }
  }

  private tell(condition: Condition): void {
    this.condition = condition;
    this.changed();
  }
}

const wordsOf = (problem: unknown) =>
  problem instanceof Error ? problem.message : String(problem);
