/**
 * What kernel and worker say to one another.
 *
 *   worker  tick                      what time is it?       kernel  tock {at, …}
 *   worker  warm                      the clocks agree, give me a program
 *   kernel  start {module, …}         once
 *   worker  started {at}              instantiated, at that time of the kernel's clock
 *   worker  memory {bytes}            Go's memory has grown to so much
 *   worker  waiting {answers, until, …} nothing to do but for calls that were not answered, after so many
 *                                     answers, and (virtual clock) for a timer at until
 *   kernel  deadlock                  nobody will answer them: let Go say so
 *   kernel  advance {now}             the virtual clock has come to now
 *   kernel  untrace                   record no more of what Go does
 *   kernel  hold                      look at the control memory: the run is paused
 *   worker  held                      no Go runs here until it is let go; since when, its slot says
 *   worker  untold {bytes}            so many bytes of its trace were not handed over: there is too much of it
 *   worker  blocked {count}           waits in shared memory, for the so manieth time: on a virtual clock,
 *                                     or without a timeout
 *   worker  write {fd, bytes, ms}     to standard output or error; answered by ack alone
 *   worker  call {id, name, args, ms} a system call           kernel  reply {id, …}
 *   kernel  ack {received}            so many messages of yours have been read
 *   worker  exit {code, ms}           or  fault {fault, words, ms}  or  limit {reason, ms}: once, last
 *   worker  unreadable                start could not be read: send the bytes instead
 *
 * A program may reach the worker's own objects and forge any of these, so the
 * kernel believes none before toWorkerMessage has looked at every member. The
 * worker keeps at most hardWindow messages unread, so one that does not is
 * forging and is stopped (kernelWindow).
 */
import { isBytes, isMs, isRecord, isText, isWhole } from "./check";
import type { Fields } from "./check";
import type { ErrorCode } from "./errors";
import type { Pace } from "./pace";

/** Unread messages at which a writing goroutine waits. */
export const softWindow = 256;
/** Unread bytes at which a writing goroutine waits. */
export const softBytes = 256 << 10;
/** Unread messages at which nothing more is posted, but for one a forcedMs. */
export const hardWindow = 1024;
/** Messages waiting in the worker at which its program is ended. */
export const maxQueue = 200_000;
/** Unread messages at which the kernel takes the worker for a forger. */
export const kernelWindow = 8192;
/** After so many messages or bytes the kernel says how far it has read. */
export const ackEvery = 64;
export const ackBytes = 64 << 10;

/** What went wrong in the machine rather than in Go. */
export const faults = ["arguments", "start", "stack", "memory", "shared", "trap"] as const;
export type Fault = (typeof faults)[number];

export interface StartMessage {
  type: "start";
  module: WebAssembly.Module | ArrayBuffer;
  args: string[];
  env: Record<string, string>;
  cwd: string;
  pid: number;
  /** The parent's; 0 for the first. */
  ppid: number;
  memoryBytes: number;
  entries: Entry[];
  /** Unix time in ms at which the kernel's clock showed 0. */
  epoch: number;
  /** The kernel's time at which the run's clock began; null when this process begins it. */
  zero: number | null;
  pace: Pace;
  /** The virtual clock, in ms; 0 on a real one. */
  now: number;
  /** What chance comes from; "" for the browser's own. */
  seed: string;
  /** How the run is held, and this process's slot; absent where memory cannot be shared. */
  control?: { memory: WebAssembly.Memory; slot: number };
  /** The run's shared memory, for a program that imports it. */
  shared?: WebAssembly.Memory;
  /** Standard output is a pipe, which may fill up, instead of the console. */
  piped: boolean;
  /** Files that the worker reads by itself; for tools alone. */
  mounts?: Mount[];
}

/** A file that cannot be written: its absolute path and its bytes. */
export type Mount = readonly [path: string, bytes: Uint8Array];

/** What a worker writes to the memory of a tock, to show that it can be shared. */
export const sharedMark = 0x61686972;

/** An entry of the file system, for the worker's own map: d, f, l and a link's target; "" when gone. */
export type Entry = readonly [path: string, what: string];

