import type { Mount } from "../worker-protocol";
import { SystemError } from "../errors";

/** Descriptors of mounted files begin here, far above those that the kernel gives. */
const firstDescriptor = 1 << 20;

const regular = 0o100444;

/** Files that a process reads without asking the kernel: their bytes came with its start. */
export class Mounts {
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #open = new Map<number, { bytes: Uint8Array; place: number }>();
  #next = firstDescriptor;

  constructor(mounts: readonly Mount[]) {
    this.#files = new Map(mounts);
  }

  /** Whether a path or a descriptor belongs here. */
  has(file: unknown): boolean {
    return typeof file === "string" ? this.#files.has(file) : this.#open.has(file as number);
  }

  open(path: string, flags: number): number {
    if ((flags & 3) !== 0) throw new SystemError("EACCES");
    const fd = this.#next++;
    this.#open.set(fd, { bytes: this.#files.get(path)!, place: 0 });
    return fd;
  }

  close(fd: number): void {
    this.#open.delete(fd);
  }

  /** Reads into bytes; position null is the descriptor's own place. */
  read(fd: number, into: Uint8Array, from: number, n: number, position: number | null): number {
    const file = this.#open.get(fd)!;
    const start = position ?? file.place;
    const part = file.bytes.subarray(start, start + n);
    into.set(part, from);
    if (position === null) file.place += part.length;
    return part.length;
  }

  /** What stat tells of a path or a descriptor, as Node's fs names it. */
  stat(file: string | number) {
    const bytes = typeof file === "string" ? this.#files.get(file)! : this.#open.get(file)!.bytes;
    const size = bytes.length;
    const who = { dev: 3, ino: 0, mode: regular, nlink: 1, uid: 0, gid: 0, rdev: 0 };
    const times = { atimeMs: 0, mtimeMs: 0, ctimeMs: 0 };
    const blocks = Math.ceil(size / 512);
    return { ...who, size, blksize: 4096, blocks, ...times, isDirectory: () => false };
  }
}
