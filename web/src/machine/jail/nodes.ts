import { SystemError } from "../errors";
import type { Handle } from "./handle";

const format = { file: 0o100000, directory: 0o040000, link: 0o120000, device: 0o020000 };

/** What stat tells, named as Node's fs names it: Go's syscall package reads these members. */
export interface Stat {
  dev: number;
  ino: number;
  mode: number;
  nlink: number;
  uid: number;
  gid: number;
  rdev: number;
  size: number;
  blksize: number;
  blocks: number;
  atimeMs: number;
  mtimeMs: number;
  ctimeMs: number;
}

export const owner = 1000;

let nextInode = 1;

/** What every entry of the file system has; permissions are the low 9 bits. */
abstract class Inode {
  readonly ino = nextInode++;
  nlink = 1;
  atimeMs = Date.now();
  mtimeMs = this.atimeMs;
  ctimeMs = this.atimeMs;
  abstract readonly kind: keyof typeof format;

  constructor(public permissions: number) {}

  abstract get size(): number;

  /** Notes a change of the contents. */
  modified(): void {
    this.mtimeMs = this.ctimeMs = Date.now();
  }

  stat(): Stat {
    const { ino, nlink, size, atimeMs, mtimeMs, ctimeMs } = this;
    const mode = format[this.kind] | this.permissions;
    const where = { dev: 1, ino, mode, nlink, uid: owner, gid: owner, rdev: 0 };
    const blocks = Math.ceil(size / 512);
    return { ...where, size, blksize: 4096, blocks, atimeMs, mtimeMs, ctimeMs };
  }
}

export class DirectoryNode extends Inode {
  readonly kind = "directory";
  readonly names = new Set<string>();
  get size(): number {
    return 4096;
  }
}

export class LinkNode extends Inode {
  readonly kind = "link";
  constructor(readonly target: string) {
    super(0o777);
  }
  get size(): number {
    return this.target.length;
  }
}

/** A special file: opening it gives what `connect` makes. */
export class DeviceNode extends Inode {
  readonly kind = "device";
  constructor(readonly connect: () => Handle) {
    super(0o666);
  }
  get size(): number {
    return 0;
  }
}

/** Bytes that all files together may still take. */
export class Quota {
  constructor(public left: number) {}
}

/** A file's contents, in a buffer that grows by doubling. */
export class FileNode extends Inode {
  readonly kind = "file";
  opens = 0;
  #buffer = new Uint8Array(0);
  #size = 0;

  constructor(
    permissions: number,
    private readonly quota: Quota,
  ) {
    super(permissions);
  }

  get size(): number {
    return this.#size;
  }

  read(length: number, position: number): Uint8Array<ArrayBuffer> {
    return this.#buffer.slice(position, Math.min(position + length, this.#size));
  }

  write(bytes: Uint8Array, position: number): void {
    if (position + bytes.length > this.#size) this.resize(position + bytes.length);
    this.#buffer.set(bytes, position);
    this.modified();
  }

  /** Cuts, or extends with zeros; ENOSPC leaves the file as it was. */
  resize(size: number): void {
    const more = size - this.#size;
    if (more > this.quota.left) throw new SystemError("ENOSPC");
    if (size > this.#buffer.length) this.#reserve(size);
    if (more < 0) this.#buffer.fill(0, size, this.#size);
    this.quota.left -= more;
    this.#size = size;
    this.modified();
  }

  /** Gives the space back once no name and no descriptor leads here. */
  dropIfUnused(): void {
    if (this.nlink > 0 || this.opens > 0) return;
    this.quota.left += this.#size;
    this.#buffer = new Uint8Array(0);
    this.#size = 0;
  }

  #reserve(size: number): void {
    const larger = new Uint8Array(
      Math.max(size, Math.min(2 * this.#buffer.length, size + 2 ** 24)),
    );
    larger.set(this.#buffer.subarray(0, this.#size));
    this.#buffer = larger;
  }
}

export type Node = FileNode | DirectoryNode | LinkNode | DeviceNode;
