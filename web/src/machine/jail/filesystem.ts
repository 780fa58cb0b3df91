import { SystemError } from "../errors";
import { nameOf, parentOf, resolve } from "../path";
import { DirectoryNode, FileNode, LinkNode, Quota } from "./nodes";
import type { DeviceNode, Node } from "./nodes";

/** Told of each entry that appears (its node) or goes (undefined), by canonical path. */
export type Changed = (path: string, node: Node | undefined) => void;

const maxName = 255;

/**
 * The files of one run, in memory: a map from canonical path to node. All
 * paths given to it are absolute. Failures are SystemErrors with the codes
 * that Linux gives.
 */
export class FileSystem {
  readonly quota: Quota;
  #nodes = new Map<string, Node>([["/", new DirectoryNode(0o755)]]);

  readonly listeners = new Set<Changed>();

  constructor(private readonly limits: { fileBytes: number; fileCount: number }) {
    this.quota = new Quota(limits.fileBytes);
  }

  /** Every entry, by canonical path. */
  entries(): Iterable<[string, Node]> {
    return this.#nodes;
  }

  /** How many entries there are. */
  get count(): number {
    return this.#nodes.size;
  }

  /** The canonical path, whose last part need not exist. */
  resolve(path: string, follow = true): string {
    return resolve(path, follow, (p) => {
      const node = this.#nodes.get(p);
      if (node instanceof LinkNode) return { kind: "link", target: node.target };
      return node && { kind: node instanceof DirectoryNode ? "directory" : "file" };
    });
  }

  lookup(path: string, follow = true): Node {
    const node = this.#nodes.get(this.resolve(path, follow));
    if (!node) throw new SystemError("ENOENT");
    return node;
  }

  file(path: string): FileNode {
    const node = this.lookup(path);
    if (node instanceof DirectoryNode) throw new SystemError("EISDIR");
    if (!(node instanceof FileNode)) throw new SystemError("EINVAL");
    return node;
  }

  directory(path: string): DirectoryNode {
    const node = this.lookup(path);
    if (!(node instanceof DirectoryNode)) throw new SystemError("ENOTDIR");
    return node;
  }

  /** The node that open() means: made when create is set and nothing is there. */
  openNode(path: string, how: { create: boolean; exclusive: boolean; permissions: number }): Node {
    const at = this.resolve(path, !(how.create && how.exclusive));
    const node = this.#nodes.get(at);
    if (node && how.create && how.exclusive) throw new SystemError("EEXIST");
    if (node) return node;
    if (!how.create) throw new SystemError("ENOENT");
    if (path.endsWith("/")) throw new SystemError("EISDIR");
    return this.#add(at, new FileNode(how.permissions, this.quota));
  }

  names(path: string): string[] {
    return [...this.directory(path).names].sort();
  }

  mkdir(path: string, permissions: number): void {
    this.#add(this.resolve(path, false), new DirectoryNode(permissions));
  }

  /** Makes a folder and those above it, where they are missing. */
  mkdirAll(path: string): void {
    let at = "";
    for (const part of path.split("/").filter((p) => p !== "")) {
      at += "/" + part;
      if (!this.#nodes.has(this.resolve(at))) this.mkdir(at, 0o755);
    }
  }

  symlink(target: string, path: string): void {
    if (target === "") throw new SystemError("ENOENT");
    this.#add(this.resolve(path, false), new LinkNode(target));
  }

  link(from: string, path: string): void {
    const node = this.lookup(from, false);
    if (node instanceof DirectoryNode) throw new SystemError("EPERM");
    this.#add(this.resolve(path, false), node);
    node.nlink++;
  }

  device(path: string, node: DeviceNode): void {
    this.mkdirAll(parentOf(path));
    this.#add(path, node);
  }

  readlink(path: string): string {
    const node = this.lookup(path, false);
    if (!(node instanceof LinkNode)) throw new SystemError("EINVAL");
    return node.target;
  }

  unlink(path: string): void {
    const at = this.resolve(path, false);
    const node = this.lookup(at, false);
    if (node instanceof DirectoryNode) throw new SystemError("EISDIR");
    this.#forget(at);
    node.nlink--;
    if (node instanceof FileNode) node.dropIfUnused();
  }

  rmdir(path: string): void {
    const at = this.resolve(path, false);
    const node = this.lookup(at, false);
    if (!(node instanceof DirectoryNode)) throw new SystemError("ENOTDIR");
    if (at === "/") throw new SystemError("EBUSY");
    if (node.names.size > 0) throw new SystemError("ENOTEMPTY");
    this.#forget(at);
  }

  rename(from: string, to: string): void {
    const source = this.resolve(from, false);
    const target = this.resolve(to, false);
    const node = this.lookup(source, false);
    const old = this.#nodes.get(target);
    if (old === node) return;
    if (source === "/" || target === "/") throw new SystemError("EBUSY");
    if (target.startsWith(source + "/")) throw new SystemError("EINVAL");
    if (old) this.#replace(target, old, node);
    this.#parent(target);
    for (const [path, each] of this.#below(source)) {
      this.#forget(path);
      this.#put(target + path.slice(source.length), each);
    }
  }

  /** Takes away what a rename lands on, if it may. */
  #replace(path: string, old: Node, by: Node): void {
    const folder = by instanceof DirectoryNode;
    if (folder && !(old instanceof DirectoryNode)) throw new SystemError("ENOTDIR");
    if (!folder && old instanceof DirectoryNode) throw new SystemError("EISDIR");
    if (folder) this.rmdir(path);
    else this.unlink(path);
  }

  /** The entry and all below it, the entry first. */
  #below(path: string): [string, Node][] {
    return [...this.#nodes].filter(([p]) => p === path || p.startsWith(path + "/"));
  }

  #parent(path: string): DirectoryNode {
    const parent = this.#nodes.get(parentOf(path));
    if (!parent) throw new SystemError("ENOENT");
    if (!(parent instanceof DirectoryNode)) throw new SystemError("ENOTDIR");
    return parent;
  }

  #add<N extends Node>(path: string, node: N): N {
    if (this.#nodes.has(path)) throw new SystemError("EEXIST");
    if (nameOf(path).length > maxName) throw new SystemError("ENAMETOOLONG");
    if (this.#nodes.size >= this.limits.fileCount) throw new SystemError("ENOSPC");
    this.#put(path, node);
    return node;
  }

  #put(path: string, node: Node): void {
    const parent = this.#parent(path);
    parent.names.add(nameOf(path));
    parent.modified();
    this.#nodes.set(path, node);
    for (const changed of this.listeners) changed(path, node);
  }

  #forget(path: string): void {
    this.#nodes.delete(path);
    const parent = this.#nodes.get(parentOf(path));
    if (parent instanceof DirectoryNode) {
      parent.names.delete(nameOf(path));
      parent.modified();
    }
    for (const changed of this.listeners) changed(path, undefined);
  }
}
