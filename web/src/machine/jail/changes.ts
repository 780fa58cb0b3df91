import type { Entry } from "../worker-protocol";
import type { FileSystem } from "./filesystem";
import { DirectoryNode, LinkNode } from "./nodes";
import type { Node } from "./nodes";

/** Changes that a process may have waiting before it is told of everything anew. */
const most = 20_000;

/**
 * What a worker's own map of the files has still to be told: which entries
 * have come, changed or gone since its last answer.
 */
export class Changes {
  readonly #waiting = new Map<string, Node | undefined>();
  #whole = false;

  constructor(private readonly files: FileSystem) {
    files.listeners.add(this.#note);
  }

  /** Every entry there is, for a map that is empty. */
  all(): Entry[] {
    this.#waiting.clear();
    return [...this.files.entries()].map(([path, node]) => entryOf(path, node));
  }

  /** What has changed; after too much of that, all there is, behind an entry that empties the map. */
  take(): Entry[] {
    if (this.#waiting.size === 0 && !this.#whole) return [];
    if (this.#whole) {
      this.#whole = false;
      return [["", ""], ...this.all()];
    }
    const changes = [...this.#waiting].map(([path, node]) => entryOf(path, node));
    this.#waiting.clear();
    return changes;
  }

  /** Its process has ended. */
  forget(): void {
    this.files.listeners.delete(this.#note);
    this.#waiting.clear();
  }

  readonly #note = (path: string, node: Node | undefined) => {
    if (this.#whole) return;
    this.#waiting.delete(path); // told in the order in which things happened
    this.#waiting.set(path, node);
    if (this.#waiting.size <= most) return;
    this.#whole = true;
    this.#waiting.clear();
  };
}

/** What the worker's own map of the files is told of an entry. */
function entryOf(path: string, node: Node | undefined): Entry {
  if (node instanceof LinkNode) return [path, "l" + node.target];
  return [path, node === undefined ? "" : node instanceof DirectoryNode ? "d" : "f"];
}
