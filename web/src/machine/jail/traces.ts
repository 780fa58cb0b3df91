import type { TracePiece } from "../protocol";
import { StreamHandle } from "./devices";
import type { Bytes } from "./chunks";

/**
 * So much is kept of the traces of a run, all processes together, about a
 * million events; and a part that began before that, if it is no longer itself.
 */
const maxTrace = 32 << 20;

/** How its program ended, as the kernel knows it. */
export interface HowItEnded {
  /** By itself, and not from outside. */
  exited: boolean;
  /** What Go said last. */
  lastWords: string;
}

const allAsleep = "fatal error: all goroutines are asleep";

/** Whose trace it is. */
export type Traced = Pick<TracePiece, "pid" | "name" | "kind">;

/** The execution traces of a run: one stream for each process, or one for each that was not ended before it began. */
export class Traces {
  #kept = 0;
  readonly #begun = new Set<number>();
  /** Whose traces go on where nothing is kept, and how many bytes of them there were. */
  readonly #lost = new Map<number, number>();
  /** Whoever reads has read enough, and tells itself what is missing: what does not come is not lost. */
  unwanted = false;

  constructor(
    private readonly emit: (piece: TracePiece) => void,
    /** Nothing more is kept: recording had better end. */
    private readonly full: () => void,
  ) {}

  /**
   * An open /dev/ahiru/trace. Only the first that a process opens leads
   * anywhere: a stream holds one trace. A program writes a generation of its
   * trace at once, and what is not kept whole could not be read.
   */
  open(of: Traced, how: () => HowItEnded): TraceHandle {
    if (this.#begun.has(of.pid)) return new TraceHandle(() => {});
    this.#begun.add(of.pid);
    return new TraceHandle((bytes) => (bytes ? this.#take(of, bytes) : this.#end(of, how())));
  }

  /** Whether the process has begun one. */
  has(pid: number): boolean {
    return this.#begun.has(pid);
  }

  /** A process kept so many bytes of its trace back: there was too much of it, or of all traces together. */
  lose(pid: number, bytes: number): void {
    if (this.unwanted || !this.#begun.has(pid)) return;
    this.#lost.set(pid, (this.#lost.get(pid) ?? 0) + bytes);
  }

  #take(of: Traced, bytes: Bytes): void {
    const lost = this.#lost.get(of.pid);
    const full = this.#kept >= maxTrace || bytes.length > maxTrace || lost !== undefined;
    if (full) this.#lost.set(of.pid, (lost ?? 0) + bytes.length);
    else {
      this.#kept += bytes.length;
      this.emit({ ...of, bytes, last: false, cut: "", lost: 0, dead: false });
    }
    if (full || this.#kept >= maxTrace) this.full();
  }

  #end(of: Traced, { exited, lastWords }: HowItEnded): void {
    const lost = this.#lost.get(of.pid);
    const cut = lost !== undefined ? "full" : exited ? "" : "killed";
    const dead = exited && lastWords.startsWith(allAsleep);
    this.emit({ ...of, bytes: new Uint8Array(0), last: true, cut, lost: lost ?? 0, dead });
  }
}

/** Takes whatever is written; null is its end. */
class TraceHandle extends StreamHandle {
  constructor(private readonly take: (bytes: Bytes | null) => void) {
    super();
  }

  override read(): Bytes {
    return new Uint8Array(0);
  }

  override write(bytes: Bytes, position: number | null): number {
    this.refusePosition(position);
    this.take(bytes);
    return bytes.length;
  }

  override truncate(): void {}

  override close(): void {
    this.take(null);
  }
}
