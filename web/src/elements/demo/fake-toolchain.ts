// For tests: a toolchain that does what the test says.
import type {
  Built,
  Files,
  PackageNames,
  Refused,
  ToolchainApi,
  ToolchainState,
} from "../../machine/toolchain/api";

export class FakeToolchain implements ToolchainApi {
  state: ToolchainState = { kind: "idle" };
  readonly release = "go1.26.8";
  builds: { files: Files; test: boolean }[] = [];
  prepared: Files[] = [];
  aheads: Files[] = [];
  loads = 0;
  disposed = 0;
  /** What the next build gives. */
  next: Built | Refused | Error = {
    ok: true,
    program: "built",
    compileMs: 1,
    linkMs: 1,
    totalMs: 2,
    bytes: 8,
    packages: [],
  };
  /** What happens while a build goes on. */
  whileBuilding: () => void = () => {};
  private readonly listeners = new Set<(state: ToolchainState) => void>();

  watch(listener: (state: ToolchainState) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  enter(state: ToolchainState): void {
    this.state = state;
    for (const listener of this.listeners) listener(state);
  }

  load(signal?: AbortSignal): Promise<void> {
    this.loads++;
    return new Promise((resolve, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason));
      if (this.state.kind === "ready") resolve();
    });
  }

  async prepare(files: Files): Promise<void> {
    this.prepared.push(files);
  }

  async build(
    files: Files,
    options: { test?: boolean; signal?: AbortSignal } = {},
  ): Promise<Built | Refused> {
    this.builds.push({ files, test: options.test ?? false });
    await Promise.resolve();
    this.whileBuilding();
    options.signal?.throwIfAborted();
    if (this.next instanceof Error) throw this.next;
    return this.next;
  }

  async ahead(
    files: Files,
    options: { test?: boolean; signal?: AbortSignal } = {},
  ): Promise<Built | Refused | null> {
    this.aheads.push(files);
    return this.state.kind === "ready" ? this.build(files, options) : null;
  }

  async packages(): Promise<readonly PackageNames[]> {
    return [{ path: "fmt", name: "fmt", exports: ["Println"] }];
  }

  dispose(): void {
    this.disposed++;
  }
}
