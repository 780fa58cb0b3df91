import type { Launch, Loaded, Step } from "./launch";
import { loadProgram, type Progress } from "./loader";
import type { Runner } from "./runner";
import type { SharedRunner } from "./shared-runner";

/**
 * A lesson's prebuilt program: fetched and compiled once, when it is first
 * wanted. A failed attempt can be made again, and a machine that had to start
 * anew gets the program again.
 */
export class Program implements Launch {
  /** How far the fetch is. */
  private progress: Progress;
  private told: (p: Progress) => void = () => {};
  private prepared: Promise<Runner> | undefined;
  private readonly life = new AbortController();

  constructor(
    /** The program's name: the machine knows it by this, and so does the program itself. */
    readonly name: string,
    private readonly url: URL,
    bytes: number,
    private readonly machine: SharedRunner,
  ) {
    this.progress = { got: 0, total: bytes };
  }

  async launch(tell: (step: Step) => void, signal: AbortSignal): Promise<Loaded> {
    this.told = (progress) => {
      if (signal.aborted) return;
      const here = progress.got >= progress.total;
      tell(here ? { kind: "starting" } : { kind: "fetching", progress });
    };
    this.told(this.progress);
    const runner = await this.prepare();
    this.told = () => {};
    return { ok: true, runner, program: this.name };
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

  /** Ends the fetch. */
  dispose(): void {
    this.life.abort();
  }

  private async start(): Promise<Runner> {
    const [wasm, runner] = await Promise.all([this.fetch(), this.machine.get()]);
    await runner.load(this.name, wasm);
    return runner;
  }

  private fetch(): Promise<ArrayBuffer> {
    const step = (progress: Progress) => {
      this.progress = progress;
      this.told(progress);
    };
    return loadProgram(this.url, this.progress.total, step, this.life.signal);
  }
}
