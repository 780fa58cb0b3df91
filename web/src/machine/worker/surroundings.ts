import { SystemError } from "../errors";
import { resolve } from "../path";
import type { Step } from "../path";
import type { Entry } from "../worker-protocol";

/**
 * Where a process stands: its folder, its umask, and a copy of the names in
 * the kernel's file system, so that chdir can answer at once, as Go's syscall
 * package needs it to.
 */
export class Surroundings {
  #steps = new Map<string, Step>();
  cwd = "/";
  /** The permission bits that new files do not get, as natively. */
  umask = 0o022;

  apply(entries: readonly Entry[]): void {
    for (const [path, what] of entries) {
      if (path === "") this.#steps.clear();
      else if (what === "") this.#steps.delete(path);
      else this.#steps.set(path, toStep(what));
    }
  }

  /** The path from the root, not yet followed. */
  absolute(path: string): string {
    return path.startsWith("/") ? path : `${this.cwd}/${path}`;
  }

  chdir(path: string): void {
    const at = resolve(this.absolute(path), true, (p) => this.#steps.get(p));
    const kind = at === "/" ? "directory" : this.#steps.get(at)?.kind;
    if (kind !== "directory") throw new SystemError(kind ? "ENOTDIR" : "ENOENT");
    this.cwd = at;
  }
}

function toStep(what: string): Step {
  if (what.startsWith("l")) return { kind: "link", target: what.slice(1) };
  return { kind: what === "d" ? "directory" : "file" };
}
