import type { Drawing, Figure } from "./lesson";
import type { Progress } from "./loader";
import type { OutputEvent, Program, Runner, RunResult } from "./program";

/** What run() gives: the element's public contract. */
export type Result = Omit<RunResult, "figures" | "clockMs">;

/** Where a lesson stands between two presses of Run. */
export type State =
  | { kind: "ready" }
  | { kind: "fetching"; progress: Progress }
  | { kind: "starting" }
  | { kind: "running"; since: number }
  | { kind: "ended"; result: Result; byReader: boolean }
  | { kind: "failed"; problem: unknown };

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
    private readonly program: Program,
    private readonly watcher: SessionWatcher,
    private readonly words: () => SessionWords,
    private readonly limits: { wallMs?: number } = {},
  ) {}

  get busy(): boolean {
    return this.stopRun !== undefined;
  }

  /** Runs the program; rejects while it runs and when it cannot be loaded. */
  async run(args: string[]): Promise<Result> {
    if (this.busy) throw new Error(this.words().alreadyRunning);
    const stop = new Promise<null>((resolve) => (this.stopRun = () => resolve(null)));
    this.begin();
    try {
      const runner = await Promise.race([this.prepare(), stop]);
      return this.finish(runner ? await this.execute(runner, args) : this.neverStarted());
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
    this.figures = [];
    this.drawings = [];
    this.measuredAt = null;
    this.watcher.began();
  }

  private prepare(): Promise<Runner> {
    const tell = (progress: Progress) => {
      if (this.state.kind === "running" || !this.busy) return;
      const here = progress.got >= progress.total;
      this.enter(here ? { kind: "starting" } : { kind: "fetching", progress });
    };
    this.program.onProgress = tell;
    tell(this.program.progress);
    return this.program.prepare();
  }

  private async execute(runner: Runner, args: string[]): Promise<Result> {
    const run = runner.run(
      { wasm: this.program.name, args, limits: this.limits },
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
    this.enter({ kind: "ended", result, byReader: this.stoppedByReader });
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
