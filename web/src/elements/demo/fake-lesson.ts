// For tests: a lesson, and a machine that does what the test says.
import type { Drawing, Lesson } from "./lesson";
import type { PauseOutcome, Run } from "../../machine/index";
import type { OutputEvent, Runner, RunResult } from "./runner";
import type { Time } from "./time-choice";

export const fakeLesson: Lesson = {
  name: "threads",
  go: { file: "main.go", source: "package main\n" },
  python: { file: "main.py", source: "print()\n" },
  usage: "Usage of threads:\n  -n int\n    \thow many waits (1 to 100) (default 10)\n",
  wasm: { url: "../../assets/threads.wasm", bytes: 8 },
  recorded: null,
  broken: [],
  reference: null,
  words: {},
};

type Handlers = Parameters<Runner["run"]>[1];

/** A machine whose one run goes on until end() or the caller's stop(). */
export class FakeRunner implements Runner {
  readonly shares = undefined;
  loaded: string[] = [];
  args: string[][] = [];
  disposed = 0;
  private holds = false;
  /** What ready() rejects with. */
  fault: Error | null = null;
  private on: Handlers | undefined;
  private finish: (result: RunResult) => void = () => {};

  async ready(): Promise<void> {
    if (this.fault) throw this.fault;
  }

  async load(id: string): Promise<void> {
    this.loaded.push(id);
    this.holds = true;
  }

  has(): boolean {
    return this.holds;
  }

  /** Forgets its programs, as a machine does that had to start anew. */
  forget(): void {
    this.holds = false;
  }

  /** What pause() answers. */
  outcome: PauseOutcome = "paused";
  resumed = 0;
  times: Time[] = [];

  run(options: { args: string[] } & Partial<Time>, on: Handlers): Run {
    this.times.push({ clock: options.clock ?? "real", seed: options.seed ?? "" });
    this.args.push(options.args);
    this.on = on;
    const done = new Promise<RunResult>((resolve) => (this.finish = resolve));
    return {
      done,
      stop: () => this.end({ exitCode: 137, stopped: true, stderr: "stopped\n" }),
      pause: async () => this.outcome,
      resume: () => this.resumed++,
      write: () => {},
      kill: () => {},
      stopTrace: () => {},
    };
  }

  say(e: OutputEvent): void {
    this.on?.output?.(e);
  }

  measure(key: string, value: number): void {
    this.on?.figure?.({ key, label: key, value, unit: "s" });
  }

  draw(drawing: Drawing): void {
    this.on?.drawing?.(drawing);
  }

  end(result: Partial<RunResult> = {}): void {
    const ended = {
      exitCode: 0,
      stdout: "",
      stderr: "",
      wallMs: 5,
      clockMs: 5,
      stopped: false,
      figures: [],
    };
    this.finish({ ...ended, ...result });
  }

  dispose(): void {
    this.disposed++;
  }
}

/** Eight bytes that begin as every program does. */
export const fakeWasm = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
