import { isBytes, isWhole } from "../check";
import { SystemError } from "../errors";
import type { CallValue } from "../worker-protocol";
import type { Descriptors } from "./descriptors";
import type { FileSystem } from "./filesystem";
import type { Handle } from "./handle";
import { openFile } from "./open-file";

/** What a system call works on: the caller's descriptors, the run's files, the caller's clock. */
export interface Caller {
  files: FileSystem;
  descriptors: Descriptors;
  ms: number;
  /** Opens what leads to other processes: undefined for a path that is none of these. */
  special?(path: string, flags: number): Handle | undefined;
  /** Told of the folder that the caller is in from now on. */
  moved?(to: string): void;
}

type Args = readonly unknown[];
type Call = (p: Caller, args: Args) => CallValue | Promise<CallValue> | void;

const maxPath = 4096;
const maxSize = Number.MAX_SAFE_INTEGER;
const permissionBits = 0o777;

// One reader for each kind of argument: what is given, or the error that a
// real system would answer with. The arguments come from the program as is.

function path(v: unknown): string {
  if (typeof v !== "string" || !v.startsWith("/") || v.includes("\0")) throw invalid();
  if (v.length > maxPath) throw new SystemError("ENAMETOOLONG");
  return v;
}

function whole(v: unknown, max = 2 ** 31 - 1): number {
  if (!isWhole(v, 0, max)) throw invalid();
  return v;
}

function place(v: unknown): number | null {
  return v === null ? null : whole(v, maxSize);
}

function bytes(v: unknown): Uint8Array<ArrayBuffer> {
  if (!isBytes(v)) throw invalid();
  return v;
}

function seconds(v: unknown): number {
  if (typeof v !== "number" || !Number.isFinite(v)) throw invalid();
  return v * 1000;
}

function invalid(): SystemError {
  return new SystemError("EINVAL");
}

/** Every system call: name, and arguments in the order of Node's fs. */
const calls: Record<string, Call> = {
  open: (p, [at, flags, mode]) =>
    p.descriptors.add(
      () =>
        p.special?.(path(at), whole(flags)) ??
        openFile(p.files, path(at), whole(flags), whole(mode) & permissionBits),
    ),
  close: (p, [fd]) => p.descriptors.close(whole(fd)),
  read: (p, [fd, length, at]) =>
    p.descriptors.get(whole(fd)).read(whole(length, maxSize), place(at)),
  write: (p, [fd, data, at]) => p.descriptors.get(whole(fd)).write(bytes(data), place(at), p.ms),
  fstat: (p, [fd]) => p.descriptors.get(whole(fd)).stat(),
  fsync: (p, [fd]) => void p.descriptors.get(whole(fd)),
  fchmod: (p, [fd, mode]) => p.descriptors.get(whole(fd)).chmod(whole(mode) & permissionBits),
  ftruncate: (p, [fd, size]) => p.descriptors.get(whole(fd)).truncate(whole(size, maxSize)),
  stat: (p, [at]) => p.files.lookup(path(at)).stat(),
  lstat: (p, [at]) => p.files.lookup(path(at), false).stat(),
  chmod: (p, [at, mode]) => {
    p.files.lookup(path(at)).permissions = whole(mode) & permissionBits;
  },
  truncate: (p, [at, size]) => p.files.file(path(at)).resize(whole(size, maxSize)),
  utimes: (p, [at, atime, mtime]) => {
    Object.assign(p.files.lookup(path(at)), { atimeMs: seconds(atime), mtimeMs: seconds(mtime) });
  },
  chdir: (p, [at]) => {
    p.files.directory(path(at));
    p.moved?.(path(at));
  },
  readdir: (p, [at]) => p.files.names(path(at)),
  mkdir: (p, [at, mode]) => p.files.mkdir(path(at), whole(mode) & permissionBits),
  rmdir: (p, [at]) => p.files.rmdir(path(at)),
  unlink: (p, [at]) => p.files.unlink(path(at)),
  rename: (p, [from, to]) => p.files.rename(path(from), path(to)),
  link: (p, [from, at]) => p.files.link(path(from), path(at)),
  symlink: (p, [target, at]) => {
    if (typeof target !== "string" || target.length > maxPath) throw invalid();
    p.files.symlink(target, path(at));
  },
  readlink: (p, [at]) => p.files.readlink(path(at)),
};

/** Does one system call of a program; rejects with SystemErrors alone. */
export async function perform(name: string, args: Args, caller: Caller): Promise<CallValue> {
  const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
  if (!call) throw new SystemError("ENOSYS");
  try {
    return (await call(caller, args)) ?? null;
  } catch (err) {
    throw err instanceof SystemError
      ? err
      : new SystemError(err instanceof RangeError ? "ENOSPC" : "EIO");
  }
}
