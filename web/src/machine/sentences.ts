import type { ErrorCode } from "./errors";
import type { Limits } from "./limits";
import type { StopReason } from "./protocol";
import type { Fault } from "./worker-protocol";

/** The machine's own words at the end of standard error: what happened, and what can be done. */

function size(bytes: number): string {
  const MiB = 1 << 20;
  return bytes >= MiB ? `${Math.round(bytes / MiB)} MiB` : `${bytes} bytes`;
}

/** stuck is how many threads wait for one another at that moment, or seem to. */
export function whyStopped(reason: StopReason, limits: Limits, stuck = 0): string {
  switch (reason) {
    case "stop":
      return "Stopped: the run was stopped before the program ended.";
    case "time":
      return `Stopped: the program ran for ${limits.wallMs / 1000} s, the limit here (limit-time in the page's address raises it).${waitingThreads(stuck)}`;
    case "memory":
      return `Stopped: the program wanted more than ${size(limits.memoryBytes)} of memory, the limit of a process here.`;
    case "total":
      return `Stopped: the program's processes together wanted more than ${size(limits.runBytes)} of memory, the limit of a run here.`;
    case "messages":
      return "Stopped: the program sent messages of its own to the machine that runs it.";
  }
}

function waitingThreads(stuck: number): string {
  if (stuck === 0) return "";
  const who = stuck === 1 ? "1 thread waited" : `${stuck} threads waited`;
  return ` ${who} without a timeout for what another has to do: to come to a barrier, say, or to unlock a mutex.`;
}

export function whyFailed(fault: Fault, words: string): string {
  switch (fault) {
    case "arguments":
      return `The program was not started: ${words}`;
    case "start":
      return `The program was not started: the browser refused it (${words}).`;
    case "stack":
      return `The program's calls were nested deeper than this browser's stack holds${words && ` (in ${words})`}: a recursion without an end, or a very deep one.`;
    case "shared":
      return `The program uses memory that threads share, and this page cannot give it any: it is not isolated from other sites, or this browser cannot share memory here. Try the lesson's own page, or another browser.`;
    case "memory":
      return `The browser had no more memory for the program (${words}).`;
    case "trap":
      return `The program broke in the browser's WebAssembly engine (${words}).`;
  }
}

/** Why a process that another started was ended; who is its number and name. */
export function whyEnded(who: string, limits: Limits): string {
  return `${who} was ended: it wanted more than ${size(limits.memoryBytes)} of memory, the limit of a process here.`;
}

/** Why a process was not started. */
export function tooManyWorkers(limit: number): string {
  return `${limit} processes and threads run beside the first already, the limit here: wait until one has ended`;
}

/** Said before the reports of the processes that wait for one another; mute is how many are blocked in shared memory. */
export function allWait(count: number, mute: number): string {
  if (mute === 0) {
    return `Deadlock: the ${count} processes of this run wait for one another, or for what nobody will do. The last one started reports first.`;
  }
  const forWhat = "to come to a barrier, say, or to unlock a mutex.";
  if (count === 1) {
    return `Deadlock: the program waits in shared memory, without a timeout, for what no other thread is there to do: ${forWhat}`;
  }
  const who = mute === count ? "All" : `${mute} of them`;
  const others = mute === count ? "" : " The last one started of the others reports first.";
  return `Deadlock: the ${count} processes and threads of this run wait for ever. ${who} wait in shared memory, without a timeout, for what none of the others will do: ${forWhat}${others}`;
}

/** A limit that a program met as an error; it was not stopped. */
export function whyRefused(code: ErrorCode | "workers", limits: Limits): string | undefined {
  switch (code) {
    case "workers":
      return `The program had ${limits.workers} processes and threads running beside its first, the limit here: starting more failed.`;
    case "EMFILE":
      return `The program had ${limits.openFiles} files open, the limit here: opening more failed.`;
    case "ENOBUFS":
      return `The program had ${limits.waitingCalls} reads or writes waiting at once, the limit here: more of them failed.`;
    case "ENOSPC":
      return `The program's files reached the limit here (${size(limits.fileBytes)}, ${limits.fileCount} files): writing more failed.`;
  }
  return undefined;
}

/** Why the page could not put a file of a running program. */
export function whyUnwritten(name: string, code: ErrorCode): string {
  const why =
    code === "ENOSPC" ? "there is no room for it" : `that is no place for a file (${code})`;
  return `The page could not write ${name.slice(0, 100)}: ${why}. The file is as it was.`;
}
