import type { ErrorCode } from "../errors";
import type { Fault, Waiting } from "../worker-protocol";
import type { Handle } from "./handle";
import type { Process } from "./process";

/** What a process tells the run it belongs to. ms is the run's clock, as it claims. */
export interface Supervisor {
  /** It is instantiated, at that time of the kernel's clock. */
  started(process: Process, at: number): void;
  /** A time the program claims, made one that can be true. */
  clock(ms: number): number;
  /** The run's clock if it is a virtual one, otherwise 0. */
  readonly virtualNow: number;
  /** A system call that failed for want of something that is limited. */
  refused(code: ErrorCode): void;
  /** Opens a path that leads to other processes; undefined for any other. */
  special(process: Process, path: string, flags: number): Handle | undefined;
  /** It takes more memory now. */
  grew(process: Process): void;
  /** It did something, so it does not wait. */
  heard(process: Process): void;
  /** It was sent an answer. */
  answered(process: Process): void;
  /** It waits for answers alone, or for the virtual clock to move. */
  waits(process: Process, waiting: Waiting): void;
  /** So many bytes of its trace were not handed over. */
  untold(process: Process, bytes: number): void;
  /** It waits in shared memory, for the so manieth time. */
  blocked(process: Process, count: number): void;
  /** No Go of it runs until the run is let go on. */
  held(): void;
  exited(process: Process, code: number, ms: number): void;
  failed(process: Process, fault: Fault, words: string): void;
  /** Its worker threw what nothing in it caught: its script cannot be relied on any more. */
  crashed(process: Process, words: string): void;
  overstepped(process: Process, reason: "memory" | "messages"): void;
}
