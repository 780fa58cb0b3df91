import type { TracePiece } from "../protocol";
import { StreamHandle } from "./devices";
import type { Bytes } from "./chunks";

/** The most that is kept of the traces of a run, all processes together: about a million events. */
const maxTrace = 32 << 20;

/** Whose trace it is. */
export type Traced = Omit<TracePiece, "bytes" | "last">;

/** The execution traces of a run: one stream for each process, or one for each that was not ended before it began. */
export class Traces {
  #room = maxTrace;
  readonly #begun = new Set<number>();

  constructor(
    private readonly emit: (piece: TracePiece) => void,
    /** Nothing more is kept: recording had better end. */
    private readonly full: () => void,
  ) {}

  /** An open /dev/ahiru/trace. Only the first that a process opens leads anywhere: a stream holds one trace. */
  open(of: Traced): TraceHandle {
    if (this.#begun.has(of.pid)) return new TraceHandle(() => {});
    this.#begun.add(of.pid);
    return new TraceHandle((bytes) => this.#take(of, bytes));
  }

  /** Whether the process has begun one. */
  has(pid: number): boolean {
    return this.#begun.has(pid);
  }

  #take(of: Traced, bytes: Bytes | null): void {
    if (bytes === null) return this.emit({ ...of, bytes: new Uint8Array(0), last: true });
    const part = bytes.slice(0, this.#room);
    this.#room -= part.length;
    if (part.length > 0) this.emit({ ...of, bytes: part, last: false });
    if (this.#room === 0) this.full();
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
