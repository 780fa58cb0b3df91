import { openFlags } from "../open-flags";
import type { CallValue } from "../worker-protocol";
import type { Mounts } from "./mounts";
import { nodeError } from "./system";
import type { Surroundings } from "./surroundings";
import type { Done, System } from "./system";

const folder = 0o040000;
const formatBits = 0o170000;

function toStat(value: CallValue): unknown {
  const stat = value as { mode: number };
  return Object.assign(stat, { isDirectory: () => (stat.mode & formatBits) === folder });
}

/** The part, in a buffer of its own: a clone of a view would copy all that it looks into. */
function own(bytes: unknown, from: number, n: number): Uint8Array<ArrayBuffer> {
  if (!(bytes instanceof Uint8Array)) throw nodeError("EINVAL");
  const whole = from === 0 && n === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer;
  return whole
    ? (bytes as Uint8Array<ArrayBuffer>)
    : Uint8Array.from(bytes.subarray(from, from + n));
}

function isOutput(fd: unknown): fd is 1 | 2 {
  return fd === 1 || fd === 2;
}

/**
 * globalThis.fs as Go's syscall package expects it (the shape of Node's), over
 * messages to the kernel, which checks every argument.
 */
export function makeFs(
  system: System,
  place: Surroundings,
  { tracePath, piped, mounts }: { tracePath: string | undefined; piped: boolean; mounts: Mounts },
) {
  const at = (path: unknown) => (typeof path === "string" ? place.absolute(path) : path);
  const call = (name: string, args: unknown[], done: Done) => system.call(name, args, done);
  const stat = (name: string, subject: unknown, done: Done) => {
    if (mounts.has(subject)) system.answer(done, () => mounts.stat(subject as string | number));
    else system.call(name, [subject], done, toStat);
  };
  const unsupported = (done: Done) => system.refuse(done, "ENOSYS");

  return {
    constants: openFlags,
    writeSync(fd: unknown, bytes: unknown): number {
      const copy = Uint8Array.from(bytes as Uint8Array);
      const { length } = copy; // the buffer may be handed over
      if (fd === system.tracer) return system.trace(copy);
      if (isOutput(fd)) system.printNow(fd, copy);
      return length;
    },
    write(fd: unknown, bytes: unknown, from: number, n: number, at: unknown, done: Done): void {
      const part = own(bytes, from, n);
      if (isOutput(fd) && at === null && !(piped && fd === 1)) system.print(fd, part, done);
      else system.call("write", [fd, part, at], done);
    },
    read(fd: unknown, into: Uint8Array, from: number, n: number, at: unknown, done: Done): void {
      if (!(into instanceof Uint8Array) || !(from + n <= into.length)) throw nodeError("EINVAL");
      if (mounts.has(fd)) {
        const position = at as number | null;
        return system.answer(done, () => mounts.read(fd as number, into, from, n, position));
      }
      system.call("read", [fd, n, at], done, (value) => {
        const bytes = value as Uint8Array;
        into.set(bytes, from);
        return bytes.length;
      });
    },
    open(path: unknown, flags: unknown, mode: number, done: Done): void {
      const mounted = at(path);
      if (mounts.has(mounted)) {
        return system.answer(done, () => mounts.open(mounted as string, flags as number));
      }
      system.call("open", [at(path), flags, mode & ~place.umask], done, (fd) => {
        if (path === tracePath) system.tracer = fd;
        return fd;
      });
    },
    close(fd: unknown, done: Done): void {
      if (mounts.has(fd)) system.answer(done, () => void mounts.close(fd as number));
      else call("close", [fd], done);
    },
    fstat: (fd: unknown, done: Done) => stat("fstat", fd, done),
    stat: (path: unknown, done: Done) => stat("stat", at(path), done),
    lstat: (path: unknown, done: Done) => stat("lstat", at(path), done),
    readdir: (path: unknown, done: Done) => call("readdir", [at(path)], done),
    mkdir: (path: unknown, mode: number, done: Done) =>
      call("mkdir", [at(path), mode & ~place.umask], done),
    rmdir: (path: unknown, done: Done) => call("rmdir", [at(path)], done),
    unlink: (path: unknown, done: Done) => call("unlink", [at(path)], done),
    rename: (from: unknown, to: unknown, done: Done) => call("rename", [at(from), at(to)], done),
    link: (from: unknown, to: unknown, done: Done) => call("link", [at(from), at(to)], done),
    symlink: (target: unknown, path: unknown, done: Done) =>
      call("symlink", [target, at(path)], done),
    readlink: (path: unknown, done: Done) => call("readlink", [at(path)], done),
    chmod: (path: unknown, mode: unknown, done: Done) => call("chmod", [at(path), mode], done),
    fchmod: (fd: unknown, mode: unknown, done: Done) => call("fchmod", [fd, mode], done),
    utimes: (path: unknown, atime: unknown, mtime: unknown, done: Done) =>
      call("utimes", [at(path), atime, mtime], done),
    truncate: (path: unknown, size: unknown, done: Done) =>
      call("truncate", [at(path), size], done),
    ftruncate: (fd: unknown, size: unknown, done: Done) => call("ftruncate", [fd, size], done),
    fsync: (fd: unknown, done: Done) => call("fsync", [fd], done),
    chown: (_path: unknown, _uid: unknown, _gid: unknown, done: Done) => unsupported(done),
    fchown: (_fd: unknown, _uid: unknown, _gid: unknown, done: Done) => unsupported(done),
    lchown: (_path: unknown, _uid: unknown, _gid: unknown, done: Done) => unsupported(done),
  };
}
