/** What the machine uses of the Go class in wasm_exec.js, as GOROOT ships it. */
interface GoRuntime {
  argv: string[];
  env: Record<string, string>;
  exit: (code: number) => void;
  exited: boolean;
  readonly importObject: { gojs: Record<string, (sp: number) => void> } & WebAssembly.Imports;
  readonly mem: DataView;
  _pendingEvent: unknown;
  readonly _scheduledTimeouts: ReadonlyMap<number, unknown>;
  _resume(): void;
  _makeFuncWrapper(id: number): (...args: unknown[]) => unknown;
  run(instance: WebAssembly.Instance): Promise<void>;
}

declare const Go: new () => GoRuntime;
