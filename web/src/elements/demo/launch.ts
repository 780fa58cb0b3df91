import type { ToolchainState } from "../../machine/toolchain/api";
import type { Progress } from "./loader";
import type { Runner } from "./runner";

/** How far a program is from running. */
export type Step =
  /** The prebuilt program is on its way. */
  | { kind: "fetching"; progress: Progress }
  /** The compiler and what it needs are on their way. */
  | { kind: "toolchain"; toolchain: ToolchainState }
  | { kind: "building" }
  /** Another lesson around here runs. */
  | { kind: "waiting" }
  | { kind: "starting" };

/** A program that a machine has loaded under an id. */
export interface Loaded {
  ok: true;
  runner: Runner;
  program: string;
}

/** A program that there is none of, in the words of Go. */
export interface Refusal {
  ok: false;
  stderr: string;
  /** How many complaints there are. */
  count: number;
}

/** Where a run's program comes from: prebuilt, or from the reader's source. */
export interface Launch {
  /** Tells each step until it resolves. Rejects when what is needed cannot be had. */
  launch(tell: (step: Step) => void, signal: AbortSignal): Promise<Loaded | Refusal>;
}
