import { SystemError } from "../errors";
import { openFlags } from "../open-flags";
import type { FileSystem } from "./filesystem";
import type { Handle } from "./handle";
import { RefusingHandle } from "./handle";
import { DeviceNode, DirectoryNode, FileNode } from "./nodes";
import type { Stat } from "./nodes";

const { O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_DIRECTORY } = openFlags;

/** Opens a path as open(2) does: a handle, or a SystemError. */
export function openFile(
  files: FileSystem,
  path: string,
  flags: number,
  permissions: number,
): Handle {
  const access = flags & 3;
  if (access > O_RDWR) throw new SystemError("EINVAL");
  const create = (flags & O_CREAT) !== 0;
  const exclusive = (flags & O_EXCL) !== 0;
  const before = files.count;
  const node = files.openNode(path, { create, exclusive, permissions });
  if ((flags & O_DIRECTORY) !== 0 && !(node instanceof DirectoryNode)) {
    throw new SystemError("ENOTDIR");
  }
  if (node instanceof DeviceNode) return node.connect();
  if (node instanceof DirectoryNode) {
    if (access !== O_RDONLY || create) throw new SystemError("EISDIR");
    return new DirectoryHandle(node);
  }
  if (!(node instanceof FileNode)) throw new SystemError("ELOOP");
  const made = files.count > before; // its maker may use it whatever its permissions
  if (!made) allow(node, access);
  if ((flags & O_TRUNC) !== 0 && access !== O_RDONLY) node.resize(0);
  return new FileHandle(node, access, (flags & O_APPEND) !== 0);
}

/** The program is every file's owner, and not root. */
function allow(node: FileNode, access: number): void {
  const wanted = access === O_RDONLY ? 0o400 : access === O_WRONLY ? 0o200 : 0o600;
  if ((node.permissions & wanted) !== wanted) throw new SystemError("EACCES");
}

class FileHandle implements Handle {
  #place = 0;

  constructor(
    private readonly node: FileNode,
    private readonly access: number,
    private readonly append: boolean,
  ) {
    node.opens++;
  }

  read(length: number, position: number | null): Uint8Array<ArrayBuffer> {
    if (this.access === O_WRONLY) throw new SystemError("EBADF");
    const bytes = this.node.read(length, position ?? this.#place);
    if (position === null) this.#place += bytes.length;
    return bytes;
  }

  write(bytes: Uint8Array, position: number | null): number {
    if (this.access === O_RDONLY) throw new SystemError("EBADF");
    const at = this.append ? this.node.size : (position ?? this.#place);
    this.node.write(bytes, at);
    if (position === null) this.#place = at + bytes.length;
    return bytes.length;
  }

  stat(): Stat {
    return this.node.stat();
  }

  chmod(permissions: number): void {
    this.node.permissions = permissions;
  }

  truncate(size: number): void {
    if (this.access === O_RDONLY) throw new SystemError("EINVAL");
    this.node.resize(size);
  }

  close(): void {
    this.node.opens--;
    this.node.dropIfUnused();
  }
}

/** An open folder: Go reads its names by path, so only its facts are needed. */
class DirectoryHandle extends RefusingHandle {
  constructor(private readonly node: DirectoryNode) {
    super();
  }

  override read(): never {
    throw new SystemError("EISDIR");
  }

  override chmod(permissions: number): void {
    this.node.permissions = permissions;
  }

  stat(): Stat {
    return this.node.stat();
  }
}
