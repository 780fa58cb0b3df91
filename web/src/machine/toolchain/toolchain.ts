import type { Machine } from "../machine";
import type {
  BuildOptions,
  Built,
  Files,
  MakingProgress,
  PackageNames,
  Refused,
  ToolchainApi,
  ToolchainState,
} from "./api";
import { Builder, idOf } from "./builder";
import { ToolchainError } from "./fault";
import { Mounted } from "./mounted";
import { Pack } from "./pack";
import type { Progress } from "./pack";
import { Planner } from "./planner";
import { SharedTask } from "./shared-task";
import { Spares } from "./spares";
import { toolIds } from "./work";

/** The Go compiler and linker of this page: api.ts says what each member does. */
export class Toolchain implements ToolchainApi {
  #state: ToolchainState = { kind: "idle" };
  readonly #watchers = new Set<(state: ToolchainState) => void>();
  readonly #pack: Pack;
  readonly #mounted: Mounted;
  #loading: SharedTask<Builder> | undefined;
  #builder: Builder | undefined;
  #planner: Planner | undefined;
  #spares: Spares | undefined;
  #names: PackageNames[] | undefined;
  #building: AbortController | undefined;
  #ahead: { id: string; task: SharedTask<Built | Refused | null> } | undefined;
  readonly #forgetRuns: () => void;
  readonly #life = new AbortController();

  constructor(
    private readonly machine: Machine,
    packAddress: URL,
  ) {
    this.#pack = new Pack(packAddress);
    this.#mounted = new Mounted(machine, this.#pack);
    this.#forgetRuns = machine.beforeRun(() => this.#ahead?.task.end());
  }

  get state(): ToolchainState {
    return this.#state;
  }

  get release(): string {
    return this.#pack.index?.go ?? "";
  }

