import type { Runner } from "./runner";

/**
 * A lesson's machine: started when it is first wanted, and one for all that
 * runs there. One that does not come up is thrown away, the next call tries
 * another.
 */
export class SharedRunner {
  /** Whether the machine's workers share memory; known once it is ready. */
  shares: boolean | undefined;
  private runner: Promise<Runner> | undefined;
  private readonly life = new AbortController();

  constructor(private readonly make: () => Promise<Runner>) {}

  /** The machine, ready. */
  get(): Promise<Runner> {
    this.runner ??= this.start().catch((problem: unknown) => {
      this.runner = undefined;
      throw problem;
    });
    return this.runner;
  }

  /** Ends the machine with everything that runs on it. */
  dispose(): void {
    this.life.abort();
  }

  private async start(): Promise<Runner> {
    const runner = await this.make();
    this.life.signal.addEventListener("abort", () => runner.dispose());
    if (this.life.signal.aborted) runner.dispose();
    try {
      await runner.ready();
      this.shares = runner.shares;
    } catch (problem) {
      runner.dispose();
      throw problem;
    }
    return runner;
  }
}
