/**
 * What kernel and worker say to one another.
 *
 *   worker  warm                      the script stands, give me a program
 *   kernel  start {module, …}         once
 *   worker  started                   instantiated: the clock of this program begins
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
import type { ErrorCode } from "./errors";

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
export const faults = ["arguments", "start", "stack", "memory", "trap"] as const;
export type Fault = (typeof faults)[number];

export interface StartMessage {
  type: "start";
  module: WebAssembly.Module | ArrayBuffer;
  args: string[];
  env: Record<string, string>;
  cwd: string;
  pid: number;
  memoryBytes: number;
  entries: Entry[];
}

/** An entry of the file system, for the worker's own map: d, f, l and a link's target; "" when gone. */
export type Entry = readonly [path: string, what: string];

export type CallValue = null | number | string | string[] | Uint8Array | object;

export type KernelMessage =
  | StartMessage
  | { type: "ack"; received: number }
  | { type: "reply"; id: number; error?: ErrorCode; value?: CallValue; changes: Entry[] };

export type WorkerMessage =
  | { type: "warm" }
  | { type: "started" }
  | { type: "unreadable" }
  | { type: "write"; fd: 1 | 2; bytes: Uint8Array<ArrayBuffer>; ms: number }
  | { type: "call"; id: number; name: string; args: unknown[]; ms: number }
  | { type: "exit"; code: number; ms: number }
  | { type: "limit"; reason: "memory" | "messages"; ms: number }
  | { type: "fault"; fault: Fault; words: string; ms: number };

/** A message of a worker if v is one; the args of a call are for the call to check. */
export function toWorkerMessage(v: unknown): WorkerMessage | undefined {
  if (!isRecord(v)) return undefined;
  const { type, ms } = v;
  if (type === "warm" || type === "started" || type === "unreadable") return { type };
  if (!isMs(ms)) return undefined;
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