  watch(listener: (state: ToolchainState) => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  async load(signal?: AbortSignal): Promise<void> {
    await this.#ready(signal);
  }

  async build(files: Files, options: BuildOptions = {}): Promise<Built | Refused> {
    this.#building?.abort(new DOMException("Another build has begun.", "AbortError"));
    const building = (this.#building = new AbortController());
    const signals = [building.signal, this.#life.signal, options.signal].filter((s) => s != null);
    const signal = AbortSignal.any(signals);
    const test = options.test ?? false;
    try {
      return (await this.#join(files, test, signal)) ?? (await this.#build(files, test, signal));
    } finally {
      if (this.#building === building) this.#building = undefined;
    }
  }

  async ahead(files: Files, options: BuildOptions = {}): Promise<Built | Refused | null> {
    const builder = this.#builder;
    const isFree = !this.#building && !this.machine.busy && !document.hidden;
    if (!builder || !isFree || this.#state.kind !== "ready" || !this.#usable()) return null;
    this.#ahead?.task.end();
    const test = options.test ?? false;
    const task = new SharedTask((end) =>
      builder.ahead(files, test, AbortSignal.any([end, this.#life.signal])),
    );
    this.#ahead = { id: idOf(files, test), task };
    return task.join(options.signal);
  }

  /** What is being built ahead, when it is this program; another makes way. */
  async #join(files: Files, test: boolean, signal: AbortSignal): Promise<Built | Refused | null> {
    const { id, task } = this.#ahead ?? {};
    this.#ahead = undefined;
    if (!task || task.over) return null;
    if (id !== idOf(files, test)) {
      task.end();
      return null;
    }
    const built = await task.join(signal).catch(() => null); // what is wrong, #build says
    signal.throwIfAborted();
    return built;
  }

  async #build(files: Files, test: boolean, signal: AbortSignal): Promise<Built | Refused> {
    const builder = await this.#ready(signal);
    try {
      return await builder.build(files, test, signal);
    } catch (err) {
      signal.throwIfAborted();
      throw this.#fail(err);
    } finally {
      if (this.#state.kind === "loading" && this.#usable()) this.#enter({ kind: "ready" });
    }
  }

  async prepare(files: Files, options: BuildOptions = {}): Promise<void> {
    const signal = AbortSignal.any([this.#life.signal, options.signal].filter((s) => s != null));
    const builder = await this.#ready(signal);
    try {
      await builder.prepare(files, options.test ?? false, signal);
    } finally {
      if (this.#state.kind === "loading" && this.#usable()) this.#enter({ kind: "ready" });
    }
  }

  async packages(signal?: AbortSignal): Promise<readonly PackageNames[]> {
    if (this.#names) return this.#names;
    const either = AbortSignal.any([this.#life.signal, ...(signal ? [signal] : [])]);
    await this.#pack.open(either, (progress) => this.#enter({ kind: "making", progress }));
    if (this.#state.kind === "making" && !this.#loading) this.#enter({ kind: "idle" });
    return (this.#names = await this.#pack.names(either));
  }

  dispose(): void {
    this.#forgetRuns();
    this.#life.abort(new Error("The toolchain of this page has been taken away."));
    this.#planner?.end();
    this.#spares?.dispose();
    this.#watchers.clear();
  }

  /** The builder, once all that it needs is there. */
  #ready(signal: AbortSignal | undefined): Promise<Builder> {
    if (this.#builder && this.#usable()) return Promise.resolve(this.#builder);
    if (!this.#loading || this.#loading.over) {
      this.#loading = new SharedTask((end) => this.#start(end));
    }
    return this.#loading.join(signal);
  }

  /** Whether the machine still has the tools: its frame may have been started again. */
  #usable(): boolean {
    const { compile, link } = toolIds;
    return this.#planner?.running === true && this.machine.has(compile) && this.machine.has(link);
  }

  async #start(end: AbortSignal): Promise<Builder> {
    const signal = AbortSignal.any([end, this.#life.signal]);
    end.addEventListener("abort", () => this.#givenUp());
    try {
      return (this.#builder = await this.#assemble(signal));
    } catch (err) {
      throw signal.aborted ? err : this.#fail(err);
    }
  }

  /** Nobody waits for the load any more. */
  #givenUp(): void {
    const { kind } = this.#state;
    if (kind === "making" || kind === "loading" || kind === "starting") {
      this.#enter({ kind: "idle" });
    }
  }

  async #assemble(signal: AbortSignal): Promise<Builder> {
    const enter = (state: ToolchainState) => {
      signal.throwIfAborted(); // another load may be under way
      this.#enter(state);
    };
    const making = (progress: MakingProgress | null) => enter({ kind: "making", progress });
    const loading: Progress = (received, total, what) =>
      enter({ kind: "loading", progress: { received, total, what } });
    const index = await this.#pack.open(signal, making);
    this.#mounted.forget();
    this.machine.unmount();
    const every = index.packages.get("runtime")?.link?.file ?? index.planner;
    const numbers = [index.compile, index.link, index.planner, every];
    const files = await this.#pack.files(numbers, "compiler", signal, loading);
    enter({ kind: "starting" });
    await this.#give(toolIds.compile, files.get(index.compile)!);
    await this.#give(toolIds.link, files.get(index.link)!);
    signal.throwIfAborted();
    this.#mounted.give(every, files.get(every)!);
    const planner = await Planner.start(files.get(index.planner)!, index, signal);
    this.#planner?.end();
    this.#planner = planner;
    enter({ kind: "ready" });
    this.#spares?.dispose();
    this.#spares = new Spares(this.machine, index.parks);
    return new Builder(this.machine, this.#planner, this.#mounted, this.#spares, this.#progress);
  }

  async #give(id: string, wasm: ArrayBuffer): Promise<void> {
    try {
      await this.machine.load(id, wasm);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new ToolchainError("unusable", `The toolchain cannot run here: ${why}`, { cause });
    }
  }

  readonly #progress: Progress = (received, total, what) =>
    this.#enter({ kind: "loading", progress: { received, total, what } });

  #fail(err: unknown): unknown {
    const sentence = err instanceof Error ? err.message : String(err);
    const fault = err instanceof ToolchainError ? err.fault : "unusable";
    this.#enter({ kind: "failed", fault, sentence });
    return err;
  }

  #enter(state: ToolchainState): void {
    this.#state = state;
    for (const watcher of this.#watchers) watcher(state);
  }
}
