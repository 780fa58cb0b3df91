import { SystemError } from "./errors";

/** What a walk along a path needs to know of each step. */
export interface Step {
  kind: "file" | "directory" | "link";
  target?: string;
}

const maxLinks = 40;

export function parentOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf("/")));
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

export function join(folder: string, name: string): string {
  return folder === "/" ? "/" + name : folder + "/" + name;
}

/**
 * Follows an absolute path through folders and links to its canonical form,
 * as POSIX describes: ".." after a link means the parent of what the link
 * names. The last part need not exist; when follow is false it may be a link.
 * Fails with ENOENT, ENOTDIR or ELOOP for what stands in the way.
 */
export function resolve(
  path: string,
  follow: boolean,
  look: (path: string) => Step | undefined,
): string {
  const rest = path.split("/").reverse();
  let at = "/";
  let links = 0;
  for (;;) {
    const part = rest.pop();
    if (part === undefined) return at;
    if (part === "" || part === ".") continue;
    if (part === "..") {
      at = parentOf(at);
      continue;
    }
    const next = join(at, part);
    const step = look(next);
    const slash = rest.length > 0; // even at the end it wants a folder
    const last = rest.every((p) => p === "");
    if (step?.kind === "link" && (follow || slash)) {
      if (++links > maxLinks) throw new SystemError("ELOOP");
      const target = step.target ?? "";
      if (target.startsWith("/")) at = "/";
      rest.push(...target.split("/").reverse());
      continue;
    }
    if (slash && step && step.kind !== "directory") throw new SystemError("ENOTDIR");
    if (!last && !step) throw new SystemError("ENOENT");
    at = next;
  }
}
