import { loadProgram, type Progress } from "./loader";
import type { Drawing, Figure, OutputEvent, RunResult } from "../../machine/index";

export type { OutputEvent, RunResult };

/** The part of the Machine that a lesson needs; tests put their own in its place. */
export interface Runner {
  /** Whether workers share memory here; known once ready. */
  readonly shares: boolean | undefined;
  ready(): Promise<void>;
  load(id: string, wasm: ArrayBuffer): Promise<void>;
  has(id: string): boolean;
  run(
    options: { wasm: string; args: string[]; limits: { wallMs?: number } },
    on: { output(e: OutputEvent): void; figure(f: Figure): void; drawing(d: Drawing): void },
  ): { done: Promise<RunResult>; stop(): void };
  dispose(): void;
}

/**
 * A lesson's prebuilt program: fetched and compiled once, when it is first
 * wanted, on a machine of its own. A failed attempt can be made again, and a
 * machine that had to start anew gets the program again.
 */
export class Program {
  /** How far the fetch is. */
  progress: Progress;
  /** Called at each step of the fetch. */
  onProgress: (p: Progress) => void = () => {};
  /** Whether the machine's workers share memory; known once it is prepared. */
  shares: boolean | undefined;
  private prepared: Promise<Runner> | undefined;
  private runner: Promise<Runner> | undefined;
  private readonly life = new AbortController();

  constructor(
    /** The program's name: the machine knows it by this, and so does the program itself. */
    readonly name: string,
    private readonly url: URL,
    bytes: number,
    private readonly makeRunner: () => Promise<Runner>,
  ) {
    this.progress = { got: 0, total: bytes };
  }

  /** The machine with the program loaded under its name. */
  async prepare(): Promise<Runner> {
    this.prepared ??= this.start().catch((problem: unknown) => {
      this.prepared = undefined;
      throw problem;
    });
    const runner = await this.prepared;
    if (runner.has(this.name)) return runner;
    this.prepared = undefined;
    return this.prepare();
  }

  /** Ends the fetch and the machine with everything that runs on it. */
  dispose(): void {
    this.life.abort();
  }

  private async start(): Promise<Runner> {
    this.runner ??= this.startRunner();
    const [wasm, runner] = await Promise.all([this.fetch(), this.runner]);
    await runner.load(this.name, wasm);
    this.shares = runner.shares;
    return runner;
  }

  private fetch(): Promise<ArrayBuffer> {
    const step = (progress: Progress) => {
      this.progress = progress;
      this.onProgress(progress);
    };
    return loadProgram(this.url, this.progress.total, step, this.life.signal);
  }

  private async startRunner(): Promise<Runner> {
    const runner = await this.makeRunner();
    this.life.signal.addEventListener("abort", () => runner.dispose());
    if (this.life.signal.aborted) runner.dispose();
    try {
      await runner.ready();
    } catch (problem) {
      this.runner = undefined;
      runner.dispose();
      throw problem;
    }
    return runner;
  }
}
