/**
 * What page and jail say to one another, over a MessagePort that the page
 * hands to its frame at the start:
 *
 *   page  load {id, wasm}     compile and keep          jail  loaded {id} | unusable {id, reason}
 *   page  run {run, wasm, …}  start a program           jail  events {run, events}*, done {run, …}
 *   page  more {run}          the last events are shown: send the next
 *   page  stop {run}          end it now                jail  done {run, …}
 *   page  pause {run}         hold it, if it can be     jail  paused {run, paused}
 *   page  resume {run}        let it go on
 *   page  untrace {run}       record no more of its execution
 *   page  write {run, name, bytes}  put a file of it, whole, in the place of what is there
 *   page  kill {run, pid}     end a process that it has started, as kill -9 would
 *   page  forget {id}         the program is not wanted any more
 *
 * Beside the one program, tools run (the compiler, the linker), each for itself:
 *
 *   page  mount {bytes, files}  keep files that tools read
 *   page  unmount {}          drop them all
 *   page  tool {run, wasm, …}   start a tool            jail  parked {run}?, made {run, …}?, done {run, …}
 *   page  wake {run, files, …}     let a parked one go on
 *
 * The jail says ready once, when it answers, a worker is warm and it is known
 * whether workers share memory, or broken with a sentence. Code of a reader runs behind the jail, so the page believes
 * none of its messages before toJailMessage has looked at every member.
 */
import { isBytes, isMs, isRecord, isText, isWhole } from "./check";
import type { Fields } from "./check";
import { toReport } from "./figures";
import type { Report } from "./figures";
import type { Limits } from "./limits";
import type { ClockChoice } from "./pace";

export type StreamName = "stdout" | "stderr";

/** Why the machine ended a program that had not ended itself. */
export const stopReasons = ["stop", "time", "memory", "total", "messages"] as const;
export type StopReason = (typeof stopReasons)[number];

/** What a program may be given; absent members have been filled in. */
export interface Program {
  wasm: string;
  args: string[];
  env: Record<string, string>;
  stdin: Uint8Array;
  files: Record<string, Uint8Array>;
  limits: Limits;
  clock: ClockChoice;
  /** What chance comes from; "" for the browser's own. */
  seed: string;
}

export type PageMessage =
  | { type: "load"; id: string; wasm: ArrayBuffer }
  | ({ type: "run"; run: number } & Program)
  | { type: "more"; run: number }
  | { type: "pause"; run: number }
  | { type: "resume"; run: number }
  | { type: "untrace"; run: number }
  | { type: "write"; run: number; name: string; bytes: Uint8Array }
  | { type: "kill"; run: number; pid: number }
  | { type: "stop"; run: number }
  | { type: "forget"; id: string }
  | { type: "mount"; bytes: ArrayBuffer; files: MountedFile[] }
  | { type: "unmount" }
  | ({ type: "tool"; run: number } & Program & ToolTerms)
  | { type: "wake"; run: number; files: Record<string, Uint8Array>; keepAs: string };

/** A file within the bytes of a mount: its absolute path and where it is. */
export type MountedFile = readonly [path: string, from: number, size: number];

/** What a tool has beside what a program has. */
export interface ToolTerms {
  /** Paths of mounted files that it can read. */
  mounts: string[];
  /** The file that is wanted of it when it has ended well. */
  makes: string;
  /** Compile that file and keep it as the program of this id; "" to hand it to the page. */
  keepAs: string;
  /** It finds the file in which tools park, and wake lets it go on. */
  parks: boolean;
}

/** ms: since the program's instantiation, on the run's clock. */
export type RunEvent =
  | { type: "output"; stream: StreamName; text: string; ms: number }
  | Report
  | ({ type: "trace" } & TracePiece);

/** A piece of the execution trace of one process or thread. */
export interface TracePiece {
  pid: number;
  /** The function that it was started with; "main" for the first. */
  name: string;
  kind: "process" | "thread";
  bytes: Uint8Array;
  /** Nothing more will come of this one. */
  last: boolean;
  /** Why its end is missing: it was ended from outside, or there was too much. Known with the last piece. */
  cut: "" | "killed" | "full";
  /** How many bytes of it were not kept. Known with the last piece. */
  lost: number;
  /** Its program ended because all its goroutines were asleep. Known with the last piece. */
  dead: boolean;
}

/** How a program ended. */
export interface Ending {
  exitCode: number;
  /** Real milliseconds, pauses left out. */
  wallMs: number;
  /** Milliseconds on the run's clock. */
  clockMs: number;
  reason: StopReason | null;
}

