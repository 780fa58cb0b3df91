import type { FlagState } from "./flag-state";
import type { Loaded } from "./launch";
import { mayHaveFlags, usageOf } from "./usage";

/** Whose flags are the controls: the lesson's, or those of a program that was built. */
export class ProgramFlags {
  private program: string | null = null;
  private asking: Promise<unknown> = Promise.resolve();

  constructor(
    /** What the lesson's own program says of itself. */
    private readonly lesson: string,
    private readonly flags: FlagState,
  ) {}

  /** Whether a program that was built has been asked. */
  get asked(): boolean {
    return this.program !== null;
  }

  /** Makes the controls those of the program that is about to run; built is null for the lesson's own. */
  async adopt(built: Loaded | null, source: string, signal: AbortSignal): Promise<void> {
    await this.asking; // one program runs at a time, and one that was stopped may still end
    const id = built?.program ?? null;
    if (id === this.program) return;
    const usage = built ? await this.usage(built, source, signal) : this.lesson;
    if (usage === null || signal.aborted) return; // it did not say: the controls stay
    this.program = id;
    this.flags.adopt(usage);
  }

  private usage(built: Loaded, source: string, signal: AbortSignal): Promise<string | null> {
    if (!mayHaveFlags(source)) return Promise.resolve("");
    const usage = usageOf(built, signal);
    this.asking = usage.catch(() => {});
    return usage;
  }
}
