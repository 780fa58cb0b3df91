/** A page with a machine and a toolchain: what tests of the compiler in the page drive. */
import { Machine } from "../../../src/machine/index";
import type { Limits } from "../../../src/machine/limits";
import type { BuildOptions, Files, ToolchainState } from "../../../src/machine/toolchain/api";
import type { ToolOptions, ToolRun } from "../../../src/machine/tools";
import { Toolchain } from "../../../src/machine/toolchain/toolchain";

/** What the toolchain has asked of the machine: each tool, and whether it was started ahead and then used. */
const tools: { wasm: string; ahead: boolean; parked: boolean; woken: boolean; over: boolean }[] =
  [];
/** What one of the tools may take, where that is less than usual. */
let tight: { tool: string; limits: Partial<Limits> } = { tool: "", limits: {} };

class WatchedMachine extends Machine {
  override tool(options: ToolOptions): ToolRun {
    const { wasm, parks } = options;
    const seen = { wasm, ahead: !!parks, parked: false, woken: false, over: false };
    tools.push(seen);
    const limits = { ...options.limits, ...(tight.tool === wasm ? tight.limits : {}) };
    const run = super.tool({ ...options, limits });
    const over = () => (seen.over = true);
    run.done.then(over, over);
    run.parked.then(
      () => (seen.parked = true),
      () => {},
    );
    const wake: ToolRun["wake"] = (files, keepAs) => {
      seen.woken = true;
      run.wake(files, keepAs);
    };
    return { ...run, wake };
  }
}

const machine = new WatchedMachine(document.body);
let toolchain = open();
const encoder = new TextEncoder();
const states: ToolchainState[] = [];

function open(): Toolchain {
  const made = new Toolchain(machine, new URL("/toolchain/", location.href));
  made.watch((state) => states.push(state));
  return made;
}

/** Builds and, when that went well, runs. */
async function buildAndRun(
  files: Files,
  options: BuildOptions = {},
  args: string[] = [],
  stdin = "",
) {
  const built = await toolchain.build(files, options);
  if (!built.ok) return { built, run: null };
  const { done } = machine.run({ wasm: built.program, args, stdin: encoder.encode(stdin) });
  const { exitCode, stdout, stderr, stopped, wallMs } = await done;
  return { built, run: { exitCode, stdout, stderr, stopped, wallMs } };
}

Object.assign(globalThis, {
  buildAndRun,
  build: (files: Files, options?: BuildOptions) => toolchain.build(files, options),
  ahead: (files: Files, options?: BuildOptions) => toolchain.ahead(files, options),
  load: (signal?: AbortSignal) => toolchain.load(signal),
  packages: () => toolchain.packages(),
  state: () => toolchain.state,
  states,
  tools,
  tighten: (tool: string, limits: Partial<Limits>) => !!(tight = { tool, limits }),
  machine,
  /** Another toolchain, as after a reload, with what the first has kept. */
  again: () => {
    toolchain.dispose();
    toolchain = open();
  },
});
