import type { Drawing, Figure, OutputEvent, Run, RunResult, TracePiece } from "../../machine/index";
import type { Time } from "./time-choice";

export type { OutputEvent, RunResult };

/** What a program is given besides its code. */
export interface RunInput {
  args: string[];
  stdin?: Uint8Array;
  /** Contents by path in the program's working folder. */
  files?: Record<string, Uint8Array>;
  env?: Record<string, string>;
}

/** The part of the Machine that a lesson needs; tests put their own in its place. */
export interface Runner {
  /** Whether workers share memory here; known once ready. */
  readonly shares: boolean | undefined;
  ready(): Promise<void>;
  load(id: string, wasm: ArrayBuffer): Promise<void>;
  has(id: string): boolean;
  run(
    options: RunInput &
      Partial<Time> & { wasm: string; limits: { wallMs?: number; outputBytes?: number } },
    on: {
      output?(e: OutputEvent): void;
      figure?(f: Figure): void;
      drawing?(d: Drawing): void;
      trace?(piece: TracePiece): void;
    },
  ): Run;
  dispose(): void;
}
