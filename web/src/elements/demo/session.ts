import type { Drawing, Figure } from "./lesson";
import type { Launch, Loaded, Refusal, Step } from "./launch";
import type { PauseOutcome, Run } from "../../machine/index";
import type { OutputEvent, RunInput, RunResult } from "./runner";
import { isReal, type ClockChoice, type Time } from "./time-choice";
import type { Traced } from "./tracing";

/** What run() gives: the element's public contract. */
export type Result = Omit<RunResult, "figures" | "clockMs">;

/** Where a lesson stands between two presses of Run. */
export type State =
  | { kind: "ready" }
  | Step
  | { kind: "running"; since: number }
  | { kind: "paused"; ran: number }
  | { kind: "ended"; result: Result; byReader: boolean; passed?: Passed }
  /** The compiler refused the program, with so many complaints. */
  | { kind: "refused"; result: Result; count: number }
  | { kind: "failed"; problem: unknown };

/** What a program that stands ready is to be given. */
export type Input = (loaded: Loaded, signal: AbortSignal) => Promise<RunInput>;

/** All that a run needs. */
type Ready = Loaded & { input: RunInput };

/** What a run's own clock showed at its end, where that is not the real one. */
export interface Passed {
  clock: ClockChoice;
  ms: number;
}

/** Who wants to know. */
export interface SessionWatcher {
  changed(): void;
  /** A new run has begun: what the last one left is gone. */
  began(): void;
  output(e: OutputEvent): void;
  done(result: Result): void;
  /** What the run that begins needs to be traced; null when it is not to be. */
  traced?(): Traced | null;
  /** Waits until nothing else runs that this must not run beside; gives what says that it has ended. */
  turn?(waits: () => void, signal: AbortSignal): Promise<() => void>;
}

/** Sentences that a result carries, in the reader's language. */
export interface SessionWords {
  alreadyRunning: string;
  stoppedBeforeStart: string;
}

/** Asks a program for colours, though it prints to no terminal: the console shows them. */
const colours = { CLICOLOR_FORCE: "1" };

/** One lesson's runs, one at a time. It knows no DOM. */
export class Session {
  state: State = { kind: "ready" };
  /** The figures of the last run, in the order reported; a key reported again replaces its value. */
  figures: Figure[] = [];
  /** What the last run reported to be drawn, in the order reported. */
  drawings: Drawing[] = [];
  /** When the last run that reported figures reported the latest of them. */
  measuredAt: Date | null = null;
  /** What the last run went by. */
  time: Time = { clock: "real", seed: "" };
  private stopRun: (() => void) | undefined;
  private current: Run | undefined;
  /** The run that is on its way, once its program is started; undefined when it never was. */
  private begun: Promise<Run | undefined> | undefined;
  private tellBegun: (run?: Run) => void = () => {};
  private pausing = false;

  constructor(
    private readonly watcher: SessionWatcher,
    private readonly words: () => SessionWords,
    private readonly limits: { wallMs?: number } = {},
    /** What the next run is to go by. */
    private readonly chosen: Time = { clock: "real", seed: "" },
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
    this.begun = new Promise((resolve) => (this.tellBegun = resolve));
    this.begin();
    try {
      const ready = await Promise.race([this.ready(from, input, stopping.signal), stop]);
      return this.finish(ready ? await this.go(ready) : this.neverStarted());
    } catch (problem) {
      this.rest();
      this.enter({ kind: "failed", problem });
      throw problem;
    }
  }

  /** Holds the program with its clock; "idle" when none runs. */
  async pause(): Promise<PauseOutcome | "idle"> {
    if (!this.busy) return "idle";
    this.pausing = true;
    const current = this.current ?? (await this.begun);
    if (!current) return "idle";
    if (!this.pausing) return "resumed";
    const outcome = await current.pause();
    if (outcome === "paused" && this.pausing && this.state.kind === "running") {
      this.enter({ kind: "paused", ran: performance.now() - this.state.since });
    }
    return outcome;
  }

  /** Lets the program go on; nothing when it is not paused. */
  resume(): void {
    this.pausing = false;
    this.current?.resume();
    if (this.state.kind !== "paused") return;
    this.enter({ kind: "running", since: performance.now() - this.state.ran });
  }

  /** Puts a file of the program that runs; null when none does. */
  get writer(): ((path: string, text: string) => void) | null {
    const { current } = this;
    return current ? (path, text) => current.write(path, new TextEncoder().encode(text)) : null;
  }

  /** Kills a process of the program that runs; null when none does. */
  get killer(): ((pid: number) => void) | null {
    const { current } = this;
    return current ? (pid) => current.kill(pid) : null;
  }

  /** Ends the run; nothing when idle. */
  stop(): void {
    this.stoppedByReader = true;
    this.stopRun?.();
  }
  private stoppedByReader = false;
  private passed: Passed | undefined;

  private begin(): void {
    this.passed = undefined;
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
    if (!loaded.ok) return loaded;
    await this.takeTurn(() => tell({ kind: "waiting" }), signal);
    return { ...loaded, input: await input(loaded, signal) };
  }

  private async takeTurn(waits: () => void, signal: AbortSignal): Promise<void> {
    const end = await this.watcher.turn?.(waits, signal);
    if (signal.aborted) end?.();
    else this.endTurn = end;
  }
  private endTurn: (() => void) | undefined;

  private async go(ready: Refusal | Ready): Promise<Result> {
    return ready.ok ? this.execute(ready) : this.refused(ready);
  }

  private async execute({ runner, program, input }: Ready): Promise<Result> {
    const { clock, seed } = this.chosen;
    this.time = { clock, seed };
    const traced = this.watcher.traced?.();
    const env = { ...colours, ...traced?.env };
    const run = runner.run(
      { wasm: program, ...input, limits: this.limits, clock, seed, env },
      {
        ...(traced && { trace: traced.trace }),
        output: (e) => this.watcher.output(e),
        figure: (f) => this.measured(f),
        drawing: (d) => this.drawn(d),
      },
    );
    if (traced) traced.stop = () => run.stopTrace();
    this.stopRun = () => run.stop();
    this.current = run;
    this.tellBegun(run);
    this.enter({ kind: "running", since: performance.now() });
    const { figures: _, clockMs, ...result } = await run.done;
    if (!isReal(clock)) this.passed = { clock, ms: clockMs };
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
    this.rest();
    const passed = this.passed ? { passed: this.passed } : {};
    const { complaints: count, stoppedByReader: byReader } = this;
    this.enter(
      count === null
        ? { kind: "ended", result, byReader, ...passed }
        : { kind: "refused", result, count },
    );
    this.watcher.done(result);
    return result;
  }

  private rest(): void {
    this.stopRun = this.current = undefined;
    this.endTurn?.();
    this.endTurn = undefined;
    this.pausing = false;
    this.tellBegun();
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
