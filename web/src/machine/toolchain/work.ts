import type { Machine } from "../machine";
import type { StopReason } from "../protocol";
import type { ToolResult, ToolRun } from "../tools";
import type { Step } from "./planner";

const MiB = 1 << 20;

/** What a tool may take: the compiler needs 24 MiB for a small program, the linker 70. */
export const toolLimits = {
  memoryBytes: 1024 * MiB,
  runBytes: 1024 * MiB,
  wallMs: 120_000,
  outputBytes: MiB,
};

/** The ids under which the machine has the tools: no lesson has such a name. */
export const toolIds = { compile: "toolchain/compile", link: "toolchain/link" } as const;

/**
 * What the tools find in their environment. They collect no garbage before
 * there is much of it: each is thrown away after one step.
 */
export const toolEnvironment = {
  GOGC: "off",
  GOMEMLIMIT: "256MiB",
  GOOS: "js",
  GOARCH: "wasm",
  GOEXPERIMENT: "goroutineleakprofile",
  GOROOT: "",
};

export type FileBytes = Record<string, Uint8Array>;

/** A tool's run and how long it took. */
export interface Outcome extends ToolResult {
  ms: number;
}

/** Starts a tool for one step of a plan; keepAs is the program that its product becomes, "" for none. */
export function startStep(machine: Machine, step: Step, files: FileBytes, keepAs: string): ToolRun {
  return machine.tool({
    wasm: toolIds[step.tool],
    args: step.args,
    env: toolEnvironment,
    files,
    mounts: step.reads,
    makes: step.makes,
    keepAs,
    limits: toolLimits,
  });
}

/** What became of a run that has just been started; the signal ends it. */
export async function outcomeOf(run: ToolRun, signal: AbortSignal): Promise<Outcome> {
  const begun = performance.now();
  const stop = () => run.stop();
  signal.addEventListener("abort", stop);
  try {
    if (signal.aborted) stop();
    const result = await run.done;
    signal.throwIfAborted();
    return { ...result, ms: performance.now() - begun };
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** What is said of a tool that the machine had to end. */
export function whyEnded(tool: Step["tool"], reason: StopReason): string {
  const name = tool === "compile" ? "compiler" : "linker";
  switch (reason) {
    case "time":
      return `The ${name} was ended: it took longer than ${toolLimits.wallMs / 1000} s, the limit here.`;
    case "memory":
    case "total":
      return `The ${name} was ended: it wanted more than ${toolLimits.memoryBytes / MiB} MiB of memory, the limit here.`;
    default:
      return `The ${name} was ended.`;
  }
}
