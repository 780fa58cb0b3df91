import type {
  Diagnostic,
  LoadFault,
  ToolchainApi,
  ToolchainState,
} from "../../machine/toolchain/api";
import type { Launch, Loaded, Refusal, Step } from "./launch";
import type { Runner } from "./runner";
import type { SharedRunner } from "./shared-runner";
import type { Sources } from "./source-files";

/** The toolchain cannot be had. message is for the log of a developer. */
export class ToolchainError extends Error {
  constructor(
    readonly fault: LoadFault,
    message: string,
  ) {
    super(message);
  }
}

/** Who follows the toolchain and what it says of the source. */
export interface BuildWatcher {
  /** The source as it stands, or why there is nothing to compile. */
  sources(): Sources | Refusal;
  /** What the source was before it was edited: a program that builds. */
  original(): Sources;
  /** What the compiler said, none when all is well. */
  diagnosed(diagnostics: readonly Diagnostic[]): void;
  changed(): void;
}

/** A program that is built in the page from the reader's source whenever it is run. */
export class EditedProgram implements Launch {
  /** How far the toolchain is. */
  state: ToolchainState = { kind: "idle" };
  /** The release of Go that it is of; "" until that is known. */
  release = "";
  private toolchain: Promise<ToolchainApi> | undefined;
  private readonly life = new AbortController();
  private fetching: AbortController | undefined;

  constructor(
    private readonly machine: SharedRunner,
    private readonly make: (runner: Runner) => Promise<ToolchainApi>,
    private readonly watcher: BuildWatcher,
  ) {}

  async launch(tell: (step: Step) => void, signal: AbortSignal): Promise<Loaded | Refusal> {
    const sources = this.watcher.sources();
    if ("ok" in sources) return sources;
    tell({ kind: "starting" });
    const [runner, toolchain] = await Promise.all([this.machine.get(), this.open()]);
    const unwatch = toolchain.watch((state) => tell(stepOf(state)));
    tell(stepOf(toolchain.state));
    try {
      const built = await this.failing(
        toolchain.build(sources.files, { test: sources.test, signal }),
      );
      this.watcher.diagnosed(built.ok ? [] : built.diagnostics);
      if (!built.ok) {
        return { ok: false, stderr: built.stderr, count: built.diagnostics.length };
      }
      tell({ kind: "starting" });
      return { ok: true, runner, program: built.program };
    } finally {
      unwatch();
    }
  }

  /** Builds this if that is possible at once; gives what the compiler says, or null. */
  async ahead(
    { files, test }: Sources,
    signal: AbortSignal,
  ): Promise<readonly Diagnostic[] | null> {
    const built = await (await this.toolchain)?.ahead(files, { test, signal });
    if (!built) return null;
    return built.ok ? [] : built.diagnostics;
  }

  /** Fetches the toolchain ahead of the first edited run; failures are told when Run is pressed. */
  async prefetch(): Promise<void> {
    if (this.fetching) return;
    this.fetching = new AbortController();
    try {
      const toolchain = await this.open();
      const { signal } = this.fetching;
      await toolchain.load(signal);
      const { files, test } = this.watcher.original();
      await toolchain.prepare(files, { test, signal });
    } catch {
      // the state says why
    }
  }

  /** Gives the fetch up that prefetch() began; it is not begun again but by a run. */
  cancelPrefetch(): void {
    this.fetching?.abort();
    this.watcher.changed();
  }

  /** Whether a fetch ahead goes on that can be cancelled. */
  get prefetching(): boolean {
    const waits = this.state.kind === "making" || this.state.kind === "loading";
    return waits && this.fetching?.signal.aborted === false;
  }

  get cancelled(): boolean {
    return this.fetching?.signal.aborted ?? false;
  }

  /** The index of what programs may import; shows how far a toolchain is that is still being made. */
  async packages(signal = this.life.signal): ReturnType<ToolchainApi["packages"]> {
    return (await this.open()).packages(signal);
  }

  dispose(): void {
    this.life.abort();
    this.fetching?.abort();
    this.toolchain?.then((toolchain) => toolchain.dispose()).catch(() => {});
  }

  private open(): Promise<ToolchainApi> {
    this.toolchain ??= this.start().catch((problem: unknown) => {
      this.toolchain = undefined;
      throw problem;
    });
    return this.toolchain;
  }

  private async start(): Promise<ToolchainApi> {
    const toolchain = await this.make(await this.machine.get());
    toolchain.watch((state) => {
      this.state = state;
      this.release = toolchain.release;
      this.watcher.changed();
    });
    return toolchain;
  }

  /** What the toolchain rejects with, as something that has a sentence in every language. */
  private async failing<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (problem) {
      const { state } = this;
      if (state.kind === "failed") throw new ToolchainError(state.fault, state.sentence);
      throw problem;
    }
  }
}

function stepOf(toolchain: ToolchainState): Step {
  return toolchain.kind === "ready" ? { kind: "building" } : { kind: "toolchain", toolchain };
}