export type JailMessage =
  | { type: "ready"; shares: boolean }
  | { type: "broken"; reason: string }
  | { type: "loaded"; id: string }
  | { type: "unusable"; id: string; reason: string }
  | { type: "events"; run: number; events: RunEvent[] }
  | { type: "paused"; run: number; paused: boolean }
  | { type: "parked"; run: number }
  /** What a tool has made: how many bytes, and the bytes unless the jail keeps them; and what memory it took. */
  | { type: "made"; run: number; size: number; bytes: Uint8Array | null; memory: number }
  | ({ type: "done"; run: number } & Ending);

const maxText = 1 << 27; // more than the largest output limit lets through
const maxEvents = 100_000;

/** A message of the jail if v is one in every member, otherwise undefined. */
export function toJailMessage(v: unknown): JailMessage | undefined {
  if (!isRecord(v)) return undefined;
  switch (v.type) {
    case "ready":
      return { type: "ready", shares: v.shares === true };
    case "broken":
      return isText(v.reason, 2000) ? { type: "broken", reason: v.reason } : undefined;
    case "loaded":
      return isText(v.id, 1000) ? { type: "loaded", id: v.id } : undefined;
    case "unusable":
      if (!isText(v.id, 1000) || !isText(v.reason, 2000)) return undefined;
      return { type: "unusable", id: v.id, reason: v.reason };
    case "events":
      return toEvents(v);
    case "paused":
      if (!isRun(v.run) || typeof v.paused !== "boolean") return undefined;
      return { type: "paused", run: v.run, paused: v.paused };
    case "parked":
      return isRun(v.run) ? { type: "parked", run: v.run } : undefined;
    case "made":
      return toMade(v);
    case "done":
      return toDone(v);
  }
  return undefined;
}

function isRun(v: unknown): v is number {
  return isWhole(v, 0, Number.MAX_SAFE_INTEGER);
}

function toMade(v: Fields): JailMessage | undefined {
  const { run, size, bytes, memory } = v;
  if (!isRun(run) || !isWhole(size, 0, Number.MAX_SAFE_INTEGER)) return undefined;
  if (!isWhole(memory, 0, Number.MAX_SAFE_INTEGER)) return undefined;
  if (bytes !== null && !isBytes(bytes)) return undefined;
  return { type: "made", run, size, bytes, memory };
}

function toDone(v: Fields): JailMessage | undefined {
  const { run, exitCode, wallMs, clockMs, reason } = v;
  if (!isRun(run) || !isWhole(exitCode, -(2 ** 31), 2 ** 31 - 1)) return undefined;
  if (!isMs(wallMs) || !isMs(clockMs)) return undefined;
  if (reason !== null && !stopReasons.includes(reason as StopReason)) return undefined;
  return { type: "done", run, exitCode, wallMs, clockMs, reason: reason as StopReason | null };
}

function toEvents(v: Fields): JailMessage | undefined {
  if (!isRun(v.run) || !Array.isArray(v.events) || v.events.length > maxEvents) return undefined;
  const events: RunEvent[] = [];
  for (const each of v.events as unknown[]) {
    const event = toEvent(each);
    if (event) events.push(event);
  }
  return { type: "events", run: v.run, events };
}

function toEvent(v: unknown): RunEvent | undefined {
  if (!isRecord(v)) return undefined;
  if (v.type === "figure") return toReport(v.figure);
  if (v.type === "drawing") return toReport(v.drawing);
  if (v.type === "trace") return toTrace(v);
  const { type, stream, text, ms } = v;
  if (type !== "output" || (stream !== "stdout" && stream !== "stderr")) return undefined;
  return isText(text, maxText) && isMs(ms) ? { type, stream, text, ms } : undefined;
}

function toTrace({ pid, name, kind, bytes, last, cut, lost, dead }: Fields): RunEvent | undefined {
  if (!isWhole(pid, 1, 2 ** 31 - 1) || !isText(name, 200) || !isBytes(bytes)) return undefined;
  if ((kind !== "process" && kind !== "thread") || typeof last !== "boolean") return undefined;
  if (cut !== "" && cut !== "killed" && cut !== "full") return undefined;
  if (!isWhole(lost, 0, Number.MAX_SAFE_INTEGER) || typeof dead !== "boolean") return undefined;
  return { type: "trace", pid, name, kind, bytes, last, cut, lost, dead };
}
