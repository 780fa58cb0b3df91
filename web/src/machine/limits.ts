import { isRecord } from "./check";

/** What one run may take before it is cut or stopped. */
export interface Limits {
  /** Bytes kept of each output stream, first and last parts; the program runs on. */
  outputBytes: number;
  /** Bytes of Go's memory in one process; more ends it. */
  memoryBytes: number;
  /** Bytes of memory of all processes together, shared memory and pipes too; more stops the run. */
  runBytes: number;
  /** Processes and threads that a program may have running beside its first; starting more fails. */
  workers: number;
  /** Descriptors open at once in a process, the three standard ones included; more is EMFILE. */
  openFiles: number;
  /** Reads of a process that wait at once, for a pipe say, and as many writes; more is ENOBUFS. */
  waitingCalls: number;
  /** Milliseconds from start; more stops the run. */
  wallMs: number;
  /** Bytes of all files together; more is ENOSPC. */
  fileBytes: number;
  /** Files, folders and links together; more is ENOSPC. */
  fileCount: number;
}

const MiB = 1 << 20;

export const defaultLimits: Readonly<Limits> = {
  outputBytes: MiB,
  memoryBytes: 512 * MiB,
  runBytes: 1024 * MiB,
  workers: 64,
  openFiles: 256,
  waitingCalls: 1024, // package os has one of each under way on a file, and there are 256 files
  wallMs: 60_000,
  fileBytes: 256 * MiB,
  fileCount: 10_000,
};

/** The most that can be asked for. Timers of browsers hold 31 bits of milliseconds. */
const most: Readonly<Limits> = {
  outputBytes: 64 * MiB,
  memoryBytes: 4096 * MiB,
  runBytes: 8192 * MiB,
  workers: 256,
  openFiles: 65_536,
  waitingCalls: 131_072,
  wallMs: 2 ** 31 - 1,
  fileBytes: 1024 * MiB,
  fileCount: 1_000_000,
};

/** The defaults with the positive numbers of v in their place. */
export function toLimits(v: unknown): Limits {
  const limits = { ...defaultLimits };
  if (!isRecord(v)) return limits;
  for (const name of Object.keys(limits) as (keyof Limits)[]) {
    const wanted = v[name];
    if (typeof wanted !== "number" || !(wanted > 0)) continue;
    limits[name] = Math.ceil(Math.min(wanted, most[name]));
  }
  return limits;
}
