import type { ErrorCode } from "./errors";
import type { Limits } from "./limits";
import type { StopReason } from "./protocol";
import type { Fault } from "./worker-protocol";

/** The machine's own words at the end of standard error: what happened, and what can be done. */

function size(bytes: number): string {
  const MiB = 1 << 20;
  return bytes >= MiB ? `${Math.round(bytes / MiB)} MiB` : `${bytes} bytes`;
}

export function whyStopped(reason: StopReason, limits: Limits): string {
  switch (reason) {
    case "stop":
      return "Stopped: the run was stopped before the program ended.";
    case "time":
      return `Stopped: the program ran for ${limits.wallMs / 1000} s, the limit here (limit-time in the page's address raises it).`;
    case "memory":
      return `Stopped: the program wanted more than ${size(limits.memoryBytes)} of memory, the limit of a process here.`;
    case "messages":
      return "Stopped: the program sent messages of its own to the machine that runs it.";
  }
}

export function whyFailed(fault: Fault, words: string): string {
  switch (fault) {
    case "arguments":
      return `The program was not started: ${words}`;
    case "start":
      return `The program was not started: the browser refused it (${words}).`;
    case "stack":
      return `The program's calls were nested deeper than this browser's stack holds${words && ` (in ${words})`}: a recursion without an end, or a very deep one.`;
    case "memory":
      return `The browser had no more memory for the program (${words}).`;
    case "trap":
      return `The program broke in the browser's WebAssembly engine (${words}).`;
  }
}

/** A limit that a program met as an error of a system call; it was not stopped. */
export function whyRefused(code: ErrorCode, limits: Limits): string | undefined {
  switch (code) {
    case "EMFILE":
      return `The program had ${limits.openFiles} files open, the limit here: opening more failed.`;
    case "ENOSPC":
      return `The program's files reached the limit here (${size(limits.fileBytes)}, ${limits.fileCount} files): writing more failed.`;
  }
  return undefined;
}
