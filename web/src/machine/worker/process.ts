import { SystemError } from "../errors";
import type { Surroundings } from "./surroundings";
import { nodeError } from "./system";

/** The one user there is. */
const user = 1000;

/** globalThis.process as Go's syscall package expects it (the shape of Node's). */
export function makeProcess(
  { pid, ppid }: { pid: number; ppid: number },
  place: Surroundings,
  moved: (to: string) => void,
) {
  return {
    pid,
    ppid,
    getuid: () => user,
    getgid: () => user,
    geteuid: () => user,
    getegid: () => user,
    getgroups: () => [user],
    umask(mask: number): number {
      const old = place.umask;
      place.umask = mask & 0o777;
      return old;
    },
    cwd: () => place.cwd,
    chdir(path: string): void {
      try {
        place.chdir(path);
      } catch (err) {
        throw err instanceof SystemError ? nodeError(err.code) : err;
      }
      moved(place.cwd);
    },
  };
}

/** globalThis.path, of which Go needs resolve alone: an absolute path without dots. */
export function makePath(place: Surroundings) {
  return {
    resolve(path: string): string {
      const parts: string[] = [];
      for (const part of place.absolute(path).split("/")) {
        if (part === "..") parts.pop();
        else if (part !== "" && part !== ".") parts.push(part);
      }
      return "/" + parts.join("/");
    },
  };
}
