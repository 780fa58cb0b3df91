import type { Drawing, Figure } from "./lesson";
import type { Launch, Loaded, Refusal, Step } from "./launch";
import type { OutputEvent, RunInput, RunResult } from "./runner";

/** What run() gives: the element's public contract. */
export type Result = Omit<RunResult, "figures" | "clockMs">;

/** Where a lesson stands between two presses of Run. */
export type State =
  | { kind: "ready" }
  | Step
  | { kind: "running"; since: number }
  | { kind: "ended"; result: Result; byReader: boolean }
  /** The compiler refused the program, with so many complaints. */
  | { kind: "refused"; result: Result; count: number }
  | { kind: "failed"; problem: unknown };

/** What a program that stands ready is to be given. */
export type Input = (loaded: Loaded, signal: AbortSignal) => Promise<RunInput>;

/** All that a run needs. */
type Ready = Loaded & { input: RunInput };

/** Who wants to know. */
export interface SessionWatcher {
  changed(): void;
  /** A new run has begun: what the last one left is gone. */
  began(): void;
  output(e: OutputEvent): void;
  done(result: Result): void;
}

/** Sentences that a result carries, in the reader's language. */
export interface SessionWords {
  alreadyRunning: string;
  stoppedBeforeStart: string;
}

/** One lesson's runs, one at a time. It knows no DOM. */
export class Session {
  state: State = { kind: "ready" };
  /** The figures of the last run, in the order reported; a key reported again replaces its value. */
  figures: Figure[] = [];
  /** What the last run reported to be drawn, in the order reported. */
  drawings: Drawing[] = [];
  /** When the last run that reported figures reported the latest of them. */
  measuredAt: Date | null = null;
  private stopRun: (() => void) | undefined;

  constructor(
    private readonly watcher: SessionWatcher,
    private readonly words: () => SessionWords,
    private readonly limits: { wallMs?: number } = {},
  ) {}

  get busy(): boolean {
    return this.stopRun !== undefined;
  }

  /**
   * Runs a program; rejects while one runs and when what is needed cannot be
   * had. input is asked for when the program stands ready: a program that was
   * built a moment ago has said only then what flags it has.
   */
  async run(from: Launch, input: Input): Promise<Result> {
    if (this.busy) throw new Error(this.words().alreadyRunning);
    const stopping = new AbortController();
    const stop = new Promise<null>((resolve) => {
      this.stopRun = () => {
        resolve(null);
        stopping.abort();
      };
    });
    this.begin();
    try {
      const ready = await Promise.race([this.ready(from, input, stopping.signal), stop]);
      return this.finish(ready ? await this.go(ready) : this.neverStarted());
    } catch (problem) {
      this.stopRun = undefined;
      this.enter({ kind: "failed", problem });
      throw problem;
    }
  }

  /** Ends the run; nothing when idle. */
  stop(): void {
    this.stoppedByReader = true;
    this.stopRun?.();
  }
  private stoppedByReader = false;

  private begin(): void {
    this.stoppedByReader = false;
    this.complaints = null;
    this.figures = [];
    this.drawings = [];
    this.measuredAt = null;
    this.watcher.began();
  }

  private async ready(from: Launch, input: Input, signal: AbortSignal): Promise<Refusal | Ready> {
    const tell = (step: Step) => {
      if (!signal.aborted) this.enter(step);
    };
    const loaded = await from.launch(tell, signal);
    return loaded.ok ? { ...loaded, input: await input(loaded, signal) } : loaded;
  }

  private async go(ready: Refusal | Ready): Promise<Result> {
    return ready.ok ? this.execute(ready) : this.refused(ready);
  }

  private async execute({ runner, program, input }: Ready): Promise<Result> {
    const run = runner.run(
      { wasm: program, ...input, limits: this.limits },
      {
        output: (e) => this.watcher.output(e),
        figure: (f) => this.measured(f),
        drawing: (d) => this.drawn(d),
      },
    );
    this.stopRun = () => run.stop();
    this.enter({ kind: "running", since: performance.now() });
    const { figures: _, clockMs: __, ...result } = await run.done;
    return result;
  }

  /** The result of what the compiler refused, as `go run` gives it. */
  private refused({ stderr, count }: Refusal): Result {
    this.complaints = count;
    this.watcher.output({ stream: "stderr", text: stderr, ms: 0 });
    return { exitCode: 2, stdout: "", stderr, wallMs: 0, stopped: false };
  }
  private complaints: number | null = null;

  private measured(figure: Figure): void {
    const others = this.figures.filter(({ key }) => key !== figure.key);
    this.figures = [...others, figure];
    this.measuredAt = new Date();
    this.watcher.changed();
  }

  private drawn(drawing: Drawing): void {
    this.drawings.push(drawing);
    this.watcher.changed();
  }

  private neverStarted(): Result {
    const { event, result } = neverStarted(this.words());
    this.watcher.output(event);
    return result;
  }

  private finish(result: Result): Result {
    this.stopRun = undefined;
    const { complaints: count, stoppedByReader: byReader } = this;
    this.enter(
      count === null ? { kind: "ended", result, byReader } : { kind: "refused", result, count },
    );
    this.watcher.done(result);
    return result;
  }

  private enter(state: State): void {
    this.state = state;
    this.watcher.changed();
  }
}

/** What a run that was stopped before its program began says and gives. */
export function neverStarted(words: { stoppedBeforeStart: string }): {
  event: OutputEvent;
  result: Result;
} {
  const text = words.stoppedBeforeStart + "\n";
  const result = { exitCode: 137, stdout: "", stderr: text, wallMs: 0, stopped: true };
  return { event: { stream: "stderr", text, ms: 0 }, result };
}