export type CallValue = null | number | string | string[] | Uint8Array | object;

export type KernelMessage =
  | StartMessage
  | { type: "tock"; at: number; timeOrigin: number; memory?: WebAssembly.Memory }
  | { type: "deadlock" }
  | { type: "advance"; now: number }
  | { type: "hold" }
  | { type: "untrace" }
  | { type: "ack"; received: number }
  | Reply;

/** An answer; now is the run's clock when it is a virtual one, otherwise 0. */
export interface Reply {
  type: "reply";
  id: number;
  error?: ErrorCode;
  value?: CallValue;
  changes: Entry[];
  now: number;
}

export type WorkerMessage =
  | { type: "tick" }
  | { type: "warm" }
  | { type: "started"; at: number }
  | { type: "memory" | "untold"; bytes: number }
  | Waiting
  | { type: "held" }
  | { type: "blocked"; count: number }
  | { type: "unreadable" }
  | { type: "write"; fd: 1 | 2; bytes: Uint8Array<ArrayBuffer>; ms: number }
  | { type: "call"; id: number; name: string; args: unknown[]; ms: number }
  | { type: "exit"; code: number; ms: number }
  | { type: "limit"; reason: "memory" | "messages"; ms: number }
  | { type: "fault"; fault: Fault; words: string; ms: number };

/** What a process waits for, having had so many answers, at a time of its own. */
export interface Waiting {
  type: "waiting";
  answers: number;
  /** It has a trace, whose timers hide whether there are others. */
  traced: boolean;
  /** Its next timer on a virtual clock; null without one. */
  until: number | null;
  ms: number;
}

/** Messages that say nothing but their type. */
const bare = ["tick", "warm", "held", "unreadable"] as const;

/** A message of a worker if v is one; the args of a call are for the call to check. */
export function toWorkerMessage(v: unknown): WorkerMessage | undefined {
  if (!isRecord(v)) return undefined;
  const { type, ms } = v;
  if (bare.some((each) => each === type)) return { type: type as (typeof bare)[number] };
  return toState(v) ?? (isMs(ms) ? toDeed(v, ms) : undefined);
}

/** A message that tells how a program stands. */
function toState(v: Fields): WorkerMessage | undefined {
  const { type, at, bytes, answers, until, ms } = v;
  switch (type) {
    case "started":
      return isMs(at) ? { type, at } : undefined;
    case "blocked":
      return isWhole(v.count, 0, 2 ** 32 - 1) ? { type, count: v.count } : undefined;
    case "memory":
    case "untold":
      return isWhole(bytes, 0, 2 ** 33) ? { type, bytes } : undefined;
    case "waiting":
      if (!isWhole(answers, 0, Number.MAX_SAFE_INTEGER) || !isMs(ms)) return undefined;
      if (until !== null && !isMs(until)) return undefined;
      return { type, answers, traced: v.traced === true, until, ms };
  }
  return undefined;
}

/** A message of what a program does, at a time of its own. */
function toDeed(v: Fields, ms: number): WorkerMessage | undefined {
  const { type } = v;
  switch (type) {
    case "write": {
      const { fd, bytes } = v;
      return (fd === 1 || fd === 2) && isBytes(bytes) ? { type, fd, bytes, ms } : undefined;
    }
    case "call": {
      const { id, name, args } = v;
      if (!isWhole(id, 0, Number.MAX_SAFE_INTEGER) || !isText(name, 20)) return undefined;
      return Array.isArray(args) && args.length <= 5 ? { type, id, name, args, ms } : undefined;
    }
    case "exit":
      return isWhole(v.code, -(2 ** 31), 2 ** 31 - 1) ? { type, code: v.code, ms } : undefined;
    case "limit": {
      const { reason } = v;
      return reason === "memory" || reason === "messages" ? { type, reason, ms } : undefined;
    }
    case "fault": {
      const { fault, words } = v;
      if (!faults.includes(fault as Fault) || !isText(words, 2000)) return undefined;
      return { type, fault: fault as Fault, words, ms };
    }
  }
  return undefined;
}
